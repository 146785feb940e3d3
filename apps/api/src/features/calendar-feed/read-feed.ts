import { addDays } from '@zhengqi/obligations';
import { takeAttempts } from '../../auth/attempts.ts';
import { hashBytes } from '../../auth/token.ts';
import { nowInstant, today } from '../../clock.ts';
import { notFound } from '../../errors.ts';
import { parseInput } from '../../parse-input.ts';
import type { Services } from '../../services.ts';
import { feedEntries, type FeedRow } from './feed-entries.ts';
import { ReadFeedInput } from './schemas.ts';
import { writeCalendar } from './write-calendar.ts';

/** Days before and after today that a feed covers. */
const WINDOW = { before: 90, after: 730 };
/** What no rule asks for any more is shown as cancelled for so long: programs that only compare would keep it for ever. */
const CANCELLED_DAYS = 30;
const MAX_ENTRIES = 10_000;
const HOUR = 3600;

/** A call of a calendar program: it has nothing but the address. */
export interface FeedReader {
  services: Services;
  /** Network address that the call comes from. */
  address: string;
}

/**
 * The calendar behind a secret address, as a text.
 * @throws AppError `not-found` alike for an address that is wrong, over or revoked, and for a person whose access has
 * ended; `too-many-attempts`
 */
export async function readFeed({ services, address }: FeedReader, raw: unknown): Promise<string> {
  const input = parseInput(ReadFeedInput, raw);
  const { authPool, clock } = services;
  const token = hashBytes(input.token);
  const { rows } = await authPool.query<{ id: string; language: 'zh' | 'en'; organisation_name: string | null }>(
    'select * from authz.open_calendar_feed($1, $2)',
    [token, input.organisationId],
  );
  const [feed] = rows;
  if (!feed) {
    // Only misses count for an address: one server of a calendar service reads for thousands.
    await takeAttempts(authPool, clock, [{ name: 'calendar-feed-miss', of: address, limit: 60, seconds: HOUR / 4 }]);
    throw notFound();
  }
  await takeAttempts(authPool, clock, [{ name: 'calendar-feed', of: feed.id, limit: 120, seconds: HOUR }]);
  const day = today(clock);
  const gone = new Date(Date.parse(nowInstant(clock)) - CANCELLED_DAYS * 24 * HOUR * 1000).toISOString();
  const items = await authPool.query<FeedRow>('select * from authz.calendar_feed_items($1, $2, $3, $4, $5)', [
    token,
    addDays(day, -WINDOW.before),
    addDays(day, WINDOW.after),
    gone,
    MAX_ENTRIES,
  ]);
  const { language } = feed;
  const mine = language === 'zh' ? '我的许可证事项' : 'My licence items';
  const name =
    feed.organisation_name === null
      ? mine
      : `${language === 'zh' ? '许可证事项' : 'Licence items'}｜${feed.organisation_name}`;
  const { rulebook } = services.rules;
  return writeCalendar(feedEntries(items.rows, { language, rulebook, publicUrl: services.publicUrl }), {
    name,
    language,
    kind: input.kind,
    alarms: input.alarms,
  });
}
