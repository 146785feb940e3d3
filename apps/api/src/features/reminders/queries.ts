import type { ReminderOverride } from '@zhengqi/obligations';
import { eq } from 'drizzle-orm';
import { noticeChannel, reminderSetting } from '../../db/schema/notices.ts';
import type { TenantTransaction } from '../../db/tenant-transaction.ts';
import { CompanySettings } from './schemas.ts';

/** What the company said of all duties; nothing where it said nothing. */
export async function readCompanySettings(
  tx: TenantTransaction,
): Promise<{ settings: CompanySettings; version: number }> {
  const [row] = await tx.db.select().from(reminderSetting).where(eq(reminderSetting.dutyId, ''));
  return { settings: CompanySettings.safeParse(row?.settings).data ?? {}, version: row?.version ?? 0 };
}

/** What the company said of single duties. */
export async function readDutySettings(
  tx: TenantTransaction,
): Promise<{ dutyId: string; settings: ReminderOverride | null; version: number }[]> {
  const rows = await tx.db.select().from(reminderSetting).orderBy(reminderSetting.dutyId);
  return rows
    .filter(({ dutyId }) => dutyId !== '')
    .map(({ dutyId, settings, isSet, version }) => ({ dutyId, settings: isSet ? settings : null, version }));
}

/** Robots that can be told. */
export async function readRobots(tx: TenantTransaction): Promise<{ id: string; kinds: string[] }[]> {
  return tx.db
    .select({ id: noticeChannel.id, kinds: noticeChannel.kinds })
    .from(noticeChannel)
    .where(eq(noticeChannel.state, 'ok'));
}
