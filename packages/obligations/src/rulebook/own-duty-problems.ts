import { isCivilDate } from '../calendar/index.ts';
import type { Bilingual } from '../text/bilingual.ts';
import type { Condition } from './condition.ts';
import { EVENTS, type EventDefinition } from './events.ts';
import { FACTS, type FactDefinition } from './facts.ts';
import type { Duty, DueRule, Rulebook, SourceReference } from './schema.ts';

interface Problem {
  path: string;
  message: Bilingual;
}

const CATALOGUE: Readonly<Record<string, EventDefinition>> = EVENTS;
const FACT_CATALOGUE: Readonly<Record<string, FactDefinition>> = FACTS;
const UNIT_DATES = ['gradeApprovedOn', 'filedOn', 'lastTestOn', 'lastRiskAssessmentOn'];

/** What the schema cannot see: names of nothing, days that do not exist, marks that are not earned. Empty when it is sound. */
export function ownDutyProblems(duty: Duty, rulebook: Rulebook): Problem[] {
  const sources = [
    ...duty.sources.map((source, i) => ({ source, path: `sources.${i}` })),
    ...duty.due.flatMap((rule, i) => rule.sources.map((source, j) => ({ source, path: `due.${i}.sources.${j}` }))),
    ...duty.penalties.map(({ source }, i) => ({ source, path: `penalties.${i}.source` })),
  ];
  return [
    ...conditionProblems(duty.condition, 'condition', isFact),
    ...sources.flatMap(({ source, path }) => sourceProblems(source, path, rulebook)),
    ...dayProblems(duty, ''),
    ...duty.due.flatMap((rule, i) => dueRuleProblems(duty, rule, i)),
    ...markProblems(duty),
  ];
}

const problem = (path: string, zh: string, en: string): Problem => ({ path, message: { zh, en } });
const isFact = (key: string): boolean => key in FACT_CATALOGUE;

/** Leaves that read what nobody can answer, and days that do not exist. */
function conditionProblems(condition: Condition, path: string, known: (key: string) => boolean): Problem[] {
  if ('fact' in condition) {
    if (known(condition.fact)) return [];
    const { fact } = condition;
    return [problem(`${path}.fact`, `事实目录中没有“${fact}”。`, `The catalogue of facts has no “${fact}”.`)];
  }
  if ('all' in condition) return condition.all.flatMap((part, i) => conditionProblems(part, `${path}.all.${i}`, known));
  if ('any' in condition) return condition.any.flatMap((part, i) => conditionProblems(part, `${path}.any.${i}`, known));
  if ('not' in condition) return conditionProblems(condition.not, `${path}.not`, known);
  if ('onOrAfter' in condition) return noSuchDay(condition.onOrAfter, `${path}.onOrAfter`);
  if ('before' in condition) return noSuchDay(condition.before, `${path}.before`);
  return [];
}

function sourceProblems({ law, mark, note }: SourceReference, path: string, { laws }: Rulebook): Problem[] {
  if (!laws.some(({ id }) => id === law)) {
    return [
      problem(
        `${path}.law`,
        `法规目录中没有“${law}”；自定义依据请填写 own-rule 并写明说明。`,
        `The register of laws has no “${law}”; for a source of your own write own-rule and a note.`,
      ),
    ];
  }
  if (law !== 'own-rule') return [];
  const found: Problem[] = [];
  if (note === undefined || note.zh.trim() === '')
    found.push(
      problem(
        `${path}.note`,
        '请写明依据的文件、文号或理由。',
        'Name the paper with its number, or the reason it stands on.',
      ),
    );
  if (mark === 'V')
    found.push(
      problem(
        `${path}.mark`,
        '未收录于法规目录的依据不能标为“已核对原文”（V）。',
        'A source outside of the register of laws cannot be marked as a statute that was read (V).',
      ),
    );
  return found;
}

