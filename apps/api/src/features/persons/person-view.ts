import type { CivilDate } from '@zhengqi/obligations';
import { publicId } from '../../db/ids.ts';
import type { TenantTransaction } from '../../db/tenant-transaction.ts';
import { entryOf, type RosterRow, readRecordsOf } from '../roster/queries.ts';
import { type PersonTableRow, type PhoneRow, readPhones } from './queries.ts';
import type { PersonRow } from './schemas.ts';

/** People as lists show them. Nothing is opened for it: how a number may be shown stands beside it. */
export async function personRows(
  tx: TenantTransaction,
  people: readonly PersonTableRow[],
  day: CivilDate,
): Promise<PersonRow[]> {
  const ids = people.map(({ id }) => id);
  const phones = Map.groupBy(await readPhones(tx, ids), ({ personId }) => personId);
  const records = Map.groupBy(await readRecordsOf(tx, ids), ({ personId }) => personId ?? '');
  return people.map((row) => personRow(row, phones.get(row.id) ?? [], records.get(row.id) ?? [], day));
}

/** One person with phones and current records. */
export function personRow(
  row: PersonTableRow,
  phones: readonly PhoneRow[],
  records: readonly RosterRow[],
  day: CivilDate,
): PersonRow {
  const { name, version, externalRef, identityOnFile, createdAt } = row;
  return {
    id: publicId('person', row.id),
    version,
    externalRef,
    name,
    idNumber: row.idNumberMask,
    phones: row.phonesKnown
      ? phones.map(({ id, numberMask }) => ({ id: publicId('phone', id), number: numberMask }))
      : null,
    email: row.emailMask,
    identityOnFile,
    ...employmentOf(records, day),
    posts: records.flatMap((record) => {
      const entry = entryOf(record);
      if (entry.list !== 'assignments' || !isOn(record, day)) return [];
      const { post, share, deputy, province, to } = entry.record;
      return [{ recordId: publicId('rosterRecord', record.id), post, share, deputy, province, to }];
    }),
    nextEnd: nextEndOf(records, day),
    createdAt,
  };
}

function isOn({ validFrom, validTo }: RosterRow, day: CivilDate): boolean {
  return validFrom <= day && (validTo === null || validTo >= day);
}

/** The contract of today; without one the next, without that the last. */
function employmentOf(records: readonly RosterRow[], day: CivilDate): Pick<PersonRow, 'status' | 'employment'> {
  const contracts = records.filter(({ list }) => list === 'employments');
  const now = contracts.find((record) => isOn(record, day));
  const next = contracts.find(({ validFrom }) => validFrom > day);
  const shown = now ?? next ?? contracts.at(-1);
  if (!shown) return { status: 'no-contract', employment: null };
  const entry = entryOf(shown);
  const type = entry.list === 'employments' ? entry.record.type : '';
  return {
    status: now ? 'employed' : next ? 'to-come' : 'left',
    employment: { type, from: shown.validFrom, to: shown.validTo },
  };
}

const ENDING = ['employments', 'assignments', 'certificates', 'letters'];

function nextEndOf(records: readonly RosterRow[], day: CivilDate): PersonRow['nextEnd'] {
  let next: PersonRow['nextEnd'] = null;
  for (const { list, validTo } of records) {
    if (!ENDING.includes(list) || validTo === null || validTo < day) continue;
    if (next === null || validTo < next.on) next = { list, on: validTo };
  }
  return next;
}
