import type { WorkMove } from '@zhengqi/obligations';
import { useState } from 'react';
import { moveOf, type Work } from './work.ts';

/** The item as the user saw it when a form about it was opened. */
export interface Seen {
  /** Goes with the move: the server refuses it when somebody else was faster. */
  version: number;
  /** The item as it is now. */
  now: Work;
  /** Somebody has changed it since. */
  isStale: boolean;
  /** Why the move cannot be made any more; null when it can. */
  denied: { zh: string; en: string } | null;
  lookAgain: () => void;
}

/**
 * Holds on to the version that was on screen. The page may learn of a newer one while a form is open; taking it over
 * unsaid would let the user decide on a state they never saw.
 */
export function useSeen(work: Work, move: WorkMove): Seen {
  const [version, setVersion] = useState(work.version);
  return {
    version,
    now: work,
    isStale: work.version !== version,
    denied: moveOf(work, move)?.why ?? null,
    lookAgain: () => setVersion(work.version),
  };
}
