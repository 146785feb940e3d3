import { sql } from 'drizzle-orm';
import type { TenantTransaction } from '../../db/tenant-transaction.ts';
import type { MailLanguage } from '../../mail/templates.ts';
import { languageOf } from './language-of.ts';
import { type NoticePreferences, readPreferences } from './preferences.ts';

/** Somebody who may see the organisation now. */
export interface NoticePerson {
  userId: string;
  /** A member of the organisation itself; the others are named consultants. */
  isMember: boolean;
  /** Owner or admin: of the organisation, or of the consultancy. */
  manages: boolean;
  /** Has a proven mail address. */
  hasAddress: boolean;
  language: MailLanguage;
  preferences: NoticePreferences;
}

/** Everybody who may be told of what is in the organisation: those whose access has ended are not among them. */
export async function readNoticePeople(tx: TenantTransaction): Promise<NoticePerson[]> {
  const { rows } = await tx.db.execute<{
    user_id: string;
    via: string;
    manages: boolean;
    has_address: boolean;
    language: string | null;
    settings: unknown;
  }>(sql`select * from authz.notice_people()`);
  return rows.map((row) => ({
    userId: row.user_id,
    isMember: row.via === 'membership',
    manages: row.manages,
    hasAddress: row.has_address,
    language: languageOf(row),
    preferences: readPreferences(row.settings),
  }));
}

/**
 * Those who answer for the organisation: its owners and admins. A company that has none is in the hands of the
 * consultants named for it.
 */
export function managersOf(people: readonly NoticePerson[]): NoticePerson[] {
  const own = people.filter(({ isMember, manages }) => isMember && manages);
  return own.length > 0 ? own : people.filter(({ isMember }) => !isMember);
}
