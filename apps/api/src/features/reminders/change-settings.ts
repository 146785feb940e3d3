import type { ReminderOverride } from '@zhengqi/obligations';
import { and, eq } from 'drizzle-orm';
import type { z } from 'zod';
import { requirePermission } from '../../auth/permissions.ts';
import { nowInstant } from '../../clock.ts';
import type { TenantContext } from '../../context.ts';
import { reminderSetting } from '../../db/schema/notices.ts';
import { withTenant } from '../../db/tenant-transaction.ts';
import { conflict, invalidField } from '../../errors.ts';
import { enqueue } from '../../jobs/enqueue.ts';
import { parseInput } from '../../parse-input.ts';
import { checkRhythm } from '../notifications/preferences.ts';
import { recordAudit } from '../record-audit.ts';
import { SetCompanyInput, SetDutyInput, type SettingSaved } from './schemas.ts';

type Saved = z.infer<typeof SettingSaved>;

/** What the company says of all its reminders. @throws AppError `conflict` when somebody was faster */
export async function setCompanySettings(ctx: TenantContext, raw: unknown): Promise<Saved> {
  const { version, settings } = parseInput(SetCompanyInput, raw);
  checkRhythm(settings, 'settings.digestHour');
  return save(ctx, '', version, settings);
}

/**
 * What it says of one duty; null takes that back.
 * @throws AppError `invalid-input` at `dutyId`, `conflict` when somebody was faster
 */
export async function setDutySettings(ctx: TenantContext, raw: unknown): Promise<Saved> {
  const { dutyId, version, settings } = parseInput(SetDutyInput, raw);
  if (version === 0 && settings === null)
    throw invalidField('settings', '该义务没有单独设置。', 'Nothing was said of this duty.');
  return save(ctx, dutyId, version, settings);
}

async function save(
  ctx: TenantContext,
  dutyId: string,
  version: number,
  settings: ReminderOverride | null,
): Promise<Saved> {
  return withTenant(ctx, 'write', async (tx) => {
    requirePermission(tx.access, 'reminder:manage');
    const values = {
      settings: settings ?? {},
      isSet: settings !== null,
      changedBy: tx.access.userId,
      changedAt: nowInstant(ctx.clock),
      version: version + 1,
    };
    const saved =
      version === 0
        ? await tx.db
            .insert(reminderSetting)
            .values({ tenantId: tx.tenantId, dutyId, ...values })
            .onConflictDoNothing()
            .returning({ version: reminderSetting.version })
        : await tx.db
            .update(reminderSetting)
            .set(values)
            .where(and(eq(reminderSetting.dutyId, dutyId), eq(reminderSetting.version, version)))
            .returning({ version: reminderSetting.version });
    const [row] = saved;
    if (!row) throw conflict('设置已被他人修改，请刷新后重试。', 'Somebody has changed the settings; load them again.');
    await recordAudit(tx, ctx, 'reminders.changed', { type: 'reminders', id: null }, { dutyId: dutyId || null });
    await enqueue(tx, ctx, 'compute-notices', {});
    return row;
  });
}
