import type { z } from 'zod';
import { requirePermission } from '../../auth/permissions.ts';
import { nowInstant } from '../../clock.ts';
import type { TenantContext } from '../../context.ts';
import { publicId } from '../../db/ids.ts';
import { type TenantTransaction, withTenant } from '../../db/tenant-transaction.ts';
import { conflict, type FieldError, invalidInput, notFound } from '../../errors.ts';
import { parseInput } from '../../parse-input.ts';
import { tenantCipher } from '../personal-data/tenant-cipher.ts';
import { recordAudit } from '../record-audit.ts';
import { lockSchedule } from '../schedule/lock-schedule.ts';
import { regenerateOrEnqueue } from '../schedule/regenerate-or-enqueue.ts';
import { type ChangedPerson, changeParticulars, writeParticulars } from './particulars.ts';
import { lockPerson, type PersonTableRow, readKnownPeople, readPhones } from './queries.ts';
import { readParticulars } from './read-particulars.ts';
import { ChangePersonInput, type ChangePersonOutput } from './schemas.ts';

/**
 * Changes particulars of a person. What is left out stays as it is; null takes it away.
 * @throws AppError `invalid-input`, `not-found`, `conflict` when somebody else changed it since `version`
 */
export async function changePerson(ctx: TenantContext, raw: unknown): Promise<z.infer<typeof ChangePersonOutput>> {
  const input = parseInput(ChangePersonInput, raw);
  const read = readParticulars(input, (name) => name);
  if (read.errors.length > 0) throw invalidInput(read.errors);
  return withTenant(ctx, 'write', async (tx) => {
    requirePermission(tx.access, 'person:write');
    await lockSchedule(tx);
    const old = await lockPersonVersion(tx, input.personId, input.version);
    const cipher = await tenantCipher(tx, ctx);
    const phones = (await readPhones(tx, [old.id])).map(({ numberIndex }) => numberIndex);
    const at = nowInstant(ctx.clock);
    const changed = changeParticulars(old, phones, input, read, cipher, { at, isNew: false });
    const errors = await takenBy(tx, changed);
    if (errors.length > 0) throw invalidInput(errors);
    if (changed.changed.length > 0) {
      await writeParticulars(tx, ctx, cipher, [changed]);
      const detail = { changed: changed.changed, version: changed.row.version };
      await recordAudit(tx, ctx, 'person.changed', { type: 'person', id: old.id }, detail);
    }
    return {
      personId: publicId('person', old.id),
      version: changed.row.version,
      changed: changed.changed,
      schedule: await regenerateOrEnqueue(tx, ctx, 'staffing'),
    };
  });
}

/** @throws AppError `not-found`, `conflict` when it is not the newest version */
export async function lockPersonVersion(tx: TenantTransaction, id: string, version: number): Promise<PersonTableRow> {
  const row = await lockPerson(tx, id);
  if (!row) throw notFound();
  if (row.version === version) return row;
  throw conflict(
    '该人员已被他人修改，请刷新后在新内容上修改。',
    'Somebody else changed this person; reload and change the new state.',
    [{ path: 'version', message: { zh: '不是最新版本。', en: 'This is not the newest version.' } }],
  );
}

async function takenBy(tx: TenantTransaction, { row, changed }: ChangedPerson): Promise<FieldError[]> {
  const references = changed.includes('externalRef') && row.externalRef !== null ? [row.externalRef] : [];
  const indexes = changed.includes('idNumber') && row.idNumberIndex !== null ? [row.idNumberIndex] : [];
  const others = (await readKnownPeople(tx, { references, indexes })).filter(({ id }) => id !== row.id);
  return others.map((other) => ({
    path: other.idNumberIndex !== null && other.idNumberIndex === row.idNumberIndex ? 'idNumber' : 'externalRef',
    message: {
      zh: `已登记在“${other.name}”名下。`,
      en: `It is recorded for ${other.name} already.`,
    },
  }));
}
