import { type CivilDate, civilDate, civilDateFrom, fixedWindow, yearOf } from '../../calendar/index.ts';
import type { Timing } from '../../rulebook/schema.ts';
import { type Draft, type Run, ruleIsValidOn, scopeSubject, type Subject } from '../run.ts';
import { isHeldOn, lapsedWithinYear } from '../standing.ts';

const CONFIRMED = 'annual_report_confirmed_after_lapse';
const ANCHOR = { zh: '固定期间', en: 'Fixed window' };

/**
 * A window of fixed days in every year, never rolled. Owed by whoever held the licence on 31 December of the year
 * before. If the licence lapsed within that year the law does not say, so the item is uncertain until the issuing
 * authority has answered; what is only practice beside it makes no item until then.
 */
export function yearlyWindow(timing: Extract<Timing, { type: 'yearly-window' }>, subject: Subject, run: Run): Draft[] {
  const drafts: Draft[] = [];
  const who = scopeSubject(run, subject.duty);
  for (let year = yearOf(run.standing.heldFrom); year <= yearOf(run.until); year++) {
    const opensOn = civilDate(`${year}-${timing.opens}`);
    const closesOn = civilDate(`${year}-${timing.closes}`);
    if (opensOn > run.until || !ruleIsValidOn(subject.rule, opensOn)) continue;
    const owed = timing.heldOn === 'previous-year-end' ? owedForYear(run, year) : heldThrough(run, opensOn, closesOn);
    if (owed === 'no' || (owed === 'uncertain' && subject.rule.rule.mark === 'P')) continue;
    const deadline = fixedWindow(run.calendar, opensOn, closesOn);
    const anchor = { what: ANCHOR, on: opensOn };
    const draft: Draft = { suffix: `${who}/${year}`, opensOn, deadline, dueAt: null, anchor };
    drafts.push(owed === 'yes' ? draft : { ...draft, uncertain: true, asks: [CONFIRMED] });
  }
  return drafts;
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
