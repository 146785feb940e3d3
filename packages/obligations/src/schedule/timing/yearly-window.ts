import {
  type CivilDate,
  civilDate,
  civilDateFrom,
  fixedWindow,
  type WindowDeadline,
  type WorkingDayCalendar,
  yearOf,
} from '../../calendar/index.ts';
import type { Timing } from '../../rulebook/schema.ts';
import { type Draft, type Run, ruleIsValidOn, scopeSubject, type Subject } from '../run.ts';
import { isHeldOn, lapsedWithinYear } from '../standing.ts';

type YearlyWindow = Extract<Timing, { type: 'yearly-window' }>;

const windows = new WeakMap<WorkingDayCalendar, WeakMap<YearlyWindow, Map<number, WindowDeadline>>>();
const CONFIRMED = 'annual_report_confirmed_after_lapse';
const ANCHOR = { zh: '固定期间', en: 'Fixed window' };

/**
 * A window of fixed days in every year, never rolled. Owed by whoever held the licence on 31 December of the year
 * before. If the licence lapsed within that year the law does not say, so the item is uncertain until the issuing
 * authority has answered; what is only practice beside it makes no item until then.
 */
export function yearlyWindow(timing: YearlyWindow, subject: Subject, run: Run): Draft[] {
  const drafts: Draft[] = [];
  const who = scopeSubject(run, subject.duty);
  for (let year = yearOf(run.standing.heldFrom); year <= yearOf(run.until); year++) {
    const deadline = windowOf(timing, run.calendar, year);
    const { opensOn, dueOn: closesOn } = deadline;
    if (opensOn > run.until || !ruleIsValidOn(subject.rule, opensOn)) continue;
    const owed = timing.heldOn === 'previous-year-end' ? owedForYear(run, year) : heldThrough(run, opensOn, closesOn);
    if (owed === 'no' || (owed === 'uncertain' && subject.rule.rule.mark === 'P')) continue;
    const anchor = { what: ANCHOR, on: opensOn };
    const draft: Draft = { suffix: `${who}/${year}`, opensOn, deadline, dueAt: null, anchor };
    drafts.push(owed === 'yes' ? draft : { ...draft, uncertain: true, asks: [CONFIRMED] });
  }
  return drafts;
}

/** The window of a year, remembered per calendar: each licence asks for the same ones. */
function windowOf(timing: YearlyWindow, calendar: WorkingDayCalendar, year: number): WindowDeadline {
  let ofCalendar = windows.get(calendar);
  if (ofCalendar === undefined) windows.set(calendar, (ofCalendar = new WeakMap()));
  let ofTiming = ofCalendar.get(timing);
  if (ofTiming === undefined) ofCalendar.set(timing, (ofTiming = new Map()));
  const known = ofTiming.get(year);
  if (known !== undefined) return known;
  const [opensOn, closesOn] = [civilDate(`${year}-${timing.opens}`), civilDate(`${year}-${timing.closes}`)];
  const window = fixedWindow(calendar, opensOn, closesOn);
  ofTiming.set(year, window);
  return window;
}

function owedForYear(run: Run, year: number): 'yes' | 'no' | 'uncertain' {
  const yearEnd = civilDateFrom(year - 1, 12, 31);
  if (isHeldOn(run.standing, yearEnd)) return 'yes';
  if (!lapsedWithinYear(run.standing, yearEnd)) return 'no';
  const confirmed = run.facts.fact(CONFIRMED);
  if (confirmed === true) return 'yes';
  return confirmed === false ? 'no' : 'uncertain';
}

function heldThrough(run: Run, opensOn: CivilDate, closesOn: CivilDate): 'yes' | 'no' {
  return isHeldOn(run.standing, closesOn) && run.standing.heldFrom <= opensOn ? 'yes' : 'no';
}
