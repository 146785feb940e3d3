import {
  CalendarError,
  calendarMessageZh,
  civilDate,
  toDayNumber,
  type WorkingDayCalendar,
  type WorkingDayNotice,
} from '@zhengqi/obligations';
import type { z } from 'zod';
import type { CurrentRules } from '../../db/current-rules.ts';
import { parseInput } from '../../parse-input.ts';
import { type OperatorContext, requireOperator } from './operator-context.ts';
import { CheckNoticeInput, type NoticeCheck } from './schemas.ts';

/** The calendar with a notice, or what is wrong with the notice in words. */
export function tryNotice(
  rules: CurrentRules,
  notice: WorkingDayNotice,
): { calendar: WorkingDayCalendar } | { problem: { zh: string; en: string } } {
  try {
    return { calendar: rules.calendarWith(notice) };
  } catch (error) {
    if (!(error instanceof CalendarError)) throw error;
    return { problem: { zh: calendarMessageZh(error), en: error.message } };
  }
}

/** Looks at a notice together with all others, and stores nothing. */
export async function checkNotice(ctx: OperatorContext, raw: unknown): Promise<z.infer<typeof NoticeCheck>> {
  const { notice } = parseInput(CheckNoticeInput, raw);
  await requireOperator(ctx);
  await ctx.rules.refresh();
  const tried = tryNotice(ctx.rules, notice as WorkingDayNotice);
  if ('problem' in tried) {
    return { ok: false, problem: tried.problem, coversFrom: null, coversTo: null, workingDays: null };
  }
  const { calendar } = tried;
  const [from, to] = [toDayNumber(civilDate(notice.coversFrom)), toDayNumber(civilDate(notice.coversTo))];
  const { coversFrom, coversTo } = calendar;
  return { ok: true, problem: null, coversFrom, coversTo, workingDays: calendar.workingDaysBetween(from - 1, to) };
}
