import { asc, eq, sql } from 'drizzle-orm';
import type { z } from 'zod';
import { requirePermission } from '../../auth/permissions.ts';
import { nowInstant } from '../../clock.ts';
import type { TenantContext } from '../../context.ts';
import { publicId } from '../../db/ids.ts';
import { auditEvent } from '../../db/schema/audit.ts';
import { personPhone } from '../../db/schema/people.ts';
import { type TenantTransaction, withTenant } from '../../db/tenant-transaction.ts';
import { notFound } from '../../errors.ts';
import { parseInput } from '../../parse-input.ts';
import { tenantCipher } from '../personal-data/tenant-cipher.ts';
import { recordAudit } from '../record-audit.ts';
import { openWords, sealWords } from './person-words.ts';
import { lockPerson, type PersonTableRow } from './queries.ts';
import { ExportPersonInput, type PersonExport } from './schemas.ts';
import { partAbout, readSharedRecords } from './shared-records.ts';

type StoredRow = z.infer<typeof PersonExport>['audit'][number];

/**
 * Everything that is stored about a person, with the numbers in full. Which tables there are comes from the catalogue. It
 * leaves a row in the audit.
 */
export async function exportPerson(ctx: TenantContext, raw: unknown): Promise<z.infer<typeof PersonExport>> {
  const { personId, reason } = parseInput(ExportPersonInput, raw);
  return withTenant(ctx, 'write', async (tx) => {
    requirePermission(tx.access, 'person:hand-over');
    const row = await lockPerson(tx, personId);
    if (!row) throw notFound();
    const sealed = await sealWords(tx, ctx, row.id, reason);
    await recordAudit(tx, ctx, 'person.exported', { type: 'person', id: row.id }, { sealedReason: sealed });
    return {
      exportedAt: nowInstant(ctx.clock),
      person: await inFull(tx, ctx, row),
      tables: await readTables(tx, row.id),
      audit: await readAudit(tx, ctx, row.id),
    };
  });
}

async function inFull(
  tx: TenantTransaction,
  ctx: TenantContext,
  row: PersonTableRow,
): Promise<z.infer<typeof PersonExport>['person']> {
  const cipher = await tenantCipher(tx, ctx);
  const open = (column: string, sealed: string | null) =>
    sealed === null ? null : cipher.open({ table: 'person', column, rowId: row.id }, sealed);
  const phones = await tx.db
    .select()
    .from(personPhone)
    .where(eq(personPhone.personId, row.id))
    .orderBy(asc(personPhone.recordedAt));
  return {
    id: publicId('person', row.id),
    externalRef: row.externalRef,
    name: row.name,
    idNumber: open('id_number', row.idNumber),
    email: open('email', row.email),
    phones: phones.map(({ id, number, recordedAt, supersededAt }) => {
      const place = { table: 'person_phone', column: 'number', rowId: id };
      return { number: cipher.open(place, number), recordedAt, supersededAt };
    }),
  };
}

/** What is sealed stands opened beside; keys and blind indexes say nothing to anybody. */
const TECHNICAL = /^(wrapped|number|id_number|email)$|_index$/;

async function readTables(tx: TenantTransaction, personId: string): Promise<z.infer<typeof PersonExport>['tables']> {
  const { rows: tables } = await tx.db.execute<{ name: string }>(
    sql`select distinct name from app.person_tables() order by 1`,
  );
  const read: { name: string; rows: StoredRow[] }[] = [];
  for (const { name } of tables) {
    const { rows } = await tx.db.execute<{ row: StoredRow }>(
      sql`select r as "row" from app.person_rows(${name}, ${personId}::uuid) r`,
    );
    read.push({ name, rows: rows.map(({ row }) => withoutTechnical(row)) });
  }
  const shared = (await readSharedRecords(tx, personId)).map(({ data, ...row }) => ({
    ...row,
    data: partAbout(data, publicId('person', personId)),
  }));
  return [...read, { name: 'roster_record (shared)', rows: shared }];
}

function withoutTechnical(row: StoredRow): StoredRow {
  return Object.fromEntries(Object.entries(row).filter(([column]) => !TECHNICAL.test(column)));
}

async function readAudit(tx: TenantTransaction, ctx: TenantContext, personId: string): Promise<StoredRow[]> {
  const open = await openWords(tx, ctx, personId);
  const rows = await tx.db
    .select()
    .from(auditEvent)
    .where(eq(auditEvent.subjectId, personId))
    .orderBy(asc(auditEvent.at));
  return rows.map(({ at, actorKind, action, detail: { sealedReason, ...detail } }) => ({
    at,
    actorKind,
    action,
    detail: typeof sealedReason === 'string' ? { ...detail, reason: open(sealedReason) } : detail,
  }));
}
