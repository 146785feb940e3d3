import { addDays, addYears, civilDate } from '@zhengqi/obligations';
import { type Clock, today } from '../../clock.ts';
import { invalidField } from '../../errors.ts';

/** An engagement lasts three years at most: then it is asked for again. */
const MAX_YEARS = 3;

/**
 * The moment at which a period ends that has this last day in China.
 * @throws AppError `invalid-input` at `endsOn`
 */
export function endOfPeriod(clock: Clock, endsOn: string): string {
  const day = civilDate(endsOn);
  const now = today(clock);
  if (day < now || day >= addYears(now, MAX_YEARS)) {
    throw invalidField(
      'endsOn',
      `截止日期应在今天之后，且不超过 ${MAX_YEARS} 年。`,
      `The last day must be today or later, and within ${MAX_YEARS} years.`,
    );
  }
  return `${addDays(day, 1)}T00:00:00+08:00`;
}
