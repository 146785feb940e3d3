import type { ConditionContext, Verdict } from '../applicability/index.ts';
import type { CivilDate, Deadline, Instant, WorkingDayCalendar } from '../calendar/index.ts';
import type { NetworkUnit } from '../rulebook/facts.ts';
import type { TriggerEvent } from '../rulebook/events.ts';
import type { Mark } from '../rulebook/marks.ts';
import type { Finding } from '../text/finding.ts';
import type { CompiledDueRule, CompiledDuty } from './compile-rulebook.ts';
import type { Anchor } from './model.ts';
import type { Standing } from './standing.ts';

/** An event inside the run, with its place in the input. */
export interface RunEvent {
  readonly event: TriggerEvent;
  readonly path: string;
  /** Civil date of its main attribute. */
  readonly day: CivilDate;
}

/** What every timing reads: one licence, one as-of day, one horizon. */
export interface Run {
  readonly calendar: WorkingDayCalendar;
  readonly standing: Standing;
  readonly facts: ConditionContext;
  readonly asOf: CivilDate;
  readonly until: CivilDate;
  readonly licenceRef: string;
  readonly units: readonly NetworkUnit[] | null;
  readonly eventsByType: ReadonlyMap<string, readonly RunEvent[]>;
  readonly findings: Finding[];
  /** Records that a duty's dates depend on the answer to a question. */
  ask(key: string, dutyId: string): void;
}

/** A duty and due rule being scheduled, with the verdict that the duty binds or may bind. */
export interface Subject {
  readonly duty: CompiledDuty;
  readonly rule: CompiledDueRule;
  readonly verdict: Verdict;
}

/** What a timing found, before it is dressed as an occurrence. */
export interface Draft {
  /** Scope subject and period or event; completes the occurrence key. */
  readonly suffix: string;
  readonly opensOn: CivilDate | null;
  /** Null for acts "at once". */
  readonly deadline: Deadline | null;
  readonly dueAt: Instant | null;
  readonly anchor: Anchor;
  /** Mark of the limit that counts, where it is not the rule's own. */
  readonly mark?: Mark;
  /** The law itself is unclear here; `asks` names the question to the authority. */
  readonly uncertain?: boolean;
  /** Questions that decide whether this one date is owed. */
  readonly asks?: readonly string[];
}

/** Whether a due rule may start a clock on a day. */
export function ruleIsValidOn(rule: CompiledDueRule, day: CivilDate): boolean {
  return rule.validFrom <= day && day <= rule.validTo;
}

/** Last day on which items of a due rule are made: the end of the licence, unless it binds without one. */
export function lastDayOf(run: Run, { duty }: CompiledDuty, { rule }: CompiledDueRule): CivilDate | null {
  return duty.bindsWithoutLicence && rule.onlyWithLicence !== true ? null : run.standing.heldTo;
}

/** Who or what an item of a duty hangs on, as it stands in keys. Company duties are one for all licences. */
export function scopeSubject(run: Run, { duty }: CompiledDuty): string {
  return duty.scope === 'company' ? 'company' : run.licenceRef;
}
