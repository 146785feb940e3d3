import {
  CalendarError,
  calendarMessageZh,
  type Deadline,
  type DerivationStep,
  daysBefore,
  explainStep,
  hoursAfter,
  naturalDaysAfter,
  PRC_CALENDAR,
  workingDaysAfter,
} from '../../calendar/index.ts';
import { type Arguments, countOption, dateOption } from '../arguments.ts';
import { CommandError } from '../command-error.ts';
import type { CommandResult } from '../output.ts';
import { withText } from '../print/steps.ts';

/** `deadline`: counts one period by the counting rules, with every step. */
export function deadlineCommand(args: Arguments): CommandResult {
  const hours = countOption(args, 'hours');
  const counts = {
    days: countOption(args, 'days'),
    workingDays: countOption(args, 'working-days'),
    daysBefore: countOption(args, 'days-before'),
  };
  const given = [hours, ...Object.values(counts)].filter((count) => count !== null).length;
  if (given !== 1) throw new CommandError('请给出且只给出 --days、--working-days、--days-before、--hours 之一。');
  if (hours !== null) return hourResult(args, hours);

  const from = dateOption(args, 'from');
  const deadline = counted(() => {
    if (counts.days !== null) return naturalDaysAfter(PRC_CALENDAR, from, counts.days);
    if (counts.workingDays !== null) return workingDaysAfter(PRC_CALENDAR, from, counts.workingDays);
    return daysBefore(PRC_CALENDAR, from, counts.daysBefore ?? 0);
  });
  return dayResult(deadline);
}

function dayResult({ nominalOn, dueOn, actBy, provisional, derivation }: Deadline): CommandResult {
  return {
    json: { nominalOn, dueOn, actBy, provisional, derivation: derivation.map(withText) },
    text: (lang) => {
      const words =
        lang === 'zh' ? ['名义日', '到期日', '建议办理日', '暂定'] : ['nominal', 'due', 'act by', 'provisional'];
      const flag = provisional ? `   [${words[3]}]` : '';
      return [
        `${words[0]} ${nominalOn}   ${words[1]} ${dueOn}   ${words[2]} ${actBy}${flag}`,
        ...numbered(derivation, lang),
      ].join('\n');
    },
  };
}

function hourResult(args: Arguments, hours: number): CommandResult {
  const from = args.option('from');
  if (from === undefined) throw new CommandError('缺少 --from，写作 --from 2026-03-01T09:30:00+08:00。');
  const { dueAt, derivation } = counted(() => hoursAfter(from, hours));
  return {
    json: { dueAt, derivation: derivation.map(withText) },
    text: (lang) => [`${lang === 'zh' ? '到期时刻' : 'due at'} ${dueAt}`, ...numbered(derivation, lang)].join('\n'),
  };
}

function numbered(steps: readonly DerivationStep[], lang: 'zh' | 'en'): string[] {
  return steps.map((step, i) => `  ${i + 1}. ${explainStep(step, lang)}`);
}

function counted<Result>(count: () => Result): Result {
  try {
    return count();
  } catch (error) {
    if (error instanceof CalendarError) throw new CommandError(`${calendarMessageZh(error)} ${error.message}`);
    throw error;
  }
}
