import { addDays, type CivilDate, civilDate } from '@zhengqi/obligations';
import { today } from '../../clock.ts';
import type { TenantContext } from '../../context.ts';
import { invalidField } from '../../errors.ts';

/**
 * The moment before which something must have been recorded to have been known on a day: the end of that day in China.
 * @throws AppError `invalid-input` for a day that has not come
 */
export function endOf(ctx: TenantContext, on: string | undefined): { day: CivilDate; before: string } {
  const day = on === undefined ? today(ctx.clock) : civilDate(on);
  if (day > today(ctx.clock)) throw invalidField('on', '请填写今天或之前的日期。', 'Give today or an earlier day.');
  return { day, before: `${addDays(day, 1)}T00:00:00+08:00` };
}
