import { type CivilDate, civilDateOf, type ReviewRhythm, type ReviewSettings } from '@zhengqi/obligations';
import { sql } from 'drizzle-orm';
import { licence } from '../../db/schema/licences.ts';
import { reviewRhythm } from '../../db/schema/work.ts';
import type { TenantTransaction } from '../../db/tenant-transaction.ts';

/** Stands for all duties without a rhythm of their own. */
export const COMPANY = '*';

export type RhythmRow = typeof reviewRhythm.$inferSelect;

/** Every rhythm that was ever set, oldest first. */
export async function readRhythms(tx: TenantTransaction): Promise<RhythmRow[]> {
  return tx.db.select().from(reviewRhythm).orderBy(reviewRhythm.dutyId, reviewRhythm.version);
}

/** Rhythms of the company as the schedule reads them. It came when its first licence was registered. */
export async function readReviewSettings(tx: TenantTransaction, today: CivilDate): Promise<ReviewSettings> {
  const [first] = await tx.db.select({ at: sql<string | null>`min(${licence.createdAt})` }).from(licence);
  const since = first?.at == null ? today : civilDateOf(new Date(first.at).toISOString());
  return settingsOf(await readRhythms(tx), since);
}

function settingsOf(rows: readonly RhythmRow[], since: CivilDate): ReviewSettings {
  const company: ReviewRhythm[] = [];
  const duties = new Map<string, { setOn: CivilDate; rhythm: ReviewRhythm | null }[]>();
  for (const row of rows) {
    const rhythm = rhythmOf(row);
    if (row.dutyId === COMPANY) {
      if (rhythm !== null) company.push(rhythm);
      continue;
    }
    const own = duties.get(row.dutyId) ?? [];
    own.push({ setOn: row.setOn, rhythm });
    duties.set(row.dutyId, own);
  }
  return { since, company, duties };
}

/** A rhythm as set, null when it was given up for that of the company. */
export function rhythmOf({ setOn, everyMonths, firstOn, off }: RhythmRow): ReviewRhythm | null {
  return everyMonths === null ? null : { setOn, everyMonths, firstOn, off };
}
