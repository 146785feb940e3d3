import { z } from 'zod';
import { CivilDateText } from '../text/civil-date-text.ts';
import { BodyKind, Post } from './posts.ts';

const Id = z.string().min(1).max(100);
/** First letter of a licence number of the province: `苏`. */
const Province = z.string().min(1).max(4);
/** First and last day, both included; null when no end is known. */
const period = { from: CivilDateText, to: CivilDateText.nullable() };

/** Somebody who holds or held a post. */
export const Person = z.strictObject({
  id: Id,
  name: z.string().min(1).max(200),
  /** One opaque key for each phone: equal keys are the same number. Null: not recorded; empty: has none. Never a number. */
  phoneKeys: z.array(z.string().min(1).max(200)).nullable(),
  /** Whether the identity was checked and is on file; null when not recorded. */
  identityOnFile: z.boolean().nullable(),
});
export type Person = z.infer<typeof Person>;

/** Social insurance paid by the company itself: a period, `none`, or null when not recorded. */
export const Insurance = z.union([z.strictObject(period), z.literal('none')]).nullable();

/** One contract of a person with the company. */
export const Employment = z.strictObject({
  id: Id,
  personId: Id,
  type: z.enum(['full-time', 'part-time', 'dispatched', 'outsourced']),
  contractFrom: CivilDateText,
  /** Last day of a fixed term; null for a contract without one. */
  contractTo: CivilDateText.nullable(),
  /** Last day in the company when it is not that of the contract: a leaver. */
  leftOn: CivilDateText.nullable(),
  insurance: Insurance,
  /** Member of the management; null when not recorded. */
  management: z.boolean().nullable(),
});
export type Employment = z.infer<typeof Employment>;

/** A person in a post for a time. */
export const Assignment = z.strictObject({
  id: Id,
  personId: Id,
  post: Post,
  ...period,
  /** Part of the working time, in per cent; 专职 is 100. Null when not recorded. */
  share: z.number().min(0).max(100).nullable(),
  /** Stands in for the holder and is not counted as one. */
  deputy: z.boolean(),
  /** Null: for all places of business. */
  province: Province.nullable(),
  /** Id of the network unit (fact `network_units`); null: for all. */
  unit: z.string().nullable(),
  /** Day of the appointment paper; null when there is none or it is not recorded. */
  appointedOn: CivilDateText.nullable(),
});
export type Assignment = z.infer<typeof Assignment>;

/** A member of a body. */
export const BodyMember = z.strictObject({
  personId: Id.nullable(),
  /** Not of the company; null when not recorded. */
  external: z.boolean().nullable(),
  ...period,
});

/** A body of the company. */
export const Body = z.strictObject({
  id: Id,
  kind: BodyKind,
  ...period,
  /** Person at its head; null when none is named. */
  headId: Id.nullable(),
  headSince: CivilDateText.nullable(),
  /** Day of the paper that sets it up. */
  appointedOn: CivilDateText.nullable(),
  members: z.array(BodyMember),
});
export type Body = z.infer<typeof Body>;

/** A certificate of a person, without its number. */
export const Certificate = z.strictObject({
  id: Id,
  personId: Id,
  kind: z.enum(['security', 'skill-test', 'background-check', 'work-safety', 'other']),
  numberSet: z.boolean(),
  validFrom: CivilDateText,
  validTo: CivilDateText.nullable(),
});
export type Certificate = z.infer<typeof Certificate>;

/** A training that a person completed. */
export const Training = z.strictObject({
  id: Id,
  personId: Id,
  kind: z.enum(['personal-information', 'security', 'cii-security', 'other']),
  on: CivilDateText,
});
export type Training = z.infer<typeof Training>;

/** A letter that a person signed. */
export const Letter = z.strictObject({
  id: Id,
  personId: Id,
  kind: z.enum(['confidentiality']),
  signedOn: CivilDateText,
  validTo: CivilDateText.nullable(),
});
export type Letter = z.infer<typeof Letter>;

/** Something about people or bodies that was handed to an authority. */
export const StaffFiling = z.strictObject({
  id: Id,
  kind: z.enum(['security-body', 'pi-officer']),
  /** Province of the authority; null for a central one. */
  province: Province.nullable(),
  /** Person it names, where it names one. */
  personId: Id.nullable(),
  on: CivilDateText,
  /** Whether the receipt is on file; null when not recorded. */
  receipt: z.boolean().nullable(),
});
export type StaffFiling = z.infer<typeof StaffFiling>;

/** A local service body (当地负责机构) in a province. */
export const LocalBody = z.strictObject({
  id: Id,
  province: Province,
  ...period,
  addressSet: z.boolean().nullable(),
  contactId: Id.nullable(),
  /** Day its data last changed, and day the platform was last updated. */
  changedOn: CivilDateText.nullable(),
  updatedOn: CivilDateText.nullable(),
});
export type LocalBody = z.infer<typeof LocalBody>;

/** A province in which business is done. The fact `provinces_operating` says the same without days. */
export const PlaceOfBusiness = z.strictObject({ id: Id, province: Province, ...period });
export type PlaceOfBusiness = z.infer<typeof PlaceOfBusiness>;

const Clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/);

/** Hours of one day of the week, 1 Monday to 7 Sunday. An end at or before the start lies on the next day. */
export const WeeklyHours = z.strictObject({ weekday: z.int().min(1).max(7), start: Clock, end: Clock });
export type WeeklyHours = z.infer<typeof WeeklyHours>;

/** Weekly hours by person for a post. */
export const Rota = z.strictObject({
  id: Id,
  post: Post,
  ...period,
  shifts: z.array(WeeklyHours.extend({ personId: Id })),
});
export type Rota = z.infer<typeof Rota>;

/** Hours in which the service publishes, for the cover by reviewers. */
export const ServiceHours = z.strictObject({ id: Id, ...period, hours: z.array(WeeklyHours) });
export type ServiceHours = z.infer<typeof ServiceHours>;

/** An audit that has to be made every year. */
export const YearlyAudit = z.strictObject({
  id: Id,
  kind: z.enum(['minors-information']),
  on: CivilDateText,
  reportedOn: CivilDateText.nullable(),
});
export type YearlyAudit = z.infer<typeof YearlyAudit>;

/** A user complaint; nothing of its content. */
export const Complaint = z.strictObject({ id: Id, receivedOn: CivilDateText, answeredOn: CivilDateText.nullable() });
export type Complaint = z.infer<typeof Complaint>;
