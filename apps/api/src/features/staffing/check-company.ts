import { type CivilDate, checkStaffing, type StaffingResult } from '@zhengqi/obligations';
import type { z } from 'zod';
import { today } from '../../clock.ts';
import type { TenantContext } from '../../context.ts';
import { publicId } from '../../db/ids.ts';
import { withTenant } from '../../db/tenant-transaction.ts';
import { invalidField, notFound } from '../../errors.ts';
import { parseInput } from '../../parse-input.ts';
import { hasRoster } from '../roster/queries.ts';
import { readLicencesToCheck, readStaffingCases } from './read-staffing.ts';
import { resultView } from './result-view.ts';
import { CheckStaffingInput, type StaffingCheckOutput } from './schemas.ts';

/** The staffing checks of a company on any day: met, short by so many, or unknown until what is named is answered. */
export async function checkCompany(ctx: TenantContext, raw: unknown): Promise<z.infer<typeof StaffingCheckOutput>> {
  const input = parseInput(CheckStaffingInput, raw);
  const day = today(ctx.clock);
  const on = (input.on ?? day) as CivilDate;
  const knownOn = (input.knownOn ?? null) as CivilDate | null;
  if (knownOn !== null && knownOn > day)
    throw invalidField('knownOn', '请填写今天或之前的日期。', 'Give today or an earlier day.');
  return withTenant(ctx, 'read', async (tx) => {
    const licences = await readLicencesToCheck(tx, input.licenceId);
    if (input.licenceId !== undefined && licences.length === 0) throw notFound();
    const cases = await readStaffingCases(tx, licences, on, knownOn ?? undefined);
    return {
      on,
      knownOn,
      hasRoster: await hasRoster(tx),
      licences: cases.map(({ licenceId, ...staffing }, i) => {
        const { results } = checkStaffing({ ...staffing, on }, { calendar: ctx.rules.calendar });
        const names = new Map(staffing.roster.people.map(({ id, name }) => [id, name]));
        return {
          licenceId: publicId('licence', licenceId),
          number: licences[i]?.number ?? null,
          counts: countsOf(results),
          results: results.map((result) => resultView(result, names)),
        };
      }),
    };
  });
}

function countsOf(results: readonly StaffingResult[]) {
  const of = (outcome: StaffingResult['outcome']) => results.filter((result) => result.outcome === outcome).length;
  return { met: of('met'), short: of('short'), unknown: of('unknown'), doesNotApply: of('does-not-apply') };
}
