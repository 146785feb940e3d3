import {
  type CivilDate,
  civilDateOf,
  type Deadline,
  daysBefore,
  earliest,
  hoursAfter,
  type Instant,
  isCivilDate,
} from '../../calendar/index.ts';
import { EVENTS, type EventAttribute, type EventDefinition } from '../../rulebook/events.ts';
import { lawById } from '../../rulebook/laws.ts';
import { mainAttributeOf } from '../../rulebook/main-attribute.ts';
import type { Mark } from '../../rulebook/marks.ts';
import type { Timing } from '../../rulebook/schema.ts';
import type { Bilingual } from '../../text/bilingual.ts';
import type { CompiledDueRule } from '../compile-rulebook.ts';
import { notYetHappened } from '../findings.ts';
import { type Draft, lastDayOf, type Run, type RunEvent, ruleIsValidOn, type Subject } from '../run.ts';
import { periodAfter } from './period.ts';

type EventTiming = Extract<Timing, { type: 'after-event' | 'before-event' | 'at-once' }>;

const CATALOGUE: Readonly<Record<string, EventDefinition>> = EVENTS;
const NO_ASKS: readonly string[] = Object.freeze([]);

/** A limit that one event sets by one due rule. */
interface Limit {
  readonly anchor: { what: Bilingual; on: string };
  readonly opensOn: CivilDate | null;
  readonly deadline: Deadline | null;
  readonly dueAt: Instant | null;
  /** Mark of the limit that counts, where it is not the rule's own. */
  readonly mark?: Mark;
}

/** One draft for each recorded event of the rule's kind whose own condition holds or may hold. */
export function eventDrafts(timing: EventTiming, subject: Subject, run: Run): Draft[] {
  const drafts: Draft[] = [];
  for (const entry of run.eventsByType.get(timing.event) ?? []) {
    const asks = asksOf(subject.rule, entry, run);
    if (asks === null) continue;
    const limit = limitOf(subject.rule, timing, entry, subject, run);
    if (limit === null) continue;
    const suffix = entry.event.id;
    drafts.push({ suffix, ...withAlternatives(limit, subject, entry, run), ...(asks.length > 0 ? { asks } : {}) });
  }
  return drafts;
}

/** Null when the rule's own condition says no; the open questions when it is unknown. */
function asksOf(rule: CompiledDueRule, { event }: RunEvent, run: Run): readonly string[] | null {
  if (rule.when === null) return NO_ASKS;
  const verdict = rule.when({
    asOf: run.asOf,
    fact: (key) => (key.startsWith('event.') ? (event[key.slice('event.'.length)] ?? undefined) : run.facts.fact(key)),
  });
  return verdict.applies === 'no' ? null : verdict.asks;
}

function limitOf(
  rule: CompiledDueRule,
  timing: EventTiming,
  entry: RunEvent,
  subject: Subject,
  run: Run,
): Limit | null {
  const main = mainAttributeOf(timing.event);
  const attribute = startingAttribute(timing, entry, main);
  const value = entry.event[attribute];
  if (typeof value !== 'string') {
    reportMissing(attribute, timing, entry, rule, subject, run);
    return null;
  }
  const day = attribute === main ? entry.day : dayOf(value);
  const lastDay = lastDayOf(run, subject.duty, rule);
  if (!ruleIsValidOn(rule, day) || (lastDay !== null && day > lastDay)) return null;
  if (attribute !== main && !followsFrom(attribute, day, rule, timing, entry, run)) return null;
  const anchor = { what: labelOf(timing.event, attribute), on: value };
  if (timing.type === 'at-once') return { anchor, opensOn: day, deadline: null, dueAt: null };
  if (timing.type === 'before-event') {
    const deadline = daysBefore(run.calendar, day, timing.days);
    return { anchor, opensOn: null, deadline, dueAt: null };
  }
  if (timing.period.unit !== 'hour') {
    return { anchor, opensOn: day, deadline: periodAfter(run.calendar, day, timing.period), dueAt: null };
  }
  return { anchor, opensOn: day, ...hourLimit(value, timing.period.n) };
}

