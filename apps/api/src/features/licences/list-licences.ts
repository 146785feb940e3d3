import type { z } from 'zod';
import { today } from '../../clock.ts';
import type { TenantContext } from '../../context.ts';
import { publicId } from '../../db/ids.ts';
import { withTenant } from '../../db/tenant-transaction.ts';
import { parseInput } from '../../parse-input.ts';
import { factsOf, readFactsInForce } from '../facts/queries.ts';
import { decodeCursor, pageOf } from '../pagination.ts';
import { printedDates, validityOfLicence } from './licence-dates.ts';
import { countOccurrences, readLicences, readPrintedDates, readScheduleSummaries } from './queries.ts';
import { type LicencePage, ListLicencesInput } from './schemas.ts';

/** The licences of the company, the one that ends first on top, with the numbers that lead into their lists. */
export async function listLicences(ctx: TenantContext, raw: unknown): Promise<z.infer<typeof LicencePage>> {
  const { search, cursor, limit } = parseInput(ListLicencesInput, raw);
  const after = decodeCursor(cursor);
  const day = today(ctx.clock);
  return withTenant(ctx, 'read', async (tx) => {
    const rows = await readLicences(tx, { search, after, limit });
    const { items, nextCursor } = pageOf(rows, limit, (row) => [row.sortOn, row.id]);
    const ids = items.map((row) => row.id);
    const counts = await countOccurrences(tx, ids);
    const schedules = await readScheduleSummaries(tx, ids);
    const facts = await readFactsInForce(tx, day);
    const printed = await readPrintedDates(
      tx,
      items.filter((row) => row.issuedOn === null || row.validTo === null).map((row) => row.id),
    );
    const summaries = items.map((row) => {
      const number = (...statuses: string[]) =>
        counts.filter((c) => c.licenceId === row.id && statuses.includes(c.status)).reduce((sum, c) => sum + c.n, 0);
      const schedule = schedules.find(({ licenceId }) => licenceId === row.id);
      return {
        id: publicId('licence', row.id),
        number: row.number,
        holder: row.holder,
        services: row.fields.services.map(({ code, name }) => ({ code, name })),
        issuedOn: row.issuedOn,
        validTo: row.validTo,
        province: row.fields.province,
        ...validityOfLicence(row.fields, factsOf(facts, row.id), day),
        printed: printedDates(row.fields, printed.get(row.id) ?? null),
        scheduleAsOf: schedule?.asOf ?? null,
        counts: {
          open: number('open', 'at-once', 'uncertain'),
          overdue: number('past-no-evidence'),
          upcoming: number('upcoming'),
          questions: schedule?.questions ?? 0,
          findings: schedule?.findings ?? 0,
        },
      };
    });
    return { items: summaries, nextCursor };
  });
}