/** A deadline is law only as far as one of its sources is. */
function markProblems(duty: Duty): Problem[] {
  const onlyOwn = (sources: readonly SourceReference[]) => sources.every(({ law }) => law === 'own-rule');
  const found = duty.due.flatMap((rule, i) =>
    rule.mark === 'V' && onlyOwn(rule.sources)
      ? [
          problem(
            `due.${i}.mark`,
            '期限没有法规依据，不能标为“已核对原文”（V）。',
            'No law gives this limit: it cannot be marked as a statute that was read (V).',
          ),
        ]
      : [],
  );
  if (duty.due.length > 0 !== (duty.marks.deadline !== null))
    found.push(
      problem(
        'marks.deadline',
        '有期限时必须标注，没有期限时应为 null。',
        'It is given exactly when the duty has a due rule, otherwise null.',
      ),
    );
  if (duty.penalties.length > 0 !== (duty.marks.penalty !== null))
    found.push(
      problem(
        'marks.penalty',
        '有罚则时必须标注，没有罚则时应为 null。',
        'It is given exactly when the duty has a penalty, otherwise null.',
      ),
    );
  return found;
}

function dueRuleProblems(duty: Duty, rule: DueRule, i: number): Problem[] {
  const path = `due.${i}`;
  const found = [...dayProblems(rule, path), ...timingProblems(rule, `${path}.timing`)];
  const before = duty.due.slice(0, i);
  if (before.some(({ id }) => id === rule.id))
    found.push(problem(`${path}.id`, '同一义务内的编号不能重复。', 'The id is taken by another rule of this duty.'));
  if (rule.sameActAs !== undefined && !before.some(({ id }) => id === rule.sameActAs))
    found.push(problem(`${path}.sameActAs`, '应指向前面的一条期限。', 'It must name an earlier rule of this duty.'));
  if (rule.when !== undefined) {
    const { timing } = rule;
    const attributes = 'event' in timing ? (CATALOGUE[timing.event]?.attributes ?? {}) : {};
    const known = (key: string) => (key.startsWith('event.') ? key.slice(6) in attributes : isFact(key));
    found.push(...conditionProblems(rule.when, `${path}.when`, known));
  }
  return found;
}

function timingProblems({ timing }: DueRule, path: string): Problem[] {
  if (timing.type === 'yearly-window') {
    const found = (['opens', 'closes'] as const).flatMap((name) =>
      noSuchDay(`2025-${timing[name]}`, `${path}.${name}`),
    );
    if (found.length === 0 && timing.opens > timing.closes)
      found.push(problem(`${path}.closes`, '截止日应不早于起始日。', 'The end must not come before the start.'));
    return found;
  }
  if (timing.type === 'calendar-years') {
    const { lastDoneFact: fact } = timing;
    if (fact === undefined || FACT_CATALOGUE[fact]?.type === 'date') return [];
    return [problem(`${path}.lastDoneFact`, '应为事实目录中的日期。', 'It must be a date of the catalogue of facts.')];
  }
  if ('event' in timing) return startProblems(timing.event, timing, path);
  if (timing.type === 'per-network-unit-cycle') return unitDate(timing.lastDone, `${path}.lastDone`);
  if (timing.type === 'after-network-unit-date') return unitDate(timing.from, `${path}.from`);
  return [];
}

function startProblems(event: string, timing: DueRule['timing'], path: string): Problem[] {
  const definition = CATALOGUE[event];
  if (definition === undefined)
    return [problem(`${path}.event`, `没有“${event}”这种事件。`, `There is no kind of event “${event}”.`)];
  const from = 'from' in timing ? timing.from : undefined;
  if (from === undefined) return [];
  const type = definition.attributes[from]?.type;
  const inHours = 'period' in timing && timing.period.unit === 'hour';
  if (type === 'instant' || (type === 'date' && !inHours)) return [];
  const wanted = inHours ? { zh: '时刻', en: 'moment' } : { zh: '日期', en: 'date' };
  return [
    problem(`${path}.from`, `应为该事件的一个${wanted.zh}。`, `It must be a ${wanted.en} of that kind of event.`),
  ];
}

function unitDate(name: string, path: string): Problem[] {
  if (UNIT_DATES.includes(name)) return [];
  return [problem(path, `应为以下之一：${UNIT_DATES.join('、')}。`, `It must be one of: ${UNIT_DATES.join(', ')}.`)];
}

function dayProblems(dated: { validFrom?: string | undefined; validTo?: string | undefined }, path: string): Problem[] {
  const at = (name: string) => (path === '' ? name : `${path}.${name}`);
  return (['validFrom', 'validTo'] as const).flatMap((name) => noSuchDay(dated[name], at(name)));
}

function noSuchDay(day: string | undefined, path: string): Problem[] {
  if (day === undefined || isCivilDate(day)) return [];
  return [problem(path, '请填写存在的日期，如 2026-03-31。', 'Give an existing date, for example 2026-03-31.')];
}
