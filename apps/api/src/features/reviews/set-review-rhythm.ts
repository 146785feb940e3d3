import { dutyById, isReviewed } from '@zhengqi/obligations';
import type { z } from 'zod';
import { requirePermission } from '../../auth/permissions.ts';
import { nowInstant, today } from '../../clock.ts';
import type { TenantContext } from '../../context.ts';
import { reviewRhythm } from '../../db/schema/work.ts';
import { withTenant } from '../../db/tenant-transaction.ts';
import { conflict, invalidField } from '../../errors.ts';
import { parseInput } from '../../parse-input.ts';
import { recordAudit } from '../record-audit.ts';
import { lockSchedule } from '../schedule/lock-schedule.ts';
import { regenerateOrEnqueue } from '../schedule/regenerate-or-enqueue.ts';
import { COMPANY, readRhythms } from './queries.ts';
import { SetReviewRhythmInput, type SetReviewRhythmOutput } from './schemas.ts';

/**
 * Sets how often a standing duty is reviewed, from today on; reviews of the past stay as they were. The schedule follows
 * at once.
 * @throws AppError `invalid-input`, `conflict` when somebody else set it since `version`
 */
export async function setReviewRhythm(
  ctx: TenantContext,
  raw: unknown,
): Promise<z.infer<typeof SetReviewRhythmOutput>> {
  const { dutyId, version, rhythm } = parseInput(SetReviewRhythmInput, raw);
  const day = today(ctx.clock);
  if (dutyId === null && rhythm === null) {
    throw invalidField('rhythm', '请填写企业的复核周期。', 'Give the rhythm of the company.');
  }
  if (rhythm !== null && rhythm.firstOn !== null && rhythm.firstOn < day) {
    throw invalidField('rhythm.firstOn', '首次复核日不能早于今天。', 'The first day must not lie in the past.');
  }
  return withTenant(ctx, 'write', async (tx) => {
    requirePermission(tx.access, 'review:set');
    const duty = dutyId === null ? undefined : dutyById(tx.rules.rulebook, dutyId);
    if (dutyId !== null && (duty === undefined || !isReviewed(duty))) {
      throw invalidField('dutyId', '没有这项需定期复核的义务。', 'There is no such duty that is reviewed.');
    }
    await lockSchedule(tx);
    const key = dutyId ?? COMPANY;
    const newest = (await readRhythms(tx)).findLast((row) => row.dutyId === key);
    if ((newest?.version ?? 0) !== version) {
      throw conflict('复核周期已被他人修改，请先查看。', 'Somebody else changed this rhythm: look at it first.', [
        { path: 'version', message: { zh: '版本不符。', en: 'Not the version.' } },
      ]);
    }
    const next = {
      everyMonths: rhythm?.everyMonths ?? null,
      firstOn: rhythm?.firstOn ?? null,
      off: rhythm?.off ?? false,
    };
    await tx.db.insert(reviewRhythm).values({
      tenantId: tx.tenantId,
      dutyId: key,
      version: version + 1,
      setOn: day,
      ...next,
      setBy: tx.access.userId,
      recordedAt: nowInstant(ctx.clock),
    });
    await recordAudit(tx, ctx, 'review.rhythm-set', { type: 'review', id: null }, { duty: key, ...next });
    return { version: version + 1, schedule: await regenerateOrEnqueue(tx, ctx, 'reviews') };
  });
}
