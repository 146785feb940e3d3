import { Bilingual, RosterSection } from '@zhengqi/obligations';
import { z } from 'zod';
import { PersonId, RosterRecordId } from '../../db/ids.ts';
import { Day } from '../../parse-input.ts';
import { Cursor, Limit } from '../pagination.ts';
import { PersonView } from '../people.ts';
import { ScheduleDifference } from '../schedule/schemas.ts';
import { RosterEntry, RosterListName } from './roster-entry.ts';

const Version = z.int().min(1);

/** A record as lists show it. */
export const RosterRecordView = z.strictObject({
  id: z.string(),
  version: Version,
  entry: RosterEntry,
  /** Names of the people whom the record names, by their ids. */
  people: z.record(z.string(), z.string()),
  /** On the day of today. */
  state: z.enum(['to-come', 'current', 'ended']),
  validFrom: z.string(),
  validTo: z.string().nullable(),
  recordedAt: z.string(),
  by: PersonView,
});
export type RosterRecordView = z.infer<typeof RosterRecordView>;

export const ListRosterInput = z.strictObject({
  /** Without it, all lists. */
  list: RosterListName.optional(),
  personId: PersonId.optional(),
  /** Only what counts on this day. */
  on: Day.optional(),
  cursor: Cursor,
  limit: Limit,
});
export const RosterPage = z.strictObject({ items: z.array(RosterRecordView), nextCursor: z.string().nullable() });

export const AddRecordInput = z.strictObject({ entry: RosterEntry });
export const AddRecordsInput = z.strictObject({ entries: z.array(RosterEntry).min(1).max(500) });
export const ChangeRecordInput = z.strictObject({ recordId: RosterRecordId, version: Version, entry: RosterEntry });
export const EndRecordInput = z.strictObject({
  recordId: RosterRecordId,
  version: Version,
  /** Last day on which it counts. */
  on: Day,
});
export const WithdrawRecordInput = z.strictObject({
  recordId: RosterRecordId,
  version: Version,
  reason: z.string().trim().min(1).max(300),
});
export const RecordOutput = z.strictObject({ recordId: z.string(), version: Version, schedule: ScheduleDifference });

/** What is wrong at one place of one row. */
export const RowError = z.strictObject({ path: z.string(), message: Bilingual });
export const AddRecordsOutput = z.strictObject({
  /** One for each row, in its order. Rows with errors are not stored, the others are. */
  results: z.array(z.strictObject({ recordId: z.string().nullable(), errors: z.array(RowError) })),
  stored: z.int(),
  /** Null when no row was stored. */
  schedule: ScheduleDifference.nullable(),
});

export const RecordHistoryInput = z.strictObject({ recordId: RosterRecordId });
export const RecordHistory = z.strictObject({
  /** Latest first. */
  items: z.array(
    z.strictObject({
      version: Version,
      entry: RosterEntry,
      recordedAt: z.string(),
      by: PersonView,
      supersededAt: z.string().nullable(),
      supersededBy: PersonView,
      /** Why it was taken back. */
      reason: z.string().nullable(),
    }),
  ),
});

export const KeepListInput = z.strictObject({
  section: RosterSection,
  /** From this day on the list is complete; null takes that back. */
  from: Day.nullable(),
});
export const KeptLists = z.strictObject({
  items: z.array(z.strictObject({ section: RosterSection, label: Bilingual, from: z.string().nullable() })),
});
export const KeepListOutput = z.strictObject({ section: RosterSection, schedule: ScheduleDifference });
export const KeptListsInput = z.strictObject({});

const Choice = z.strictObject({ id: z.string(), label: Bilingual });
export const RosterCatalogue = z.strictObject({
  posts: z.array(Choice),
  bodies: z.array(Choice),
  sections: z.array(Choice),
  provinces: z.array(Choice),
});
