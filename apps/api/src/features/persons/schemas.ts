import { Post } from '@zhengqi/obligations';
import { z } from 'zod';
import { Email } from '../../auth/email.ts';
import { PersonId, PhoneId } from '../../db/ids.ts';
import { Day } from '../../parse-input.ts';
import { Cursor, Limit } from '../pagination.ts';
import { PersonView as UserView } from '../people.ts';
import { OwnEntry } from '../roster/roster-entry.ts';
import { RosterRecordView, RowError } from '../roster/schemas.ts';
import { ScheduleDifference } from '../schedule/schemas.ts';

const Version = z.int().min(1);
const Name = z.string().trim().min(1).max(200);
/** Read and checked by the use case; absent: as before, null: none recorded. */
const particulars = {
  idNumber: z.string().max(60).nullish(),
  /** Null: not recorded; empty: has none. */
  phones: z.array(z.string().max(40)).max(10).nullish(),
  email: Email.nullish(),
  /** Whether the identity was checked and is on file; null: not recorded. */
  identityOnFile: z.boolean().nullish(),
};
/** Id of the person in another system of the company. */
const ExternalRef = z.string().trim().min(1).max(100);

/**
 * A person with what proves the place in the company. With an `externalRef` that is known, the person of that reference is
 * brought to what is given: members left out stay as they are, records that are there already are not made again.
 */
export const AddPersonInput = z.strictObject({
  externalRef: ExternalRef.nullish(),
  name: Name,
  ...particulars,
  records: z.array(OwnEntry).max(20).default([]),
});
export type AddPersonInput = z.output<typeof AddPersonInput>;
export const AddPersonOutput = z.strictObject({
  personId: z.string(),
  version: Version,
  /** False: the person of this `externalRef` was there. */
  created: z.boolean(),
  changed: z.array(z.string()),
  records: z.int(),
  schedule: ScheduleDifference,
});

export const AddPeopleInput = z.strictObject({ rows: z.array(AddPersonInput).min(1).max(500) });
export const AddPeopleOutput = z.strictObject({
  /** One for each row, in its order. Rows with errors are not stored, the others are. */
  results: z.array(
    z.strictObject({ personId: z.string().nullable(), created: z.boolean(), errors: z.array(RowError) }),
  ),
  stored: z.int(),
  schedule: ScheduleDifference.nullable(),
});

export const ChangePersonInput = z.strictObject({
  personId: PersonId,
  version: Version,
  externalRef: ExternalRef.nullish(),
  name: Name.optional(),
  ...particulars,
});
export const ChangePersonOutput = z.strictObject({
  personId: z.string(),
  version: Version,
  changed: z.array(z.string()),
  schedule: ScheduleDifference,
});

export const EndPersonInput = z.strictObject({
  personId: PersonId,
  version: Version,
  /** Last day in the company. */
  on: Day,
});
export const EndPersonOutput = z.strictObject({ personId: z.string(), ended: z.int(), schedule: ScheduleDifference });

const Phone = z.strictObject({ id: z.string(), number: z.string() });

/** A person as shown: numbers and addresses are always masked. */
export const PersonRow = z.strictObject({
  id: z.string(),
  version: Version,
  externalRef: z.string().nullable(),
  name: z.string(),
  idNumber: z.string().nullable(),
  /** Null: not recorded. */
  phones: z.array(Phone).nullable(),
  email: z.string().nullable(),
  identityOnFile: z.boolean().nullable(),
  /** `employed` today, `to-come`, `left`, or without any contract. */
  status: z.enum(['employed', 'to-come', 'left', 'no-contract']),
  employment: z.strictObject({ type: z.string(), from: z.string(), to: z.string().nullable() }).nullable(),
  /** Posts held today. */
  posts: z.array(
    z.strictObject({
      recordId: z.string(),
      post: Post,
      share: z.number().nullable(),
      deputy: z.boolean(),
      province: z.string().nullable(),
      to: z.string().nullable(),
    }),
  ),
  /** First day on which something of this person ends: a contract, a post, a certificate; null when nothing does. */
  nextEnd: z.strictObject({ list: z.string(), on: z.string() }).nullable(),
  createdAt: z.string(),
});
export type PersonRow = z.infer<typeof PersonRow>;

export const ListPeopleInput = z.strictObject({
  /** Words in the name or the external reference. */
  search: z.string().trim().max(100).optional(),
  status: z.enum(['employed', 'left', 'all']).default('all'),
  /** Who holds this post today. */
  post: Post.optional(),
  cursor: Cursor,
  limit: Limit,
});
export const PeoplePage = z.strictObject({
  items: z.array(PersonRow),
  nextCursor: z.string().nullable(),
});

export const GetPersonInput = z.strictObject({ personId: PersonId });
export const PersonDetail = PersonRow.extend({
  /** Records of this person, and records of the company that name this person. */
  records: z.array(RosterRecordView),
  history: z.array(z.strictObject({ version: Version, changed: z.array(z.string()), at: z.string(), by: UserView })),
});

/** One full number; sent in a body, so that it stands in no address and no log. */
export const FindPersonInput = z.strictObject({
  idNumber: z.string().max(60).optional(),
  phone: z.string().max(40).optional(),
});
export const FindPersonOutput = z.strictObject({ items: z.array(PersonRow) });

const Reason = z.string().trim().min(2).max(300);
export const RevealInput = z.strictObject({
  personId: PersonId,
  field: z.enum(['idNumber', 'phone', 'email']),
  /** Which phone. */
  phoneId: PhoneId.optional(),
  reason: Reason,
});
export const RevealOutput = z.strictObject({ value: z.string() });

export const AccessLogInput = z.strictObject({ personId: PersonId });
export const AccessLog = z.strictObject({
  items: z.array(
    z.strictObject({
      at: z.string(),
      by: UserView,
      action: z.enum(['person.revealed', 'person.exported']),
      field: z.string().nullable(),
      reason: z.string().nullable(),
    }),
  ),
});

export const ExportPersonInput = z.strictObject({ personId: PersonId, reason: Reason });
const StoredRow = z.record(z.string(), z.unknown());
export const PersonExport = z.strictObject({
  exportedAt: z.string(),
  /** In full. */
  person: z.strictObject({
    id: z.string(),
    externalRef: z.string().nullable(),
    name: z.string(),
    idNumber: z.string().nullable(),
    email: z.string().nullable(),
    phones: z.array(
      z.strictObject({ number: z.string(), recordedAt: z.string(), supersededAt: z.string().nullable() }),
    ),
  }),
  /** Rows about the person in every table that has any. */
  tables: z.array(z.strictObject({ name: z.string(), rows: z.array(StoredRow) })),
  /** What was done with the person's data. */
  audit: z.array(StoredRow),
});

export const ErasePersonInput = z.strictObject({
  personId: PersonId,
  version: Version,
  /** The name of the person, typed again. */
  name: Name,
  /** No words of one's own: they would outlive the person. */
  reason: z.enum(['asked-by-the-person', 'no-longer-needed', 'recorded-by-mistake']),
});
export const ErasePersonOutput = z.strictObject({
  /** Rows deleted, by table. */
  deleted: z.record(z.string(), z.int()),
  schedule: ScheduleDifference,
});
