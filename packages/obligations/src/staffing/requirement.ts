import { z } from 'zod';
import { Condition } from '../rulebook/condition.ts';
import { SourceReference } from '../rulebook/schema.ts';
import { Bilingual } from '../text/bilingual.ts';
import { CivilDateText } from '../text/civil-date-text.ts';
import { ParameterKey } from './parameters.ts';
import { BodyKind, Post } from './posts.ts';

/** What a person must have besides being employed and in the post, to be counted. */
export const Quality = z.enum([
  'phone',
  'identity',
  'appointment-paper',
  /** 专职: all of the working time in these posts and nothing else. */
  'full-time',
  'insured',
  'not-finance-or-sales',
  'management',
  'security-certificate',
]);
export type Quality = z.infer<typeof Quality>;

/** How many are needed: a number of the source itself, or a parameter; for each so many of a fact when it says so. */
export const Need = z.union([
  z.strictObject({ n: z.int().min(1) }),
  z.strictObject({ parameter: ParameterKey }),
  z.strictObject({ parameter: ParameterKey, forEach: z.strictObject({ fact: z.string(), of: z.int().min(1) }) }),
]);
export type Need = z.infer<typeof Need>;

const common = {
  /** Unique inside the check, kebab-case. */
  id: z.string().regex(/^[a-z0-9-]+$/),
  /** What must be there, in our words. */
  text: Bilingual,
  /** Narrower than the condition of the check. */
  when: Condition.optional(),
  /** The first one in force on the day carries the requirement and gives its mark; with none in force it is not asked. */
  sources: z.array(SourceReference).min(1),
  /** First day on which it is asked for, when later than that of the check. */
  validFrom: CivilDateText.optional(),
};

/** One thing that a check asks of the roster. */
export const Requirement = z.discriminatedUnion('kind', [
  /** So many different people in one of the posts, employed and with the qualities. */
  z.strictObject({
    ...common,
    kind: z.literal('holders'),
    posts: z.array(Post).min(1),
    need: Need,
    qualities: z.array(Quality),
    /** Deputies are counted instead of holders. */
    deputies: z.boolean().optional(),
    /** No more are needed than there are people with only these qualities; what those lack is asked for by another. */
    among: z.array(Quality).optional(),
    /** Different people from those needed in these posts: nobody is counted twice. */
    apartFrom: z.strictObject({ posts: z.array(Post).min(1), need: Need }).optional(),
    /** Each with a phone of their own. */
    distinctPhones: z.boolean().optional(),
    /** A body of this kind is enough instead. */
    orBody: BodyKind.optional(),
  }),
  /** Every holder of the posts (and every head of the body) has it. */
  z.strictObject({
    ...common,
    kind: z.literal('every-holder'),
    posts: z.array(Post).min(1),
    orHeadOf: BodyKind.optional(),
    has: z.union([
      z.strictObject({ training: z.string(), within: ParameterKey.optional() }),
      z.strictObject({ letter: z.string() }),
      z.strictObject({ certificate: z.string() }),
    ]),
  }),
  z.strictObject({
    ...common,
    kind: z.literal('body'),
    body: BodyKind,
    has: z.enum(['existence', 'head', 'paper', 'external-majority']),
  }),
  /** Filed with the authority of each place of business; `newest` also means after the last change. */
  z.strictObject({ ...common, kind: z.literal('province-filing'), newest: z.boolean() }),
  /** The officer is first reported within so many working days of reaching the number of people, a new one of taking the post. */
  z.strictObject({
    ...common,
    kind: z.literal('officer-filing'),
    post: Post,
    event: z.string(),
    workingDays: z.int().min(1),
    /** Whoever had to report before the rule had time until this day. */
    stock: z.strictObject({ before: CivilDateText, until: CivilDateText }),
  }),
  z.strictObject({ ...common, kind: z.literal('rota'), post: Post, covers: z.enum(['all-week', 'service-hours']) }),
  z.strictObject({ ...common, kind: z.literal('local-body'), has: z.enum(['existence', 'contact', 'update']) }),
  z.strictObject({ ...common, kind: z.literal('unit-contacts'), post: Post }),
  z.strictObject({ ...common, kind: z.literal('complaint-replies'), within: ParameterKey }),
  z.strictObject({ ...common, kind: z.literal('insured-staff'), need: Need, months: ParameterKey }),
  z.strictObject({ ...common, kind: z.literal('yearly-audit'), audit: z.string(), firstYear: z.int() }),
]);
export type Requirement = z.infer<typeof Requirement>;

/** Kind of requirement, narrowed. */
export type RequirementOf<Kind extends Requirement['kind']> = Extract<Requirement, { kind: Kind }>;

/** One staffing check: what the licence or other law asks of the roster, and when. */
export const StaffingCheck = z.strictObject({
  /** `S1` to `S25`; stable. */
  id: z.string().regex(/^S\d{1,2}$/),
  title: Bilingual,
  /** Clause of the rulebook that it serves; null where the rulebook has no row for it. */
  clause: z.string().nullable(),
  /** Duty of the rulebook that it serves, for law, evidence and penalties; null where there is none. */
  dutyId: z.string().nullable(),
  /** `province`: one result for each place of business. */
  scope: z.enum(['company', 'province']),
  condition: Condition,
  bindsWithoutLicence: z.boolean(),
  validFrom: CivilDateText,
  requirements: z.array(Requirement).min(1),
  /** What a reader must know about the source. */
  note: Bilingual.optional(),
});
export type StaffingCheck = z.infer<typeof StaffingCheck>;
