import type { z } from 'zod';
import type { TenantContext } from '../../context.ts';
import { withTenant } from '../../db/tenant-transaction.ts';
import { parseInput } from '../../parse-input.ts';
import { readPeople } from '../people.ts';
import { loadReport } from './load-report.ts';
import { readEntryHistory } from './queries.ts';
import { type ValueHistory, ValueHistoryInput } from './schemas.ts';

/** Who wrote what into a cell of the report, latest first. */
export async function valueHistory(ctx: TenantContext, raw: unknown): Promise<z.infer<typeof ValueHistory>> {
  const { path, ...key } = parseInput(ValueHistoryInput, raw);
  return withTenant(ctx, 'read', async (tx) => {
    await loadReport(tx, key);
    const people = await readPeople(tx);
    return {
      items: (await readEntryHistory(tx, key, path)).map(
        ({ version, value, source, carriedFrom, setBy, recordedAt }) => ({
          version,
          value,
          source,
          carriedFrom,
          by: people(setBy),
          at: recordedAt,
        }),
      ),
    };
  });
}
