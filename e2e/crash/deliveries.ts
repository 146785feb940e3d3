import type pg from 'pg';
import { headerOf } from '../../apps/api/src/testing/mail-server.ts';
import type { Ledger } from './acts.ts';
import type { CrashProduct } from './product.ts';

/** Messages that were under way when something was killed: only these may come twice. */
export type InDoubt = Set<string>;

/** What came, and what of it came more than once, though under way at a kill. */
export interface Deliveries {
  messages: number;
  /** Of mails that tell of notices, of single letters such as invitations, and of robots. */
  doubles: { notices: number; letters: number; robots: number };
}

/** Notes what is claimed but not marked as sent: called after each kill. */
export async function noteInDoubt(admin: pg.Pool, inDoubt: InDoubt): Promise<void> {
  const { rows } = await admin.query<{ id: string }>(
    `select message_id::text as id from authz.notice_turn where message_id is not null
      union select message_id::text from app.notice where state = 'claimed' and message_id is not null
      union select id::text from authz.mail where tries > 0`,
  );
  for (const { id } of rows) inDoubt.add(id);
}

/**
 * Compares what the ledgers of the product say with what mail server and robots have taken.
 * @returns the count, and what is wrong in words
 */
export async function compareDeliveries(
  { admin, mails, robots }: CrashProduct,
  { invited }: Ledger,
  inDoubt: InDoubt,
): Promise<Deliveries & { faults: string[] }> {
  const faults: string[] = [];
  const times = new Map<string, number>();
  for (const { raw } of mails.received) {
    const id = headerOf(raw, 'Message-ID').replace(/^<|@.*$/g, '');
    times.set(id, (times.get(id) ?? 0) + 1);
  }
  const { rows } = await admin.query<{ id: string; channel: string }>(
    `select distinct message_id::text as id, channel from app.notice where state = 'sent' and channel <> 'in-app'`,
  );
  for (const { id, channel } of rows) {
    if (channel === 'email' && !times.has(id)) faults.push(`told by mail says the ledger, but it never came: ${id}`);
  }
  const told = rows.filter(({ channel }) => channel === 'robot').length;
  if (robots.taken.length < told) faults.push(`${told} messages told by robots, ${robots.taken.length} came`);
  const doubled = [...times].filter(([, count]) => count > 1);
  for (const [id, count] of doubled)
    if (!inDoubt.has(id)) faults.push(`came ${count} times, though not under way at a kill: ${id}`);
  const addresses = new Set(mails.received.flatMap(({ to }) => to));
  for (const email of invited) if (!addresses.has(email)) faults.push(`the invitation to ${email} never came`);
  const { rows: odd } = await admin.query<{ n: number; state: string; text: string | null }>(
    `select state, vendor_text as text, count(*)::int as n from app.notice where state = 'failed' group by 1, 2`,
  );
  for (const { n, text } of odd) faults.push(`${n} notices failed: ${text}`);
  const notices = new Set(rows.map(({ id }) => id));
  const tooMany = (isNotice: boolean) =>
    doubled.filter(([id]) => notices.has(id) === isNotice).reduce((sum, [, count]) => sum + count - 1, 0);
  const doubles = { notices: tooMany(true), letters: tooMany(false), robots: Math.max(0, robots.taken.length - told) };
  return { messages: times.size + told, doubles, faults };
}
