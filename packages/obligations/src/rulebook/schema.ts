import { z } from 'zod';
import { Bilingual } from '../text/bilingual.ts';
import { CivilDateText } from '../text/civil-date-text.ts';
import { Condition } from './condition.ts';
import { Mark } from './marks.ts';

/** A pointer into the register of laws (`laws.ts`), with how the place was verified. */
export const SourceReference = z.strictObject({
  /** Id in the register of laws, or `licence` for the special provisions themselves. */
  law: z.string(),
  /** Article in plain form: `27`, `23(3)`, `15.6` for a clause of the licence; null for the law as a whole. */
  article: z.string().nullable(),
  mark: Mark,
  /** Days on which this source may be cited (numbering changes with amendments). */
  validFrom: CivilDateText.optional(),
  validTo: CivilDateText.optional(),
  note: Bilingual.optional(),
});
export type SourceReference = z.infer<typeof SourceReference>;

/** A length of time. Days are natural days unless `working-day` is written (C1). */
export const Period = z.strictObject({
  n: z.int().min(1),
  unit: z.enum(['hour', 'natural-day', 'working-day', 'month', 'year']),
});
export type Period = z.infer<typeof Period>;

const MonthDay = z.string().regex(/^\d{2}-\d{2}$/);

/** How a date comes about. Event rules name an event of `events.ts` and which of its dates starts the clock. */
export const Timing = z.discriminatedUnion('type', [
  /**
   * A fixed window in every year, never rolled (first quarter: 01-01 to 03-31). `heldOn: 'previous-year-end'`: owed in
   * year Y by whoever held the licence on 31 December of Y−1.
   */
  z.strictObject({
    type: z.literal('yearly-window'),
    opens: MonthDay,
    closes: MonthDay,
    heldOn: z.enum(['previous-year-end', 'any-day']),
  }),
  /** Once in every n calendar years; ends on 31 December without roll; counted from the year after the last one done. */
  z.strictObject({
    type: z.literal('calendar-years'),
    every: z.int().min(1),
    /** Fact (a date) that says when it was last done; without it and with `every` > 1 the first date is unknown. */
    lastDoneFact: z.string().optional(),
  }),
  /** A number of natural days before a date of the licence ("提前90日"). */
  z.strictObject({
    type: z.literal('before-licence-date'),
    date: z.enum(['validTo']),
    days: z.int().min(1),
  }),
  /** A period after a date (or instant) of a trigger event. `from` is the attribute of the event: `on`, `at`, `handledOn` … */
  z.strictObject({
    type: z.literal('after-event'),
    event: z.string(),
    from: z.string(),
    period: Period,
  }),
  /** A number of natural days before a planned day that the event names. */
  z.strictObject({
    type: z.literal('before-event'),
    event: z.string(),
    from: z.string(),
    days: z.int().min(1),
  }),
  /** "At once", "first time", "before launch": no number in the law, so elapsed time is shown and no due date invented. */
  z.strictObject({
    type: z.literal('at-once'),
    event: z.string(),
    /** Attribute from which time has been running, where it is known; else the main date of the event. */
    from: z.string().optional(),
  }),
  /**
   * For each network unit, every n years by grade, counted in calendar years after `lastDone` of the unit
   * (attribute of the unit: `lastTestOn` …). Without `lastDone` the first date is unknown and asks its question.
   */
  z.strictObject({
    type: z.literal('per-network-unit-cycle'),
    lastDone: z.string(),
    everyYearsByGrade: z.record(z.string(), z.int().min(1)),
  }),
  /** For each network unit, a period after a date of the unit (attribute `gradeApprovedOn` …). */
  z.strictObject({
    type: z.literal('after-network-unit-date'),
    from: z.string(),
    period: Period,
  }),
]);
export type Timing = z.infer<typeof Timing>;

/** One dated act inside a duty. A duty may have several clocks (incident report in 4 hours, 24 hours, 30 days). */
export const DueRule = z.strictObject({
  /** Unique inside the duty, kebab-case; part of the occurrence key. */
  id: z.string().regex(/^[a-z0-9-]+$/),
  /** What has to be done by the date. */
  action: Bilingual,
  timing: Timing,
  /**
   * Id of an earlier due rule of this duty that asks for the same act by another limit: the earlier date counts (C13)
   * and both are shown.
   */
  sameActAs: z.string().optional(),
  /** A limit that stands in the licence alone, in a duty that otherwise binds without one. */
  onlyWithLicence: z.boolean().optional(),
  /** Narrower than the duty's condition, for example a level of the incident. */
  when: Condition.optional(),
  /** Mark of this deadline. O means our own rule: shown as such, never "missed" in a legal sense. */
  mark: Mark,
  sources: z.array(SourceReference).min(1),
  /** Nothing is applied to a day outside these. The day tested is the day that starts the clock or opens the window. */
  validFrom: CivilDateText.optional(),
  validTo: CivilDateText.optional(),
});
export type DueRule = z.infer<typeof DueRule>;

