import { Bilingual, Finding, INCIDENT_LEVELS, Mark, WorkflowKind } from '@zhengqi/obligations';
import { z } from 'zod';
import { Status } from '../occurrences/schemas.ts';

const LevelAnswer = z.strictObject({
  level: z.enum([...INCIDENT_LEVELS, 'below-table', 'unknown']),
  mark: Mark,
  fromPersons: z.number().nullable(),
});

/** What recording an event would start. Nothing is stored. */
export const EventPreview = z.strictObject({
  /** Whether it could be recorded as it is. */
  eventOk: z.boolean(),
  /** What stands against it, as recording would say. */
  fields: z.array(z.strictObject({ path: z.string(), message: Bilingual })),
  warnings: z.array(Finding),
  licences: z.array(
    z.strictObject({
      id: z.string(),
      number: z.string().nullable(),
      holder: z.string().nullable(),
      /** A date of this licence follows from it. */
      affected: z.boolean(),
      /** It lies before the issue of this licence. */
      beforeIssue: z.boolean(),
    }),
  ),
  /** What is due at once first, then the earliest. */
  clocks: z.array(
    z.strictObject({
      key: z.string(),
      dutyId: z.string(),
      dueRuleId: z.string(),
      clause: z.string(),
      title: Bilingual,
      action: Bilingual,
      licenceIds: z.array(z.string()),
      dueOn: z.string().nullable(),
      dueAt: z.string().nullable(),
      actBy: z.string().nullable(),
      applies: z.enum(['yes', 'unknown']),
      mark: Mark,
      provisional: z.boolean(),
      status: Status,
      asks: z.array(z.string()),
      anchor: z.strictObject({ what: Bilingual, on: z.string() }),
      derivation: z.array(
        z.strictObject({
          step: z.looseObject({ rule: z.string(), op: z.string(), mark: z.string() }),
          text: Bilingual,
        }),
      ),
    }),
  ),
  /** Of an incident: its level by each of the two tables. */
  levels: z
    .strictObject({
      cyberspace: LevelAnswer,
      ministry: LevelAnswer,
      notes: z.array(
        z.strictObject({
          text: Bilingual,
          mark: Mark,
          sources: z.array(z.looseObject({ law: z.string() })).optional(),
        }),
      ),
    })
    .nullable(),
  /** Kinds of work that could be started from it. */
  workflows: z.array(
    z.strictObject({
      kind: WorkflowKind,
      name: Bilingual,
      subjectType: z.enum(['company', 'licence', 'network-unit', 'event']),
    }),
  ),
});
export type EventPreview = z.infer<typeof EventPreview>;
