import { Bilingual } from '@zhengqi/obligations';
import { z } from 'zod';
import { LicenceId } from '../../db/ids.ts';
import { Day } from '../../parse-input.ts';
import { PersonView } from '../people.ts';
import { ScheduleDifference } from '../schedule/schemas.ts';

const FactTypeName = z.enum(['boolean', 'number', 'date', 'choice', 'list', 'units']);
const FactScopeName = z.enum(['company', 'licence']);
const Options = z.array(z.strictObject({ value: z.string(), label: Bilingual }));

/** A network unit as an answer gives it. */
export const NetworkUnitInput = z.strictObject({
  id: z.string().trim().min(1).max(100),
  name: z.string().max(200).exactOptional(),
  grade: z.int().min(1).max(5).nullable().exactOptional(),
  gradeApprovedOn: Day.nullable().exactOptional(),
  filedOn: Day.nullable().exactOptional(),
  lastTestOn: Day.nullable().exactOptional(),
  lastRiskAssessmentOn: Day.nullable().exactOptional(),
});

/**
 * Value of an answer; null: not known any more. Which type a key takes is in the catalogue, and network units are checked
 * one by one with it, so that an error names its place in the list.
 */
const FactValueInput = z.union([
  z.boolean(),
  z.number(),
  z.string().max(500),
  z.array(z.string().max(200)).max(500),
  z.array(z.record(z.string().max(100), z.union([z.string().max(200), z.number(), z.null()]))).max(1000),
  z.null(),
]);

const FactValueView = z.union([
  z.boolean(),
  z.number(),
  z.string(),
  z.array(z.string()),
  z.array(NetworkUnitInput),
  z.null(),
]);

/** How a fact is asked for. */
export const FactDefinitionView = z.strictObject({
  key: z.string(),
  question: Bilingual,
  type: FactTypeName,
  /** Values to choose from; absent when free. */
  values: Options.optional(),
  source: z.enum(['licence', 'company']),
  scope: FactScopeName,
});
export type FactDefinitionView = z.infer<typeof FactDefinitionView>;
export const FactCatalogue = z.strictObject({ items: z.array(FactDefinitionView) });

/** A question still open for a licence, with what its answer decides. */
export const QuestionView = z.strictObject({
  key: z.string(),
  question: Bilingual,
  type: FactTypeName.nullable(),
  values: Options.optional(),
  scope: FactScopeName,
  decides: z.array(z.strictObject({ dutyId: z.string(), clause: z.string(), title: Bilingual })),
});
export type QuestionView = z.infer<typeof QuestionView>;

export const ListQuestionsInput = z.strictObject({ licenceId: LicenceId.optional() });
export const QuestionList = z.strictObject({
  items: z.array(QuestionView.extend({ licenceIds: z.array(z.string()) })),
});

export const ListFactsInput = z.strictObject({ licenceId: LicenceId.optional() });
export const FactHistoryInput = z.strictObject({ key: z.string().max(100), licenceId: LicenceId.optional() });
export const FactView = z.strictObject({
  id: z.string(),
  key: z.string(),
  licenceId: z.string().nullable(),
  value: FactValueView,
  validFrom: z.string(),
  source: z.enum(['person', 'import', 'system']),
  by: PersonView,
  recordedAt: z.string(),
});
export const FactList = z.strictObject({ items: z.array(FactView) });

export const AnswerFactsInput = z.strictObject({
  /** The licence that answers of scope `licence` are about; those of scope `company` are for all licences. */
  licenceId: LicenceId.nullable(),
  answers: z
    .array(z.strictObject({ key: z.string().max(100), value: FactValueInput, validFrom: Day.optional() }))
    .min(1)
    .max(100),
});
export const AnswerFactsOutput = z.strictObject({ recorded: z.int(), schedule: ScheduleDifference });
