import type { z } from 'zod';
import { requirePermission } from '../../auth/permissions.ts';
import type { TenantContext } from '../../context.ts';
import { publicId } from '../../db/ids.ts';
import { withTenant } from '../../db/tenant-transaction.ts';
import { invalidInput } from '../../errors.ts';
import { parseInput } from '../../parse-input.ts';
import { recordAudit } from '../record-audit.ts';
import { auditMany } from '../roster/add-records.ts';
import { lockSchedule } from '../schedule/lock-schedule.ts';
import { regenerateOrEnqueue } from '../schedule/regenerate-or-enqueue.ts';
import { savePeople } from './save-people.ts';
import { AddPeopleInput, type AddPeopleOutput, AddPersonInput, type AddPersonOutput } from './schemas.ts';

/**
 * Enters a person with contract, posts and proofs, or brings the person of a known external reference to what is given.
 * @throws AppError `invalid-input` with each place: a number that is none, one that is recorded for somebody else,
 * records that cannot be
 */
export async function addPerson(ctx: TenantContext, raw: unknown): Promise<z.infer<typeof AddPersonOutput>> {
  const input = parseInput(AddPersonInput, raw);
  return withTenant(ctx, 'write', async (tx) => {
    requirePermission(tx.access, 'person:write');
    await lockSchedule(tx);
    const [saved] = await savePeople(tx, ctx, [input]);
    if (!saved?.person) throw invalidInput(saved?.errors ?? []);
    const { row, changed } = saved.person;
    if (saved.created || changed.length > 0) {
      const action = saved.created ? 'person.added' : 'person.changed';
      await recordAudit(tx, ctx, action, { type: 'person', id: row.id }, { changed, version: row.version });
    }
    if (saved.records.length > 0) await auditMany(tx, ctx, saved.records);
    return {
      personId: publicId('person', row.id),
      version: row.version,
      created: saved.created,
      changed,
      records: saved.records.length,
      schedule: await regenerateOrEnqueue(tx, ctx, 'staffing'),
    };
  });
}

/** Enters many people at once. Rows with errors are left out and say at which place; the others are stored together. */
export async function addPeople(ctx: TenantContext, raw: unknown): Promise<z.infer<typeof AddPeopleOutput>> {
  const { rows } = parseInput(AddPeopleInput, raw);
  return withTenant(ctx, 'write', async (tx) => {
    requirePermission(tx.access, 'person:write');
    await lockSchedule(tx);
    const saved = await savePeople(tx, ctx, rows);
    const good = saved.filter(({ person }) => person !== null);
    const people = { added: 0, changed: 0 };
    for (const { created, person } of good) {
      if (created) people.added += 1;
      else if (person && person.changed.length > 0) people.changed += 1;
    }
    if (people.added + people.changed > 0)
      await recordAudit(tx, ctx, 'person.imported', { type: 'person', id: null }, people);
    const records = good.flatMap((row) => row.records);
    if (records.length > 0) await auditMany(tx, ctx, records);
    return {
      results: saved.map(({ person, created, errors }) => ({
        personId: person && publicId('person', person.row.id),
        created,
        errors,
      })),
      stored: good.length,
      schedule: good.length === 0 ? null : await regenerateOrEnqueue(tx, ctx, 'staffing'),
    };
  });
}
