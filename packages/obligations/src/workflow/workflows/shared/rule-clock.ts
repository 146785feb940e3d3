import { mainAttributeOf } from '../../../rulebook/main-attribute.ts';
import { dutyById, RULEBOOK } from '../../../rulebook/rulebook.ts';
import type { Timing } from '../../../rulebook/schema.ts';
import type { ClockDefinition, ClockTiming, Effect } from '../../machine/model.ts';

/** What a workflow states beside the due rule: the field the count starts from, a narrower condition, remarks. */
type Beside = Partial<Pick<ClockDefinition, 'when' | 'sameActAs' | 'notes' | 'name' | 'silence'>> & {
  readonly from?: string;
};

/** A clock of ours whose limit, mark and sources are those of a due rule of the rulebook. */
export function ruleClock(dutyId: string, ruleId: string, { from, ...beside }: Beside = {}): ClockDefinition {
  const duty = dutyById(RULEBOOK, dutyId);
  const rule = duty?.due.find(({ id }) => id === ruleId);
  if (duty === undefined || rule === undefined) throw new Error(`no due rule ${dutyId}/${ruleId} in the rulebook`);
  // A rule may be younger or older than its duty; the later of the two days counts.
  const validFrom = rule.validFrom ?? duty.validFrom;
  const validTo = rule.validTo ?? duty.validTo;
  return {
    name: rule.action,
    whose: 'applicant',
    timing: clockTiming(rule.timing, from),
    mark: rule.mark,
    sources: rule.sources,
    validFrom,
    ...(validTo === undefined ? {} : { validTo }),
    ...(rule.when === undefined ? {} : { when: rule.when }),
    rule: { duty: dutyId, rule: ruleId },
    ...beside,
  };
}

function clockTiming(timing: Timing, from: string | undefined): ClockTiming {
  switch (timing.type) {
    case 'after-event':
      return { type: 'after', from: from ?? timing.from, period: timing.period };
    case 'after-network-unit-date':
      return { type: 'after', from: from ?? timing.from, period: timing.period };
    case 'before-event':
      return { type: 'before', from: from ?? timing.from, days: timing.days };
    case 'before-licence-date':
      return { type: 'before', from: from ?? timing.date, days: timing.days };
    case 'at-once':
      return { type: 'at-once', from: from ?? timing.from ?? mainAttributeOf(timing.event) };
    case 'yearly-window':
      return { type: 'window', yearOf: from ?? 'filingYear', opens: timing.opens, closes: timing.closes };
    case 'per-network-unit-cycle':
      return { type: 'cycle', from: from ?? timing.lastDone, by: 'grade', years: timing.everyYearsByGrade };
    case 'calendar-years':
      throw new Error('a duty of whole calendar years is an item of the schedule, no clock of a workflow');
  }
}

/** The linked occurrence of a due rule is done. */
export function closes(duty: string, rule: string): Effect {
  return { type: 'closes-occurrence', duty, rule };
}

/** It is owed again. */
export function reopens(duty: string, rule: string): Effect {
  return { type: 'reopens-occurrence', duty, rule };
}

/** Opens clocks, each from its own field. */
export function opens(...clocks: readonly string[]): Effect[] {
  return clocks.map((clock) => ({ type: 'opens-clock', clock }));
}

/** Stops clocks on the day or moment in a field. */
export function stops(on: string, ...clocks: readonly string[]): Effect[] {
  return clocks.map((clock) => ({ type: 'stops-clock', clock, on }));
}
