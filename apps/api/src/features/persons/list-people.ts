import type { z } from 'zod';
import { requirePermission } from '../../auth/permissions.ts';
import { today } from '../../clock.ts';
import type { TenantContext } from '../../context.ts';
import { withTenant } from '../../db/tenant-transaction.ts';
import { invalidField, invalidInput, notFound } from '../../errors.ts';
import { parseInput } from '../../parse-input.ts';
import { decodeCursor, pageOf } from '../pagination.ts';
import { readPeople } from '../people.ts';
import { tenantCipher } from '../personal-data/tenant-cipher.ts';
import { recordViews } from '../roster/list-roster.ts';
import { readRecordsNaming } from '../roster/queries.ts';
import { personRows } from './person-view.ts';
import { readPeopleByIndex, readPeoplePage, readPerson, readRevisions } from './queries.ts';
import { readParticulars } from './read-particulars.ts';
import {
  FindPersonInput,
  type FindPersonOutput,
  GetPersonInput,
  ListPeopleInput,
  type PeoplePage,
  type PersonDetail,
} from './schemas.ts';

/** People of the company, those entered last first. Numbers and addresses are masked. */
export async function listPeople(ctx: TenantContext, raw: unknown): Promise<z.infer<typeof PeoplePage>> {
  const { cursor, limit, search, status, post } = parseInput(ListPeopleInput, raw);
  const after = decodeCursor(cursor);
  const on = today(ctx.clock);
  return withTenant(ctx, 'read', async (tx) => {
    const rows = await readPeoplePage(tx, { search, status, post, on, after, limit });
    const { items, nextCursor } = pageOf(rows, limit, (row) => [row.createdAt, row.id]);
    return { items: await personRows(tx, items, on), nextCursor };
  });
}

/** One person with every record of them, and what was changed when. */
export async function getPerson(ctx: TenantContext, raw: unknown): Promise<z.infer<typeof PersonDetail>> {
  const { personId } = parseInput(GetPersonInput, raw);
  const on = today(ctx.clock);
  return withTenant(ctx, 'read', async (tx) => {
    const row = await readPerson(tx, personId);
    if (!row) throw notFound();
    const [view] = await personRows(tx, [row], on);
    if (!view) throw notFound();
    const users = await readPeople(tx);
    const records = await readRecordsNaming(tx, row.id);
    const history = (await readRevisions(tx, row.id)).map(({ version, changed, recordedAt, recordedBy }) => {
      return { version, changed, at: recordedAt, by: users(recordedBy) };
    });
    return { ...view, records: await recordViews(tx, records, on), history };
  });
}

/**
 * Finds people by a full identity number or a full phone, which is compared without being opened. For those who may
 * change people: trying out numbers is no way to learn one.
 */
export async function findPerson(ctx: TenantContext, raw: unknown): Promise<z.infer<typeof FindPersonOutput>> {
  const { idNumber, phone } = parseInput(FindPersonInput, raw);
  if ((idNumber === undefined) === (phone === undefined))
    throw invalidField('idNumber', '请填写证件号码或电话之一。', 'Give an identity number or a phone, one of the two.');
  const read = readParticulars({ idNumber, phones: phone === undefined ? undefined : [phone] }, (name) =>
    name.startsWith('phones') ? 'phone' : name,
  );
  if (read.errors.length > 0) throw invalidInput(read.errors);
  return withTenant(ctx, 'write', async (tx) => {
    requirePermission(tx.access, 'person:write');
    const cipher = await tenantCipher(tx, ctx);
    const [number] = read.phones ?? [];
    const people = await readPeopleByIndex(tx, {
      idNumber: read.idNumber ? cipher.blindIndex('person', 'id_number', read.idNumber.value) : null,
      phone: number ? cipher.blindIndex('person', 'phone', number.value) : null,
    });
    return { items: await personRows(tx, people, today(ctx.clock)) };
  });
}
