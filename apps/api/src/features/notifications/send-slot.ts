import { createHash } from 'node:crypto';
import { addDays, type CivilDate, civilDateOf, toDayNumber, type WorkingDayCalendar } from '@zhengqi/obligations';
import type { Rhythm } from './preferences.ts';

/** How long something can wait. `digest`: for the daily message; `soon`: for the end of the night; `now`: not at all. */
export type Urgency = 'digest' | 'soon' | 'now';

/**
 * The minute of the hour in which a recipient gets messages: the same every day, spread over recipients, and never the
 * full or the half hour, when everybody else sends.
 */
export function minuteOf(recipientId: string): number {
  const spread = createHash('sha256').update(recipientId).digest().readUInt32BE(0) % 58;
  return spread < 29 ? spread + 1 : spread + 2;
}

/**
 * The moment from which something may be sent.
 * @param lastDay of the date it tells of: what waits for a working day or for tomorrow never waits past it
 */
export function sendAfter(
  now: Date,
  recipientId: string,
  urgency: Urgency,
  rhythm: Rhythm,
  calendar: WorkingDayCalendar,
  lastDay: CivilDate | null,
): string {
  if (urgency === 'now') return now.toISOString();
  if (urgency === 'soon') return awake(now, recipientId, rhythm).toISOString();
  const today = civilDateOf(now.toISOString());
  const minute = minuteOf(recipientId);
  const slotOn = (day: CivilDate) => moment(day, rhythm.digestHour * 60 + minute);
  let day = slotOn(today) >= now ? today : addDays(today, 1);
  if (rhythm.workingDaysOnly) {
    const number = toDayNumber(day);
    day = addDays(day, calendar.nextWorkingDay(number) - number);
  }
  if (lastDay === null || day <= lastDay) return awake(slotOn(day), recipientId, rhythm).toISOString();
  // It would come too late: today, whatever day it is, and at once when the hour has passed.
  return awake(slotOn(today) >= now ? slotOn(today) : now, recipientId, rhythm).toISOString();
}

/** The moment itself, or the end of the quiet hours it falls into, some minutes later. */
function awake(at: Date, recipientId: string, { quietFrom, quietTo }: Rhythm): Date {
  const [from, to] = [minutesOf(quietFrom), minutesOf(quietTo)];
  const day = civilDateOf(at.toISOString());
  const minutes = Math.floor((at.getTime() - moment(day, 0).getTime()) / 60_000);
  const isQuiet = from <= to ? minutes >= from && minutes < to : minutes >= from || minutes < to;
  if (!isQuiet) return at;
  const end = moment(minutes < to ? day : addDays(day, 1), to);
  return new Date(end.getTime() + minuteOf(recipientId) * 60_000);
}

function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}

/** So many minutes after midnight in China. */
function moment(day: CivilDate, minutes: number): Date {
  return new Date(Date.parse(`${day}T00:00:00+08:00`) + minutes * 60_000);
}