/** A consequence of a breach, in steps. Amounts in yuan. */
export const Penalty = z.strictObject({
  tier: z.enum(['first', 'aggravated', 'listing', 'person']),
  text: Bilingual,
  minYuan: z.int().optional(),
  maxYuan: z.int().optional(),
  source: SourceReference,
  validFrom: CivilDateText.optional(),
  validTo: CivilDateText.optional(),
});
export type Penalty = z.infer<typeof Penalty>;

export const DutyKind = z.enum(['standing', 'prohibition', 'staffing', 'recurring', 'anchored', 'event', 'scope']);
export type DutyKind = z.infer<typeof DutyKind>;

/** Who or what one duty hangs on; part of the occurrence key. */
export const DutyScope = z.enum(['company', 'licence', 'network-unit', 'province', 'person']);

/** Where a duty goes to, as printed and as it effectively is. */
export const Authority = z.strictObject({
  /** Words of the print (我部, 电信主管部门 …); null when the clause names none. */
  printed: Bilingual.nullable(),
  /** Who receives it in effect; `issuing-authority` resolves to the authority of the licence's prefix. */
  effective: z.enum([
    'issuing-authority',
    'ministry',
    'authority-of-each-province',
    'cyberspace-administration',
    'public-security',
    'market-regulation',
    'sector-authority',
    'users',
    'kept',
    'several',
  ]),
  /** Named in words when `several` or more exact than the enum. */
  note: Bilingual.optional(),
});
export type Authority = z.infer<typeof Authority>;

/** One duty of the rulebook: one row of the table of provisions, or one of other law. */
export const Duty = z.strictObject({
  /** Stable kebab-case slug that survives renumbering of the print: `apply-for-renewal`; `own.…` for a duty of a tenant's own. */
  id: z.string().regex(/^(own\.)?[a-z0-9-]+$/),
  /** Clause as in the table: `P0`, `12b`, `15.6a`, `X1`; `own` for a duty of a tenant's own. */
  clause: z.string().regex(/^(P0|X\d{1,2}[a-z]?|\d{1,2}(\.\d{1,2})?[a-z]?|own)$/),
  /** Key of the printed provision it belongs to (`15.6`), null for duties of other law. */
  provision: z.string().nullable(),
  title: Bilingual,
  /** Our own short wording of what must be done; not the printed text. */
  wording: Bilingual,
  /** First one is the main kind. */
  kinds: z.array(DutyKind).min(1),
  scope: DutyScope,
  bearer: Bilingual,
  condition: Condition,
  due: z.array(DueRule),
  authority: Authority,
  channel: Bilingual.nullable(),
  /** What proves that it was done. */
  evidence: z.array(Bilingual).min(1),
  sources: z.array(SourceReference).min(1),
  marks: z.strictObject({
    deadline: Mark.nullable(),
    authority: Mark,
    penalty: Mark.nullable(),
  }),
  /** Penalty ladder, mildest first; empty when the sources name none. */
  penalties: z.array(Penalty),
  validFrom: CivilDateText,
  validTo: CivilDateText.optional(),
  /** Binds also somebody whose licence has expired (prohibitions for everybody, law for any network operator). */
  bindsWithoutLicence: z.boolean(),
  /** A difference between print and law that a reader must know. */
  textualNote: Bilingual.optional(),
  /** Risks and practice, marked: `P` must be shown as practice. */
  notes: z.array(z.strictObject({ text: Bilingual, mark: Mark })).optional(),
});
export type Duty = z.infer<typeof Duty>;

/** A row that is deliberately not turned into a duty, with the reason. */
export const NotEncoded = z.strictObject({
  clause: z.string(),
  notEncoded: Bilingual,
  sources: z.array(SourceReference),
});
export type NotEncoded = z.infer<typeof NotEncoded>;

/** A law, order or notice. */
export const Law = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  title: Bilingual,
  /** Issuer and number, as far as known. */
  issuer: z.string(),
  inForceFrom: CivilDateText.nullable(),
  inForceTo: CivilDateText.optional(),
  /** Later acts that changed it or ended it, as far as known. */
  amendments: Bilingual.optional(),
  mark: Mark,
  note: Bilingual.optional(),
});
export type Law = z.infer<typeof Law>;

/** An immutable version of the rules. The generator takes one as input; an old version still explains its old dates. */
export const Rulebook = z.strictObject({
  version: z.string(),
  asOf: CivilDateText,
  laws: z.array(Law),
  duties: z.array(Duty),
  notEncoded: z.array(NotEncoded),
});
export type Rulebook = z.infer<typeof Rulebook>;
