import { type CivilDate, civilDateOf, type Instant, parseInstant } from '@zhengqi/obligations';
import { nowInstant, today } from '../../clock.ts';
import type { TenantContext } from '../../context.ts';
import { invalidField } from '../../errors.ts';

/** When something was done, as far as it is known. */
export interface DoneDay {
  on: CivilDate;
  at: Instant | null;
}

/**
 * Checks when something is said to have been done: not in the future, and the moment on the day.
 * @throws AppError `invalid-input` at `path` or `momentPath`
 */
export function doneDay(
  ctx: TenantContext,
  on: CivilDate,
  at: string | undefined,
  path: string,
  momentPath: string,
): DoneDay {
  if (on > today(ctx.clock)) {
    throw invalidField(path, '日期不能晚于今天。', 'The day must not lie in the future.');
  }
  if (at === undefined) return { on, at: null };
  const moment = momentOf(at, momentPath);
  if (moment > parseInstant(nowInstant(ctx.clock))) {
    throw invalidField(momentPath, '时刻不能晚于现在。', 'The moment must not lie in the future.');
  }
  if (civilDateOf(moment) !== on) {
    throw invalidField(
      momentPath,
      '时刻不在所填的日期（北京时间）。',
      'The moment is not on the day given (Beijing time).',
    );
  }
  return { on, at: moment };
}

function momentOf(text: string, path: string): Instant {
  try {
    return parseInstant(text);
  } catch {
    throw invalidField(
      path,
      '时刻格式有误，例如 2026-11-24T10:00:00+08:00。',
      'Write it as 2026-11-24T10:00:00+08:00.',
    );
  }
}
