import { LeadDays } from '@zhengqi/obligations';
import { z } from 'zod';
import { invalidField } from '../../errors.ts';
import { NOTICE_KINDS, NoticeKind } from './kinds.ts';

/** Time of day, in China. */
export const TimeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** When nobody is disturbed, and when the daily message comes. */
export const Rhythm = z.strictObject({
  /** From and to the same: never quiet. */
  quietFrom: TimeOfDay,
  quietTo: TimeOfDay,
  /** Not on rest days, as long as the date allows for waiting. */
  workingDaysOnly: z.boolean(),
  /** Hour in which the daily message comes, at a minute of the recipient's own. */
  digestHour: z.int().min(0).max(23),
});
export type Rhythm = z.infer<typeof Rhythm>;
/** What somebody says of it; null or nothing is as the company, or the product, has it. */
export type RhythmWish = { [Key in keyof Rhythm]?: Rhythm[Key] | null | undefined };

/** Unless somebody says otherwise: in the morning, on working days, never at night. */
export const DEFAULT_RHYTHM: Rhythm = { quietFrom: '21:00', quietTo: '08:00', workingDaysOnly: true, digestHour: 9 };

const Channels = z.partialRecord(
  NoticeKind,
  z.strictObject({ inApp: z.boolean().optional(), email: z.boolean().optional() }),
);

/** How one person wants to be told. What is missing is as the company or the product has it. */
export const NoticePreferences = z.strictObject({
  /** False: no mail of notices at all. */
  email: z.boolean().default(true),
  channels: Channels.default({}),
  ...Rhythm.partial().shape,
  /** Lead times of this person's own. */
  leadDays: LeadDays.nullable().default(null),
});
export type NoticePreferences = z.infer<typeof NoticePreferences>;

/** What is stored, with what it does not say. Something that this version does not know counts as not said. */
export function readPreferences(stored: unknown): NoticePreferences {
  const read = NoticePreferences.safeParse(stored ?? {});
  if (read.success) return read.data;
  const email = z.looseObject({ email: z.boolean() }).safeParse(stored).data?.email ?? true;
  return NoticePreferences.parse({ email });
}

/** Rhythm of a person, or of a robot (without preferences), in a company. */
export function rhythmOf(company: RhythmWish, own: RhythmWish = {}): Rhythm {
  const pick = <Key extends keyof Rhythm>(key: Key): Rhythm[Key] => own[key] ?? company[key] ?? DEFAULT_RHYTHM[key];
  return {
    quietFrom: pick('quietFrom'),
    quietTo: pick('quietTo'),
    workingDaysOnly: pick('workingDaysOnly'),
    digestHour: pick('digestHour'),
  };
}

/**
 * A daily message that lies in the quiet hours would never come at its hour.
 * @throws AppError `invalid-input` at the place given
 */
export function checkRhythm(given: RhythmWish, place: string): void {
  const { quietFrom, quietTo, digestHour } = rhythmOf(given);
  const hour = `${String(digestHour).padStart(2, '0')}:00`;
  const isQuiet = quietFrom <= quietTo ? hour >= quietFrom && hour < quietTo : hour >= quietFrom || hour < quietTo;
  if (isQuiet)
    throw invalidField(
      place,
      '每日汇总时间不能在安静时段内。',
      'The hour of the daily message must lie outside of the quiet hours.',
    );
}

/** Whether a person is told of a kind by a channel. */
export function wants(preferences: NoticePreferences, kind: NoticeKind, channel: 'in-app' | 'email'): boolean {
  const { isAlwaysInApp, email } = NOTICE_KINDS[kind];
  const own = preferences.channels[kind];
  if (channel === 'in-app') return isAlwaysInApp || (own?.inApp ?? true);
  return preferences.email && (own?.email ?? email);
}
