import { ROSTER_SECTIONS, RosterSection } from '@zhengqi/obligations';
import type { z } from 'zod';
import { requirePermission } from '../../auth/permissions.ts';
import { nowInstant, today } from '../../clock.ts';
import type { TenantContext } from '../../context.ts';
import { rosterKept } from '../../db/schema/people.ts';
import { withTenant } from '../../db/tenant-transaction.ts';
import { invalidField } from '../../errors.ts';
import { parseInput } from '../../parse-input.ts';
import { recordAudit } from '../record-audit.ts';
import { lockSchedule } from '../schedule/lock-schedule.ts';
import { regenerateOrEnqueue } from '../schedule/regenerate-or-enqueue.ts';
import { readKept } from './queries.ts';
import { KeepListInput, type KeepListOutput, type KeptLists, KeptListsInput } from './schemas.ts';

/**
 * Says from which day on a list of the roster is complete, or that it is not. Until then what is missing from it is not
 * known; from then on it is missing.
 */
export async function keepList(ctx: TenantContext, raw: unknown): Promise<z.infer<typeof KeepListOutput>> {
  const { section, from } = parseInput(KeepListInput, raw);
  if (from !== null && from > today(ctx.clock))
    throw invalidField('from', '请填写今天或之前的日期。', 'Give today or an earlier day.');
  return withTenant(ctx, 'write', async (tx) => {
    requirePermission(tx.access, 'person:write');
    await lockSchedule(tx);
    const known = (await readKept(tx))[section] ?? null;
    if (known !== from) {
      await tx.db.insert(rosterKept).values({
        tenantId: tx.tenantId,
        id: ctx.newId(),
        section,
        keptFrom: from,
        recordedBy: tx.access.userId,
        recordedAt: nowInstant(ctx.clock),
      });
      await recordAudit(tx, ctx, 'roster.kept', { type: 'roster', id: null }, { section, from });
    }
    return { section, schedule: await regenerateOrEnqueue(tx, ctx, 'staffing') };
  });
}

/** Which lists are said to be complete, and since when. */
export async function keptLists(ctx: TenantContext, raw: unknown): Promise<z.infer<typeof KeptLists>> {
  parseInput(KeptListsInput, raw);
  return withTenant(ctx, 'read', async (tx) => {
    const kept = await readKept(tx);
    return {
      items: RosterSection.options.map((section) => ({
        section,
        label: ROSTER_SECTIONS[section],
        from: kept[section] ?? null,
      })),
    };
  });
}
