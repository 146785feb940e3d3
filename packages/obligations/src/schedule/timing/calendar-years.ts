import { type CivilDate, fixedWindow, isCivilDate, yearOf } from '../../calendar/index.ts';
import type { Timing } from '../../rulebook/schema.ts';
import type { Anchor } from '../model.ts';
import type { Bilingual } from '../../text/bilingual.ts';
import { type Draft, lastDayOf, type Run, ruleIsValidOn, scopeSubject, type Subject } from '../run.ts';
import { calendarYearsWindow } from './year-window.ts';

const WITHIN_YEAR = { zh: '在日历年度内完成', en: 'Within the calendar year' };
const LAST_DONE = { zh: '上一次完成之日', en: 'Day it was last done' };

/**
 * Once in every n calendar years, ending on 31 December without roll. Made for cycles that end while the licence is
 * held, and for the one under way while it is. With a "last done" date the next cycle ends n years after that year;
 * without one, and with n above 1, the first date is unknown and its question is asked.
 */
export function calendarYears(
  timing: Extract<Timing, { type: 'calendar-years' }>,
  subject: Subject,
  run: Run,
): Draft[] {
  const who = scopeSubject(run, subject.duty);
  const lastDone = timing.lastDoneFact === undefined ? null : run.facts.fact(timing.lastDoneFact);
  if (isCivilDate(lastDone)) {
    const anchor = { what: LAST_DONE, on: lastDone };
    return cycles(yearOf(lastDone) + timing.every, timing.every, subject, run, who, anchor);
  }
  if (timing.every > 1) {
    if (timing.lastDoneFact !== undefined) run.ask(timing.lastDoneFact, subject.duty.duty.id);
    return [];
  }
  return cycles(yearOf(run.standing.heldFrom), 1, subject, run, who, null);
}

/**
 * Cycles of n calendar years, the first one ending in `firstYear`. A cycle counted from a last time is owed if its end
 * lies within the rule's validity; a plain calendar year only if the rule was in force when it began. No window opens
 * before the rule was in force or the licence held.
 */
export function cycles(
  firstYear: number,
  every: number,
  subject: Subject,
  run: Run,
  who: string,
  lastDone: { what: Bilingual; on: CivilDate } | null,
): Draft[] {
  const drafts: Draft[] = [];
  const lastDay = lastDayOf(run, subject.duty, subject.rule);
  const from = subject.duty.duty.bindsWithoutLicence ? '' : run.standing.heldFrom;
  for (let year = firstYear; ; year += every) {
    const whole = calendarYearsWindow(run.calendar, year - every + 1, year);
    const { opensOn: begins, dueOn: closesOn } = whole;
    if (begins > run.until || (lastDay !== null && closesOn > lastDay && !underWay(begins, lastDay, run)))
      return drafts;
    if (closesOn < run.standing.heldFrom) continue;
    if (!ruleIsValidOn(subject.rule, lastDone === null ? begins : closesOn)) continue;
    const opensOn = latest(begins, from, subject.rule.validFrom);
    const deadline = opensOn === begins ? whole : fixedWindow(run.calendar, opensOn, closesOn);
    const anchor = lastDone ?? withinYear(begins);
    drafts.push({ suffix: `${who}/${year}`, opensOn, deadline, dueAt: null, anchor });
  }
}

const anchors = new Map<CivilDate, Anchor>();

/** All licences share the anchor of a calendar year. */
function withinYear(begins: CivilDate): Anchor {
  let anchor = anchors.get(begins);
  if (anchor === undefined) {
    anchor = Object.freeze({ what: WITHIN_YEAR, on: begins });
    anchors.set(begins, anchor);
  }
  return anchor;
}

/** Owed already, although the licence ends before the cycle does: whether it goes on does not matter. */
function underWay(begins: CivilDate, lastDay: CivilDate, { asOf }: Run): boolean {
  return begins <= asOf && asOf <= lastDay;
}

function latest(day: CivilDate, from: string, validFrom: string): CivilDate {
  const later = from > day ? from : day;
  return (validFrom > later ? validFrom : later) as CivilDate;
}
