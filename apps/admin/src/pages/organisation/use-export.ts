import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useSession } from '../../session.tsx';
import { client } from '../../trpc.ts';
import { saveAsFile } from '../../ui/save-as-file.ts';

interface Progress {
  rows: number;
  total: number;
}

/** Fetches every table of the organisation page by page and hands the whole over as one file. */
export function useExport() {
  const { organisation, today } = useSession();
  const [progress, setProgress] = useState<Progress | null>(null);
  const running = useRef<AbortController | null>(null);
  const [wasStopped, setWasStopped] = useState(false);
  const stop = () => {
    setWasStopped(true);
    running.current?.abort();
  };
  useEffect(() => () => running.current?.abort(), []);
  const run = useMutation({
    mutationFn: async () => {
      const controller = new AbortController();
      running.current = controller;
      setWasStopped(false);
      const { signal } = controller;
      const organisationId = organisation.id;
      const begun = await client.dataExport.begin.mutate({ organisationId }, { signal });
      const total = begun.tables.reduce((sum, table) => sum + table.rows, 0);
      let rows = 0;
      setProgress({ rows, total });
      const tables: Record<string, unknown[]> = {};
      for (const { name } of begun.tables) {
        const kept: unknown[] = [];
        for (let cursor: string | null | undefined; cursor !== null; ) {
          const page: { rows: unknown[]; nextCursor: string | null } = await client.dataExport.page.query(
            { organisationId, table: name, cursor },
            { signal },
          );
          kept.push(...page.rows);
          rows += page.rows.length;
          cursor = page.nextCursor;
          // While it runs, others may add rows.
          setProgress({ rows, total: Math.max(rows, total) });
        }
        tables[name] = kept;
      }
      const file = { exportedOn: today, ...begun.organisation, tables };
      saveAsFile(`zhengqi-${organisation.id}-${today}.json`, JSON.stringify(file, null, 1), 'application/json');
      return rows;
    },
    onSettled: () => setProgress(null),
  });
  return { run, progress, stop, wasStopped };
}
