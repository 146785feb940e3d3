import { addDays, addYears, type CivilDate, comingGaps, type StaffingGap } from '@zhengqi/obligations';
import { and, inArray, isNull } from 'drizzle-orm';
import type { z } from 'zod';
import { today } from '../../clock.ts';
import type { TenantContext } from '../../context.ts';
import { publicId } from '../../db/ids.ts';
import { occurrence } from '../../db/schema/schedule.ts';
import { type TenantTransaction, withTenant } from '../../db/tenant-transaction.ts';
import { invalidField, notFound } from '../../errors.ts';
import { parseInput } from '../../parse-input.ts';
import { GAP_HORIZON_DAYS } from './gap-occurrences.ts';
import { readLicencesToCheck, readStaffingCases } from './read-staffing.ts';
import { gapView } from './result-view.ts';
import { StaffingGapsInput, type StaffingGapsOutput } from './schemas.ts';

/** Gaps that are open today or begin in the time looked at, earliest first, with what causes each. */
export async function listGaps(ctx: TenantContext, raw: unknown): Promise<z.infer<typeof StaffingGapsOutput>> {
  const input = parseInput(StaffingGapsInput, raw);
  const asOf = today(ctx.clock);
  const until = (input.until ?? addDays(asOf, GAP_HORIZON_DAYS)) as CivilDate;
  if (until < asOf || until > addYears(asOf, 3))
    throw invalidField('until', '请填写今天起三年内的日期。', 'Give a day in the three years from today.');
  return withTenant(ctx, 'read', async (tx) => {
    const licences = await readLicencesToCheck(tx, input.licenceId);
    if (input.licenceId !== undefined && licences.length === 0) throw notFound();
    const cases = await readStaffingCases(tx, licences, asOf);
    const gaps = new Map<string, { gap: StaffingGap; licenceIds: string[] }>();
    for (const { licenceId, ...staffing } of cases) {
      for (const gap of comingGaps({ ...staffing, on: asOf, until }, { calendar: ctx.rules.calendar })) {
        const known = gaps.get(gap.key);
        if (known) known.licenceIds.push(publicId('licence', licenceId));
        else gaps.set(gap.key, { gap, licenceIds: [publicId('licence', licenceId)] });
      }
    }
    const items = await readItems(tx, [...gaps.keys()]);
    const names = new Map(cases[0]?.roster.people.map(({ id, name }) => [id, name]));
    const views = [...gaps.values()].map(({ gap, licenceIds }) =>
      gapView(gap, names, { licenceIds, occurrenceId: items.get(gap.key) ?? null }),
    );
    return { asOf, until, items: views.sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0)) };
  });
}

/** Items that gaps have opened, by their natural keys. */
async function readItems(tx: TenantTransaction, keys: readonly string[]): Promise<Map<string, string>> {
  if (keys.length === 0) return new Map();
  const rows = await tx.db
    .select({ key: occurrence.naturalKey, id: occurrence.id })
    .from(occurrence)
    .where(and(inArray(occurrence.naturalKey, [...keys]), isNull(occurrence.removedAt)));
  return new Map(rows.map(({ key, id }) => [key, publicId('occurrence', id)]));
}
