import { isCivilDate, yearOf } from '../../calendar/index.ts';
import type { NetworkUnit } from '../../rulebook/facts.ts';
import type { Timing } from '../../rulebook/schema.ts';
import { type Draft, type Run, ruleIsValidOn, type Subject } from '../run.ts';
import { cycles } from './calendar-years.ts';
import { periodAfter } from './period.ts';

const UNITS = 'network_units';
const FILED = {
  zh: '该网络单元备案之日（未填上一次完成之日）',
  en: 'Day this network unit was filed (no last time given)',
};
const LAST_DONE = { zh: '该网络单元上一次完成之日', en: 'Day it was last done for this network unit' };
const UNIT_DATE = { zh: '该网络单元的定级通过之日', en: 'Day the grade of this network unit was approved' };

/**
 * For each network unit every n years by its grade (grade 3 and above every year, grade 2 every two years), counted
 * from the last time, or from the filing where no last time is given. A unit without grade, or with neither day, has no
 * first date; the question is asked instead of guessing one, and also when by the filing a first time is past.
 */
export function networkUnitCycle(
  timing: Extract<Timing, { type: 'per-network-unit-cycle' }>,
  subject: Subject,
  run: Run,
): Draft[] {
  return eachUnit(subject, run, (unit) => {
    if (typeof unit.grade !== 'number') return null;
    const every = timing.everyYearsByGrade[String(unit.grade)];
    if (every === undefined) return [];
    const lastDone = dateOf(unit, timing.lastDone);
    const on = lastDone ?? dateOf(unit, 'filedOn');
    if (on === null) return null;
    const what = lastDone === null ? FILED : LAST_DONE;
    if (lastDone === null && yearOf(on) + every < yearOf(run.asOf)) run.ask(UNITS, subject.duty.duty.id);
    return cycles(yearOf(on) + every, every, subject, run, unit.id, { what, on });
  });
}

/** For each network unit a period after one of its dates. */
export function afterNetworkUnitDate(
  timing: Extract<Timing, { type: 'after-network-unit-date' }>,
  subject: Subject,
  run: Run,
): Draft[] {
  return eachUnit(subject, run, (unit) => {
    const from = dateOf(unit, timing.from);
    if (from === null) return null;
    if (from > run.until || !ruleIsValidOn(subject.rule, from)) return [];
    const deadline = periodAfter(run.calendar, from, timing.period);
    return [
      { suffix: `${unit.id}/${from}`, opensOn: from, deadline, dueAt: null, anchor: { what: UNIT_DATE, on: from } },
    ];
  });
}

/** Runs over the units; `null` from one, or no list at all, asks for the units. */
function eachUnit(subject: Subject, run: Run, draftsOf: (unit: NetworkUnit) => Draft[] | null): Draft[] {
  if (run.units === null) {
    run.ask(UNITS, subject.duty.duty.id);
    return [];
  }
  const drafts: Draft[] = [];
  for (const unit of run.units) {
    const found = draftsOf(unit);
    if (found === null) run.ask(UNITS, subject.duty.duty.id);
    else drafts.push(...found);
  }
  return drafts;
}

function dateOf(unit: NetworkUnit, attribute: string) {
  const value: unknown = Object.hasOwn(unit, attribute) ? unit[attribute as keyof NetworkUnit] : null;
  return isCivilDate(value) ? value : null;
}
