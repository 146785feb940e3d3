import { CalendarError, parseInstant } from '@zhengqi/obligations';
import type { LiveKey } from '../auth/api-key.ts';
import type { Clock } from '../clock.ts';
import { invalidField } from '../errors.ts';

export const TEST_CLOCK = 'X-Test-Clock';

/**
 * The clock of a call: another moment may be rehearsed with a test key, which opens sandboxes only. Rights, limits and
 * lifetimes go by the real one.
 * @throws AppError `invalid-input` with a live key, or for what is no moment
 */
export function clockOf(sent: string | undefined, key: LiveKey, clock: Clock): Clock {
  if (sent === undefined) return clock;
  if (key.mode !== 'test')
    throw invalidField(TEST_CLOCK, '该请求头仅用于沙盒密钥。', 'This header is for test keys (sandbox) only.');
  const moment = new Date(momentIn(sent));
  return () => new Date(moment);
}

function momentIn(sent: string): string {
  try {
    return parseInstant(sent);
  } catch (error) {
    if (!(error instanceof CalendarError)) throw error;
    throw invalidField(
      TEST_CLOCK,
      '请填写带时区的时刻，如 2027-03-01T09:30:00+08:00。',
      'Give a moment with offset, for example 2027-03-01T09:30:00+08:00.',
    );
  }
}
