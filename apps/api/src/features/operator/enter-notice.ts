import type { WorkingDayNotice } from '@zhengqi/obligations';
import type { z } from 'zod';
import { nowInstant } from '../../clock.ts';
import { conflict, invalidInput } from '../../errors.ts';
import { parseInput } from '../../parse-input.ts';
import { tryNotice } from './check-notice.ts';
import { type OperatorContext, requireDone, requireOperator } from './operator-context.ts';
import { EnterNoticeInput, type EnterNoticeOutput } from './schemas.ts';

/**
 * Enters a working-day notice of the State Council, as the newest version of its year. All processes count by it from
 * then on, and the worker counts the schedules of all organisations anew.
 * @throws AppError `invalid-input` at `notice` when the calendar refuses it, `conflict` when another came in between
 */
export async function enterNotice(ctx: OperatorContext, raw: unknown): Promise<z.infer<typeof EnterNoticeOutput>> {
  const { notice, reason } = parseInput(EnterNoticeInput, raw);
  await requireOperator(ctx);
  await ctx.rules.refresh();
  const { revision } = ctx.rules;
  const tried = tryNotice(ctx.rules, notice as WorkingDayNotice);
  if ('problem' in tried) throw invalidInput([{ path: 'notice', message: tried.problem }]);
  const { rows } = await ctx.pool.query<{ outcome: 'done' | 'not-operator' | 'changed-meanwhile'; version: number }>(
    'select outcome, version from authz.enter_working_day_notice($1, $2, $3, $4, $5, $6)',
    [ctx.credential, notice.year, JSON.stringify(notice), reason, revision, nowInstant(ctx.clock)],
  );
  const row = rows[0];
  requireDone(row?.outcome);
  if (row?.outcome !== 'done')
    throw conflict(
      '刚才有人录入了另一份通知，请重新核对。',
      'Another notice was entered just now; please check again.',
    );
  await ctx.rules.refresh();
  const { coversFrom, coversTo } = ctx.rules.now.calendar;
  return { year: notice.year, version: row.version, coversFrom, coversTo };
}
