import { factView, type Verdict } from '../applicability/index.ts';
import { civilDateFrom, civilDateOf, isCivilDate, type WorkingDayCalendar, yearOf } from '../calendar/index.ts';
import { EVENTS, type EventDefinition } from '../rulebook/events.ts';
import type { Facts, NetworkUnit } from '../rulebook/facts.ts';
import { mainAttributeOf } from '../rulebook/main-attribute.ts';
import type { Rulebook } from '../rulebook/schema.ts';
import type { Finding } from '../text/finding.ts';
import { readAnswers } from './answers.ts';
import { type Applicability, compileRulebook } from './compile-rulebook.ts';
import { beforeContinuation } from './continuation.ts';
import { borderlineFinding, eventOutsideValidity, notYetHappened, standingFindings } from './findings.ts';
import { checkEvents, checkFacts, checkLicenceDates } from './input-check.ts';
import type { Occurrence, Schedule, ScheduleInput } from './model.ts';
import { inDateOrder, toOccurrence } from './occurrence.ts';
import { questionsOf, withAsksOfDates } from './questions.ts';
import type { Run, RunEvent } from './run.ts';
import { reviewOccurrences } from './reviews.ts';
import { lapsedWithinYear, type Standing, standingOf } from './standing.ts';
import { draftsOf } from './timing/index.ts';

/** What a schedule is counted with. */
export interface ScheduleRules {
  readonly rulebook: Rulebook;
  readonly calendar: WorkingDayCalendar;
}

/**
 * The obligation schedule of one licence: which duties bind and why, what is still to be asked, and every dated item
 * inside the horizon with its derivation. Pure: same input, same output. Derivations and texts are frozen and shared
 * between results.
 * @throws {ScheduleInputError} for a fact, event or licence date that cannot be used; nothing is computed then
 */
export function generateSchedule(input: ScheduleInput, rules: ScheduleRules): Schedule {
  checkLicenceDates(input.licence);
  checkFacts(input.facts);
  checkEvents(input.events);
  const { licence, asOf, until } = input;
  const standing = standingOf(licence, input.facts, asOf);
  const answers = liveAnswers(input.facts, standing);
  const findings = standingFindings(licence, standing, asOf, until, rules.calendar);
  const asked = new Map<string, Set<string>>();
  const run: Run = {
    calendar: rules.calendar,
    standing,
    facts: factView(licence, answers, asOf),
    asOf,
    until,
    licenceRef: input.licenceRef ?? licence.number ?? 'licence',
    units: (input.facts['network_units'] as readonly NetworkUnit[] | null | undefined) ?? null,
    eventsByType: groupEvents(input, standing, findings),
    findings,
    ask: (key, dutyId) => {
      const duties = asked.get(key);
      if (duties === undefined) asked.set(key, new Set([dutyId]));
      else duties.add(dutyId);
    },
  };
  const applicabilityOf = compileRulebook(rules.rulebook);
  const { results, dated, decisions, questions } = applicabilityOf(run.facts);
  readAnswers(rules.rulebook, licence, answers, run);
  const made = occurrencesOf(dated, run);
  if (standing.continuation !== null) made.unshift(...occurrencesOf(...beforeContinuation(applicabilityOf, run)));
  if (input.reviews !== undefined) made.push(...reviewOccurrences(rules.rulebook, results, input.reviews, run));
  const occurrences = inDateOrder(made);
  findings.push(...borderlineFindings(occurrences, licence.authorityEffective, standing));
  const all = withAsksOfDates(decisions, occurrences, asked);
  return {
    rulebookVersion: rules.rulebook.version,
    calendarCoverage: { from: rules.calendar.coversFrom, to: rules.calendar.coversTo },
    duties: results,
    questions: all === decisions ? questions : questionsOf(all),
    occurrences,
    findings,
  };
}

/**
 * Items of duties that bind while the licence is held. A duty whose condition is unknown gives dates only where the
 * licence itself prints it (it binds on its face) or a recorded event started its clock; other law shows its dates once
 * it is known to apply.
 */
function occurrencesOf(dated: Applicability['dated'], run: Run): Occurrence[] {
  const made: Occurrence[] = [];
  for (const { duty, verdict } of dated) {
    for (const rule of duty.due) {
      const startedByEvent = 'event' in rule.rule.timing;
      if (verdict.applies === 'unknown' && duty.duty.provision === null && !startedByEvent) continue;
      const own = startedByEvent || rule.when === null ? null : rule.when(run.facts);
      if (own?.applies === 'no') continue;
      const subject = { duty, rule, verdict: own === null ? verdict : both(verdict, own) };
      for (const draft of draftsOf(subject, run)) made.push(toOccurrence(draft, subject, run));
    }
  }
  return made;
}

/** An answer that the licence was renewed is used up once the renewed validity has ended too: it is asked again. */
function liveAnswers(facts: Facts, { lapsed }: Standing): Facts {
  return lapsed === 'unknown' && facts['renewal_status'] != null ? { ...facts, renewal_status: null } : facts;
}

/** Duty and due rule both hold or may hold: what is asked for either is asked. */
function both(duty: Verdict, rule: Verdict): Verdict {
  if (rule.applies === 'yes') return duty;
  return { ...rule, asks: [...new Set([...duty.asks, ...rule.asks])] };
}

function groupEvents(input: ScheduleInput, standing: Standing, findings: Finding[]): Map<string, RunEvent[]> {
  const groups = new Map<string, RunEvent[]>();
  input.events.forEach((event, i) => {
    const main = mainAttributeOf(event.type);
    const value = event[main];
    if (typeof value !== 'string') return;
    const path = `events[${i}]`;
    const day = isCivilDate(value) ? value : civilDateOf(value);
    const definition: EventDefinition = EVENTS[event.type as keyof typeof EVENTS];
    if (day > input.asOf && definition.attributes[main]?.mayBeFuture !== true) {
      findings.push(notYetHappened(day, input.asOf, `${path}.${main}`));
      return;
    }
    const outside = eventOutsideValidity(standing, day, `${path}.${main}`);
    if (outside !== null) findings.push(outside);
    if (outside?.code === 'event-before-licence') return;
    const group = groups.get(event.type);
    if (group === undefined) groups.set(event.type, [{ event, path, day }]);
    else group.push({ event, path, day });
  });
  return groups;
}

function borderlineFindings(
  occurrences: readonly Occurrence[],
  authority: string | null,
  standing: Standing,
): Finding[] {
  const { heldTo } = standing;
  if (heldTo === null || !lapsedWithinYear(standing, civilDateFrom(yearOf(heldTo), 12, 31))) return [];
  const uncertain = occurrences.find((occurrence) => occurrence.status === 'uncertain');
  return uncertain?.opensOn == null ? [] : [borderlineFinding(yearOf(uncertain.opensOn), heldTo, authority)];
}
