import { explainStep, PRC_CALENDAR } from '../../calendar/index.ts';
import { RULEBOOK } from '../../rulebook/index.ts';
import { generateSchedule, type Occurrence, type Schedule, ScheduleInputError } from '../../schedule/index.ts';
import type { Language } from '../../text/bilingual.ts';
import type { Finding } from '../../text/finding.ts';
import { type Arguments, dateOption, oneOperand } from '../arguments.ts';
import { CommandError } from '../command-error.ts';
import { readDocument } from '../document.ts';
import { eventsFrom, factsFrom } from '../inputs.ts';
import { type CommandResult, heading, pad } from '../output.ts';
import { findingLines } from '../print/findings.ts';
import { withText } from '../print/steps.ts';

const TITLES = new Map(RULEBOOK.duties.map((duty) => [duty.id, duty.title]));

/** `schedule`: duties, questions and dated items of one licence document. */
export function scheduleCommand(args: Arguments): CommandResult {
  const path = oneOperand(args, '文件');
  const asOf = dateOption(args, 'as-of');
  const until = dateOption(args, 'until');
  if (until < asOf) throw new CommandError(`--until ${until} 早于 --as-of ${asOf}。`);
  const facts = factsFrom(args.option('facts'));
  const events = eventsFrom(args.option('events'));
  const { licence, findings } = readDocument(path);
  const { fields: _fields, ...flat } = licence;
  const schedule = generated(() =>
    generateSchedule({ licence: flat, facts, events, asOf, until }, { rulebook: RULEBOOK, calendar: PRC_CALENDAR }),
  );
  const allFindings = [...schedule.findings, ...findings];
  return {
    json: {
      licence,
      rulebookVersion: schedule.rulebookVersion,
      calendarCoverage: schedule.calendarCoverage,
      duties: schedule.duties,
      questions: schedule.questions,
      occurrences: schedule.occurrences.map((item) => ({ ...item, derivation: item.derivation.map(withText) })),
      findings: allFindings,
    },
    text: (lang) => render(schedule, allFindings, lang),
  };
}

function generated(make: () => Schedule): Schedule {
  try {
    return make();
  } catch (error) {
    if (error instanceof ScheduleInputError) throw new CommandError(`${error.messageZh} ${error.message}`);
    throw error;
  }
}

const APPLIES = {
  yes: { zh: '适用', en: 'binds' },
  no: { zh: '不适用', en: 'does not bind' },
  unknown: { zh: '未知', en: 'unknown' },
} as const;
const STATUS = {
  upcoming: { zh: '未到', en: 'upcoming' },
  open: { zh: '办理中', en: 'open' },
  'past-no-evidence': { zh: '已过，未记录证据', en: 'past, no evidence recorded' },
  'at-once': { zh: '立即', en: 'at once' },
  uncertain: { zh: '存疑', en: 'uncertain' },
} as const;

function render(schedule: Schedule, findings: readonly Finding[], lang: Language): string {
  const zh = lang === 'zh';
  const duties = schedule.duties.map(
    (duty) =>
      `${pad(APPLIES[duty.applies][lang], 9)}${pad(duty.clause, 8)}${TITLES.get(duty.id)?.[lang] ?? duty.id} — ${duty.because[lang]}`,
  );
  return [
    heading(zh ? '发现' : 'Findings'),
    ...findingLines(findings, lang),
    heading(zh ? `事项（${schedule.occurrences.length}）` : `Items (${schedule.occurrences.length})`),
    ...schedule.occurrences.map((item) => itemText(item, lang)),
    heading(zh ? `待回答（${schedule.questions.length}）` : `Questions (${schedule.questions.length})`),
    ...schedule.questions.map((question) => `${pad(question.key, 36)}${question.question[lang]}`),
    heading(zh ? `义务（${schedule.duties.length}）` : `Duties (${schedule.duties.length})`),
    ...duties,
  ].join('\n');
}

function itemText(item: Occurrence, lang: Language): string {
  const zh = lang === 'zh';
  const due = item.dueAt ?? item.dueOn ?? (zh ? '立即' : 'at once');
  const actBy = item.actBy === null || item.actBy === item.dueOn ? '' : `  ${zh ? '建议' : 'act by'} ${item.actBy}`;
  const flags = [
    STATUS[item.status][lang],
    ...(item.provisional ? [zh ? '暂定' : 'provisional'] : []),
    ...(item.applies === 'unknown' ? [zh ? '是否适用待确认' : 'may apply'] : []),
  ];
  const steps = item.derivation.map((step, i) => `      ${i + 1}. ${explainStep(step, lang)}`);
  const anchor = `      ${zh ? '起算' : 'from'}: ${item.anchor.what[lang]} ${item.anchor.on}`;
  return [
    `${due}${actBy}  ${item.clause} [${item.mark}] ${item.action[lang]} (${flags.join(', ')})`,
    anchor,
    ...steps,
  ].join('\n');
}
