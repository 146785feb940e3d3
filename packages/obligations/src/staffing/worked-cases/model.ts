import type { TriggerEvent } from '../../rulebook/events.ts';
import type { Facts } from '../../rulebook/facts.ts';
import type { Mark } from '../../rulebook/marks.ts';
import type { Outcome } from '../context.ts';
import type { StaffingParameter } from '../parameters.ts';
import type { Post } from '../posts.ts';
import type { Roster, RosterSection } from '../roster.ts';
import type { Body, Certificate, Employment, Training, WeeklyHours } from '../roster-records.ts';

/** A post of somebody in a case; what is left out is: all of the time since 2025, for all places, no deputy. */
export interface CasePost {
  post: Post;
  share?: number | null;
  from?: string;
  to?: string | null;
  deputy?: boolean;
  province?: string;
  unit?: string;
  appointedOn?: string;
}

/** Somebody in a case; what is left out is: has a phone of their own, identity on file, insured contract since 2025. */
export interface CasePerson {
  phones?: string[] | null;
  identity?: boolean | null;
  /** Null: no contract is recorded. */
  contract?: Partial<
    Pick<Employment, 'type' | 'contractFrom' | 'contractTo' | 'leftOn' | 'insurance' | 'management'>
  > | null;
  posts?: readonly CasePost[];
  trainings?: readonly Pick<Training, 'kind' | 'on'>[];
  letterOn?: string;
  certificates?: readonly (Pick<Certificate, 'kind'> & { validTo?: string })[];
}

type Lists = Omit<Roster, 'kept' | 'people' | 'employments' | 'assignments' | 'certificates' | 'trainings' | 'letters'>;
type WithoutIds<List> = List extends readonly (infer Item)[] ? readonly Omit<Item, 'id'>[] : never;

/** The roster of a case, by name. */
export type CaseRoster = {
  /** Lists that are complete since 2024; all of them when left out. */
  kept?: readonly RosterSection[];
  people?: Readonly<Record<string, CasePerson>>;
} & { readonly [List in keyof Lists]?: WithoutIds<Lists[List]> };

/** One check worked out by hand, so that a lawyer can follow it without reading code. */
export interface StaffingCase {
  check: string;
  /** What the roster says, in one sentence. */
  given: string;
  on?: string;
  /** Fields in which the licence differs from the one of the rulebook's worked cases. */
  licence?: Readonly<Record<string, unknown>>;
  facts?: Facts;
  events?: readonly TriggerEvent[];
  roster?: CaseRoster;
  parameters?: readonly StaffingParameter[];
  /** Place of business looked at, where there are several results. */
  province?: string | null;
  expect: { outcome: Outcome; shortBy?: number; mark?: Mark | null; asLaw?: boolean; asks?: readonly string[] };
  why: string;
}

/** Day of the cases that name none. */
export const CASE_DAY = '2026-11-24';
/** Place of business of the cases that name none. */
export const CASE_FACTS: Facts = { provinces_operating: ['苏'] };

/** The same hours on every day of the week. */
export function everyDay(start: string, end: string): WeeklyHours[] {
  return [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, start, end }));
}

/** Shifts of a person on every day of the week. */
export function shiftsOf(personId: string, start: string, end: string): (WeeklyHours & { personId: string })[] {
  return everyDay(start, end).map((hours) => ({ ...hours, personId }));
}

/** A body since 2025 without head, paper or members, unless said otherwise. */
export function bodyOf(kind: Body['kind'], given: Partial<Body> = {}): Omit<Body, 'id'> {
  return {
    kind,
    from: '2025-01-01',
    to: null,
    headId: null,
    headSince: null,
    appointedOn: null,
    members: [],
    ...given,
  };
}
