import { Bilingual, Licence } from '@zhengqi/obligations';
import { z } from 'zod';
import { Day } from '../../parse-input.ts';
import { FactView } from '../facts/schemas.ts';
import { Cursor, Limit } from '../pagination.ts';
import { WorkState } from '../item-work/schemas.ts';

/** At the end of this day in China; without it, as it is known now. */
const on = Day.optional();
const Items = z.int();

export const AsKnownInput = z.strictObject({ on });
export const AsKnownCompany = z.strictObject({
  on: z.string(),
  counts: z.strictObject({ licences: Items, facts: Items, events: Items, occurrences: Items, ownDuties: Items }),
  /** What the company went by; null before its schedule was first counted. */
  ruleVersion: z.string().nullable(),
  covered: z.array(Bilingual),
  notCovered: z.array(Bilingual),
});

export const KnownLicences = z.strictObject({
  items: z.array(
    z.strictObject({
      id: z.string(),
      version: z.int(),
      fields: Licence,
      source: z.string(),
      recordedAt: z.string(),
    }),
  ),
});

export const KnownFactsInput = z.strictObject({
  on,
  /** Day whose answers count; without it, the day `on`. */
  forDay: Day.optional(),
});
export const KnownFacts = z.strictObject({ items: z.array(FactView) });

export const KnownOccurrencesInput = z.strictObject({ on, cursor: Cursor, limit: Limit });
export const KnownOccurrence = z.strictObject({
  id: z.string(),
  key: z.string(),
  dutyId: z.string(),
  clause: z.string(),
  title: Bilingual,
  action: Bilingual,
  opensOn: z.string().nullable(),
  nominalOn: z.string().nullable(),
  dueOn: z.string().nullable(),
  dueAt: z.string().nullable(),
  actBy: z.string().nullable(),
  provisional: z.boolean(),
  workState: WorkState,
  ruleVersion: z.string(),
});
export type KnownOccurrence = z.infer<typeof KnownOccurrence>;
export const KnownOccurrences = z.strictObject({ items: z.array(KnownOccurrence), nextCursor: z.string().nullable() });

export const KnownRules = z.strictObject({
  version: z.string().nullable(),
  ruleVersion: z.string().nullable(),
  adoptedAt: z.string().nullable(),
  ownDuties: z.array(z.strictObject({ dutyId: z.string(), slug: z.string(), version: z.int(), title: Bilingual })),
});
