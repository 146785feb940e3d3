import { useState } from 'react';
import type { OccurrenceRow, Selection } from '../../../components/occurrences/occurrence-table.tsx';

/** As many as one call takes. */
export const MOST = 100;

export interface Chosen extends Selection {
  /** Chosen and still in the list, at the version that is on screen. */
  rows: OccurrenceRow[];
  choose: (rows: readonly OccurrenceRow[]) => void;
  clear: () => void;
}

/** The rows chosen in a list. What a filter takes out of sight is not chosen any more: nobody acts on the unseen. */
export function useSelection(listed: readonly OccurrenceRow[]): Chosen {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  return {
    rows: listed.filter(({ id }) => ids.has(id)),
    has: ({ id }) => ids.has(id),
    toggle: ({ id }) => {
      const next = new Set(ids);
      if (!next.delete(id)) next.add(id);
      setIds(next);
    },
    choose: (rows) => setIds(new Set(rows.map(({ id }) => id))),
    clear: () => setIds(new Set()),
  };
}
