import { Bilingual, Licence, Mark, OwnDuty } from '@zhengqi/obligations';
import { z } from 'zod';
import { LicenceId, OwnDutyId } from '../../db/ids.ts';
import { Cursor, Limit } from '../pagination.ts';
import { PersonView } from '../people.ts';
import { DifferenceLine } from '../schedule/difference-lines.ts';
import { ScheduleDifference } from '../schedule/schemas.ts';

/** As it was written; the use case reads it and names each wrong place. */
const Written = z.looseObject({});
const Version = z.int().min(1);
const Reason = z.string().trim().min(1).max(1000);
const State = z.enum(['in-force', 'retired']);

export const OwnDutySchema = z.strictObject({ schema: z.record(z.string(), z.unknown()) });

export const ListOwnDutiesInput = z.strictObject({
  state: State.optional(),
  search: z.string().trim().min(1).max(100).optional(),
  cursor: Cursor,
  limit: Limit,
});
export const OwnDutyRow = z.strictObject({
  id: z.string(),
  version: z.int(),
  /** Id of the duty in the rules. */
  slug: z.string(),
  state: State,
  title: Bilingual,
  kind: z.string(),
  /** Of its first limit, or of its first source. */
  mark: Mark,
  scope: z.string(),
  /** How many limits it has. */
  due: z.int(),
  /** The consultancy that gave it, with its own version. */
  origin: z
    .strictObject({ organisationId: z.string(), name: z.string(), dutyId: z.string(), version: z.int() })
    .nullable(),
  at: z.string(),
  by: PersonView,
});
export type OwnDutyRow = z.infer<typeof OwnDutyRow>;
export const OwnDutyPage = z.strictObject({ items: z.array(OwnDutyRow), nextCursor: z.string().nullable() });

export const GetOwnDutyInput = z.strictObject({ dutyId: OwnDutyId });
export const OwnDutyDetail = OwnDutyRow.extend({
  duty: OwnDuty,
  /** Latest first. */
  versions: z.array(
    z.strictObject({
      version: z.int(),
      state: State,
      duty: OwnDuty,
      reason: z.string().nullable(),
      at: z.string(),
      by: PersonView,
    }),
  ),
});

const Problem = z.strictObject({ path: z.string(), message: Bilingual });
export const CheckOwnDutyInput = z.strictObject({ duty: Written });
export const CheckOwnDutyOutput = z.strictObject({ ok: z.boolean(), errors: z.array(Problem) });

export const TestOwnDutyInput = z.strictObject({
  duty: Written,
  /** One licence of the organisation; all of them when neither this nor `licence` is given. */
  licenceId: LicenceId.optional(),
  /** A licence that is in no register, with answers about its holder. */
  licence: Licence.optional(),
  facts: z.record(z.string().max(100), z.unknown()).optional(),
});
export const TestOwnDutyOutput = z.strictObject({
  errors: z.array(Problem),
  licences: z.array(
    z.strictObject({
      licenceId: z.string().nullable(),
      number: z.string().nullable(),
      applies: z.enum(['yes', 'no', 'unknown']),
      because: Bilingual,
      asks: z.array(z.strictObject({ key: z.string(), question: Bilingual })),
      added: z.array(DifferenceLine),
      removed: z.array(DifferenceLine),
      moved: z.array(DifferenceLine),
      kept: z.int(),
    }),
  ),
});

export const CreateOwnDutyInput = z.strictObject({ duty: Written });
export const ChangeOwnDutyInput = z.strictObject({ dutyId: OwnDutyId, version: Version, duty: Written });
export const RetireOwnDutyInput = z.strictObject({ dutyId: OwnDutyId, version: Version, reason: Reason });
export const RestoreOwnDutyInput = z.strictObject({ dutyId: OwnDutyId, version: Version });
export const OwnDutyResult = z.strictObject({ dutyId: z.string(), version: z.int(), schedule: ScheduleDifference });
export type OwnDutyResult = z.infer<typeof OwnDutyResult>;
