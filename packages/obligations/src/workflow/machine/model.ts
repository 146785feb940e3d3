import type { Condition } from '../../rulebook/condition.ts';
import type { Mark } from '../../rulebook/marks.ts';
import type { Period, SourceReference } from '../../rulebook/schema.ts';
import type { Bilingual } from '../../text/bilingual.ts';

/** Who has the next step, or how it ended. */
export type StateKind =
  | 'start'
  | 'ongoing'
  | 'waiting-for-us'
  | 'waiting-for-authority'
  | 'waiting-for-client'
  | 'ended-good'
  | 'ended-bad';

/** A remark with its verification mark; `P` must be shown as practice. */
export interface MarkedNote {
  readonly text: Bilingual;
  readonly mark: Mark;
  readonly sources?: readonly SourceReference[];
}

/** Where a piece of work stands. */
export interface StateDefinition {
  readonly name: Bilingual;
  readonly kind: StateKind;
  /** Says that something lies with somebody outside; reached only through a person's move with a receipt. */
  readonly filed?: true;
  /** Next steps and warnings for whoever looks at this state. */
  readonly notes?: readonly MarkedNote[];
}

export type FieldType =
  | 'date'
  | 'instant'
  | 'receipt'
  | 'reason'
  | 'document'
  | 'text'
  | 'number'
  | 'boolean'
  | 'choice';

/** A piece of data that a move asks for. Days and moments must have happened unless `mayBeFuture`. */
export interface FieldDefinition {
  readonly label: Bilingual;
  readonly type: FieldType;
  readonly required: boolean;
  readonly mayBeFuture?: true;
  /** Bounds of a `number`; numbers are whole and not negative. */
  readonly min?: number;
  readonly max?: number;
  /** Allowed values of `choice`. */
  readonly values?: readonly { readonly value: string; readonly label: Bilingual }[];
}

/** A demand on the data or the history. `otherwise` says what is wrong and what to do. */
export type Guard = { readonly otherwise: Bilingual } & (
  | { readonly type: 'not-before' | 'not-after'; readonly field: string; readonly than: string }
  /** The last day of the clock is over (`clock-past`), the act was recorded in time, the clock is running. */
  | { readonly type: 'clock-past' | 'clock-met' | 'clock-not-met' | 'clock-running'; readonly clock: string }
  | { readonly type: 'done'; readonly move: string; readonly when?: Condition }
  | { readonly type: 'not-done'; readonly move: string }
  /** Today lies on or after (after) the day in a field. */
  | { readonly type: 'today-from' | 'today-after'; readonly field: string }
  /** The first day of the fixed window of a clock has come. */
  | { readonly type: 'window-open'; readonly clock: string }
  /** Refused only where the condition is certainly false. */
  | { readonly type: 'not-excluded'; readonly that: Condition }
);

/** What a move brings about, as data: the product carries it out, the domain only states it. */
export type Effect =
  | { readonly type: 'records-receipt'; readonly field: string }
  | { readonly type: 'opens-clock' | 'resumes-clock'; readonly clock: string; readonly on?: string }
  /** `on`: the field with the day or moment of the act; else the moment of recording. */
  | { readonly type: 'stops-clock' | 'pauses-clock'; readonly clock: string; readonly on?: string }
  /** The linked occurrence of this due rule is done, or owed again. */
  | { readonly type: 'closes-occurrence' | 'reopens-occurrence'; readonly duty: string; readonly rule: string }
  /** A new certificate is out: the register wants its data. */
  | { readonly type: 'asks-new-licence' }
  | { readonly type: 'records-breach'; readonly text: Bilingual; readonly sources: readonly SourceReference[] }
  /** A trigger event has happened: attributes of the event by field of the instance, and those that are fixed. */
  | {
      readonly type: 'records-event';
      readonly event: string;
      readonly attributes: Readonly<Record<string, string>>;
      readonly fixed?: Readonly<Record<string, string>>;
    };

/** The move leaves the state as it is. */
export const STAY = 'stay';

/** A step from one state to another. */
export interface MoveDefinition<S extends string = string> {
  readonly name: Bilingual;
  readonly from: readonly S[];
  readonly to: S | typeof STAY;
  /** `authority`: its answer, recorded by a person. `system`: what a date alone brings about. */
  readonly by: 'applicant' | 'authority' | 'system';
  readonly fields: Readonly<Record<string, FieldDefinition>>;
  readonly guards: readonly Guard[];
  readonly effects: readonly Effect[];
  readonly notes?: readonly MarkedNote[];
}

/** How a limit is counted; `from` and the like name fields of the instance. */
export type ClockTiming =
  | { readonly type: 'after'; readonly from: string; readonly period: Period; readonly because?: 'C7' }
  | { readonly type: 'before'; readonly from: string; readonly days: number }
  /** No number in the law: elapsed time is shown, never a due date. */
  | { readonly type: 'at-once'; readonly from: string }
  /** Fixed days of the year in a field, never rolled. */
  | { readonly type: 'window'; readonly yearOf: string; readonly opens: string; readonly closes: string }
  /** By a day that another field names. */
  | { readonly type: 'until'; readonly end: string }
  /** By the end of the calendar year n years after the year of `from`, n by the value of another field. */
  | {
      readonly type: 'cycle';
      readonly from: string;
      readonly by: string;
      readonly years: Readonly<Record<string, number>>;
    };

/** A limit for us or for the authority. */
export interface ClockDefinition {
  readonly name: Bilingual;
  readonly whose: 'applicant' | 'authority';
  readonly timing: ClockTiming;
  /** Another clock of the workflow limits the same act: the earlier one counts and both are shown (C13). */
  readonly sameActAs?: string;
  /** Unknown stays unknown: the clock is shown with its question. */
  readonly when?: Condition;
  readonly mark: Mark;
  readonly sources: readonly SourceReference[];
  readonly validFrom?: string;
  readonly validTo?: string;
  /** What the law makes of the authority's silence. */
  readonly silence?: MarkedNote;
  readonly notes?: readonly MarkedNote[];
  /** The due rule it was taken from. */
  readonly rule?: { readonly duty: string; readonly rule: string };
}

/** What an instance hangs on. */
export type WorkflowSubject = 'company' | 'licence' | 'network-unit' | 'event';

/** A kind of work as tables: plain data, fit for JSON. */
export interface Workflow {
  readonly kind: string;
  readonly name: Bilingual;
  /** Clauses of the rulebook it serves. */
  readonly clauses: readonly string[];
  readonly subject: WorkflowSubject;
  readonly initial: string;
  readonly opening: Pick<MoveDefinition, 'fields' | 'guards' | 'effects'>;
  readonly states: Readonly<Record<string, StateDefinition>>;
  readonly moves: Readonly<Record<string, MoveDefinition>>;
  readonly clocks: Readonly<Record<string, ClockDefinition>>;
  /** Which list of material belongs to it; null for none. */
  readonly materials: string | null;
  readonly notes: readonly MarkedNote[];
}
