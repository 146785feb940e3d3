import type { z } from 'zod';
import { requirePermission } from '../../auth/permissions.ts';
import type { TenantContext } from '../../context.ts';
import { publicId } from '../../db/ids.ts';
import { type TenantTransaction, withTenant } from '../../db/tenant-transaction.ts';
import { type FieldError, invalidInput } from '../../errors.ts';
import { parseInput } from '../../parse-input.ts';
import { recordAudit } from '../record-audit.ts';
import { lockSchedule } from '../schedule/lock-schedule.ts';
import { regenerateOrEnqueue } from '../schedule/regenerate-or-enqueue.ts';
import { checkEntry, type KnownEntry } from './check-entry.ts';
import { checkReferences, readNamedPeople } from './check-references.ts';
import { knownEntry, readCurrentRecords } from './queries.ts';
import type { RosterEntry } from './roster-entry.ts';
import { AddRecordInput, AddRecordsInput, type AddRecordsOutput, type RecordOutput } from './schemas.ts';
import { type NewRecord, writeRecords } from './write-records.ts';

/**
 * Adds a record to the roster and counts the gaps anew.
 * @throws AppError `invalid-input` with each place: a day that does not exist, an end before its start, a second contract
 * or the same post in the same time, more than the whole of somebody's working time, nobody of that id
 */
export async function addRecord(ctx: TenantContext, raw: unknown): Promise<z.infer<typeof RecordOutput>> {
  const { entry } = parseInput(AddRecordInput, raw);
  return withTenant(ctx, 'write', async (tx) => {
    requirePermission(tx.access, 'person:write');
    await lockSchedule(tx);
    const { records, errors } = await judge(tx, ctx, [entry]);
    const [record] = records;
    if (!record) throw invalidInput((errors[0] ?? []).map((error) => ({ ...error, path: `entry.${error.path}` })));
    await writeRecords(tx, ctx, [record]);
    const detail = { list: entry.list, version: 1 };
    await recordAudit(tx, ctx, 'roster.recorded', { type: 'roster', id: record.id }, detail);
    const schedule = await regenerateOrEnqueue(tx, ctx, 'staffing');
    return { recordId: publicId('rosterRecord', record.id), version: 1, schedule };
  });
}

/** Adds many records at once. Rows with errors are left out and say at which place; the others are stored together. */
export async function addRecords(ctx: TenantContext, raw: unknown): Promise<z.infer<typeof AddRecordsOutput>> {
  const { entries } = parseInput(AddRecordsInput, raw);
  return withTenant(ctx, 'write', async (tx) => {
    requirePermission(tx.access, 'person:write');
    await lockSchedule(tx);
    const { records, errors } = await judge(tx, ctx, entries);
    await writeRecords(tx, ctx, records);
    if (records.length > 0) await auditMany(tx, ctx, records);
    const left = [...records];
    return {
      results: errors.map((found) => {
        const id = found.length === 0 ? left.shift()?.id : undefined;
        return { recordId: id === undefined ? null : publicId('rosterRecord', id), errors: found };
      }),
      stored: records.length,
      schedule: records.length === 0 ? null : await regenerateOrEnqueue(tx, ctx, 'staffing'),
    };
  });
}

/** One audit row for all that came in one call. */
export async function auditMany(
  tx: TenantTransaction,
  ctx: TenantContext,
  records: readonly NewRecord[],
): Promise<void> {
  const counts: Record<string, number> = {};
  for (const { entry } of records) counts[entry.list] = (counts[entry.list] ?? 0) + 1;
  await recordAudit(tx, ctx, 'roster.recorded', { type: 'roster', id: null }, { records: counts });
}

/** Judges rows in their order, each beside what is stored and the good ones before it. */
async function judge(
  tx: TenantTransaction,
  ctx: TenantContext,
  entries: readonly RosterEntry[],
): Promise<{ records: NewRecord[]; errors: FieldError[][] }> {
  const people = await readNamedPeople(tx, entries);
  const known = await readCurrentRecords(tx, [...new Set(entries.map(({ list }) => list))]);
  return judgeEntries(entries, known.map(knownEntry), ctx.newId, (entry) => checkReferences(entry, people));
}

/**
 * The pure half of it.
 * @param checkMore what else is to be said of a row
 */
export function judgeEntries(
  entries: readonly RosterEntry[],
  stored: readonly KnownEntry[],
  newId: () => string,
  checkMore: (entry: RosterEntry) => FieldError[] = () => [],
): { records: NewRecord[]; errors: FieldError[][] } {
  const known = [...stored];
  const records: NewRecord[] = [];
  const errors = entries.map((entry) => {
    const found = [...checkMore(entry), ...checkEntry(entry, known)];
    if (found.length > 0) return found;
    const record = { id: newId(), version: 1, entry };
    records.push(record);
    known.push(record);
    return [];
  });
  return { records, errors };
}