/** Whether a further date of an event may start a clock: the event itself lies inside the rule, and the date is past. */
function followsFrom(
  attribute: string,
  day: CivilDate,
  rule: CompiledDueRule,
  timing: EventTiming,
  entry: RunEvent,
  run: Run,
): boolean {
  // What happened before a rule was in force stays outside it, even if a later date of the event lies inside.
  if (entry.day < rule.validFrom) return false;
  if (day <= run.asOf || attributeOf(timing.event, attribute)?.mayBeFuture === true) return true;
  run.findings.push(notYetHappened(day, run.asOf, `${entry.path}.${attribute}`));
  return false;
}

const dayOf = (value: string): CivilDate => (isCivilDate(value) ? value : civilDateOf(value));

/** "At once" runs from the main date of the event, or from an earlier one (`from`) where that is known. */
function startingAttribute(timing: EventTiming, { event }: RunEvent, main: string): string {
  if (timing.type !== 'at-once') return timing.from;
  return timing.from !== undefined && typeof event[timing.from] === 'string' ? timing.from : main;
}

function hourLimit(from: Instant, hours: number): { deadline: Deadline; dueAt: Instant } {
  const { dueAt, derivation } = hoursAfter(from, hours);
  const day = civilDateOf(dueAt);
  const deadline = { nominalOn: day, dueOn: day, actBy: day, provisional: false, provisionalFields: [], derivation };
  return { dueAt, deadline };
}

/**
 * Where other sources limit the same act, the earliest date counts, with its own mark, and all are shown (C13). A
 * planned day may be so near that its limit lies before the event; then there is no day on which the window opens.
 */
function withAlternatives(limit: Limit, subject: Subject, entry: RunEvent, run: Run): Limit {
  const { rule } = subject;
  if (limit.deadline === null || rule.alternatives.length === 0) return limit;
  const deadlines = [limit.deadline];
  const rules = [rule];
  for (const alternative of rule.alternatives) {
    const timing = alternative.rule.timing;
    if (timing.type !== 'after-event' && timing.type !== 'before-event') continue;
    if (typeof entry.event[timing.from] !== 'string' || asksOf(alternative, entry, run) === null) continue;
    const other = limitOf(alternative, timing, entry, subject, run);
    if (other?.deadline == null) continue;
    deadlines.push(other.deadline);
    rules.push(alternative);
  }
  if (deadlines.length === 1) return limit;
  const deadline = earliest(deadlines, rules.map(labelOfRule));
  const chosen = rules[deadlines.findIndex(({ dueOn }) => dueOn === deadline.dueOn)] ?? rule;
  const { opensOn } = limit;
  return {
    ...limit,
    deadline,
    mark: chosen.rule.mark,
    opensOn: opensOn !== null && opensOn > deadline.dueOn ? null : opensOn,
  };
}

/** Law and article of the limit in both languages, since a step has one label. */
function labelOfRule({ rule }: CompiledDueRule): string {
  const source = rule.sources[0];
  const law = source === undefined ? undefined : lawById(source.law);
  if (source === undefined || law === undefined) return rule.id;
  const { article, mark } = source;
  return article === null
    ? `${law.title.zh} · ${law.title.en} (${mark})`
    : `${law.title.zh}第${article}条 · ${law.title.en} art ${article} (${mark})`;
}

function attributeOf(event: string, attribute: string): EventAttribute | undefined {
  return CATALOGUE[event]?.attributes[attribute];
}

function labelOf(event: string, attribute: string): Bilingual {
  return attributeOf(event, attribute)?.label ?? { zh: attribute, en: attribute };
}

/** A clock of hours that cannot be shown is running already, so that is a warning. */
function reportMissing(
  attribute: string,
  timing: EventTiming,
  entry: RunEvent,
  { rule }: CompiledDueRule,
  subject: Subject,
  run: Run,
): void {
  const label = labelOf(timing.event, attribute);
  const { clause } = subject.duty.duty;
  const hours = timing.type === 'after-event' && timing.period.unit === 'hour';
  run.findings.push({
    code: 'event-date-missing',
    severity: hours ? 'warning' : 'info',
    message: `填写“${label.zh}”后才能计算“${rule.action.zh}”（${clause}）的期限。`,
    messageEn: `The limit of “${rule.action.en}” (${clause}) can be counted once “${label.en}” is given.`,
    at: { path: `${entry.path}.${attribute}` },
  });
}
