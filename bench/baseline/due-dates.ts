import {
  type CivilDate,
  type DueRule,
  type Duty,
  evaluateCondition,
  factsOfLicence,
  type NetworkUnit,
  type Rulebook,
  type ScheduleInput,
  type TriggerEvent,
} from '@zhengqi/obligations';
import { dutiesById, engineFor } from './conditions.ts';
import { dayAfterHours, dueAfter, dueBefore, everyYears } from './dates.ts';

/** Computes, for one licence, nothing but the due dates: occurrence key → day. */
export type Baseline = (input: ScheduleInput) => Promise<Map<string, string>>;

/**
 * What one would build from ready-made parts: a rules engine for applicability, a recurrence library for yearly dates,
 * a holiday library for working days. No derivation, no third truth value, no question. All facts must be answered.
 */
export function createBaseline(rulebook: Rulebook): Baseline {
  const engine = engineFor(rulebook);
  const duties = dutiesById(rulebook);
  return async (input) => {
    const facts = {
      ...input.facts,
      ...factsOfLicence(input.licence, input.asOf as CivilDate),
      always: true,
      asOf: input.asOf,
    };
    const { events } = await engine.run(facts);
    const due = new Map<string, string>();
    for (const { type } of events) {
      const duty = duties.get(type);
      if (duty !== undefined) for (const rule of duty.due) addDates(due, duty, rule, input);
    }
    return due;
  };
}

const yearOf = (day: string): number => Number(day.slice(0, 4));

function addDates(due: Map<string, string>, duty: Duty, rule: DueRule, input: ScheduleInput): void {
  if (rule.sameActAs !== undefined) return;
  const { licence, until } = input;
  const issuedOn = licence.issuedOn ?? until;
  const heldTo = duty.bindsWithoutLicence ? null : licence.validTo;
  const who = duty.scope === 'company' ? 'company' : (licence.number ?? '');
  const add = (suffix: string, day: string) => due.set(`${duty.id}/${rule.id}/${suffix}`, day);
  const inForce = (day: string) => {
    const from = [duty.validFrom, rule.validFrom ?? ''].sort().at(-1) ?? '';
    return day >= from && day <= (rule.validTo ?? duty.validTo ?? '9999-12-31');
  };
  const cycle = (first: number, every: number, subject: string) => {
    for (const day of everyYears('12-31', first, yearOf(until) + every - 1, every)) {
      const opens = `${yearOf(day) - every + 1}-01-01`;
      if (opens <= until && (heldTo === null || day <= heldTo) && inForce(opens)) add(`${subject}/${yearOf(day)}`, day);
    }
  };
  const { timing } = rule;
  switch (timing.type) {
    case 'yearly-window':
      for (const day of everyYears(timing.closes, yearOf(issuedOn), yearOf(until), 1)) {
        const opens = `${yearOf(day)}-${timing.opens}`;
        const held = timing.heldOn === 'previous-year-end' ? `${yearOf(day) - 1}-12-31` : day;
        const from = timing.heldOn === 'previous-year-end' ? held : opens;
        if (issuedOn <= from && held <= (licence.validTo ?? held) && inForce(opens)) add(`${who}/${yearOf(day)}`, day);
      }
      return;
    case 'calendar-years': {
      const last = timing.lastDoneFact === undefined ? undefined : input.facts[timing.lastDoneFact];
      if (typeof last === 'string') cycle(yearOf(last) + timing.every, timing.every, who);
      else if (timing.every === 1) cycle(yearOf(issuedOn), 1, who);
      return;
    }
    case 'before-licence-date':
      if (licence.validTo !== null) {
        const day = dueBefore(licence.validTo, timing.days);
        if (day <= until) add(`${who}/${licence.validTo}`.replace(/^company/, licence.number ?? ''), day);
      }
      return;
    case 'per-network-unit-cycle':
      for (const unit of unitsOf(input)) {
        const last = unit[timing.lastDone as keyof NetworkUnit];
        const every = timing.everyYearsByGrade[String(unit.grade)];
        if (every !== undefined && typeof last === 'string') cycle(yearOf(last) + every, every, unit.id);
      }
      return;
    case 'after-network-unit-date':
      for (const unit of unitsOf(input)) {
        const from = unit[timing.from as keyof NetworkUnit];
        if (typeof from === 'string' && inForce(from)) add(`${unit.id}/${from}`, dueAfter(from, timing.period));
      }
      return;
    case 'at-once':
      return;
    default:
      for (const event of input.events) {
        const day = limitOf(rule, event);
        const start = event['on'] ?? event['at'];
        if (day === null || typeof start !== 'string' || start < issuedOn || !whenHolds(rule, event, input)) continue;
        const anchor = event[timing.from];
        if (!inForce(String(anchor).slice(0, 10))) continue;
        const others = duty.due.filter((other) => other.sameActAs === rule.id).map((other) => limitOf(other, event));
        add(event.id, [day, ...others.filter((other) => other !== null)].sort()[0] ?? day);
      }
  }
}

function limitOf(rule: DueRule, event: TriggerEvent): string | null {
  const { timing } = rule;
  if ((timing.type !== 'after-event' && timing.type !== 'before-event') || timing.event !== event.type) return null;
  const from = event[timing.from];
  if (typeof from !== 'string') return null;
  if (timing.type === 'before-event') return dueBefore(from, timing.days);
  return timing.period.unit === 'hour'
    ? dayAfterHours(from, timing.period.n)
    : dueAfter(from.slice(0, 10), timing.period);
}

/** A narrower condition; evaluated by the product, which only helps the baseline. */
function whenHolds(rule: DueRule, event: TriggerEvent, input: ScheduleInput): boolean {
  if (rule.when === undefined) return true;
  const fact = (key: string) =>
    key.startsWith('event.') ? (event[key.slice('event.'.length)] ?? undefined) : input.facts[key];
  return evaluateCondition(rule.when, { asOf: input.asOf, fact }).applies !== 'no';
}

function unitsOf(input: ScheduleInput): readonly NetworkUnit[] {
  return (input.facts['network_units'] ?? []) as readonly NetworkUnit[];
}
