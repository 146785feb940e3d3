import { isDeepStrictEqual } from 'node:util';
import type { CivilDate } from '@zhengqi/obligations';
import type { z } from 'zod';
import { requirePermission } from '../../auth/permissions.ts';
import type { TenantContext } from '../../context.ts';
import { publicId } from '../../db/ids.ts';
import { type TenantTransaction, withTenant } from '../../db/tenant-transaction.ts';
import { conflict, invalidField, invalidInput, notFound } from '../../errors.ts';
import { parseInput } from '../../parse-input.ts';
import { recordAudit } from '../record-audit.ts';
import { lockSchedule } from '../schedule/lock-schedule.ts';
import { regenerateOrEnqueue } from '../schedule/regenerate-or-enqueue.ts';
import { checkEntry } from './check-entry.ts';
import { checkReferences, readNamedPeople } from './check-references.ts';
import { entryOf, knownEntry, lockRecord, type RosterRow, readCurrentRecords } from './queries.ts';
import { endedOn, ownerOf, type RosterEntry } from './roster-entry.ts';
import { ChangeRecordInput, EndRecordInput, type RecordOutput, WithdrawRecordInput } from './schemas.ts';
import { supersede, writeRecords } from './write-records.ts';

type Output = z.infer<typeof RecordOutput>;

/**
 * Corrects a record. What was known before stays in its history.
 * @throws AppError `not-found`, `conflict` when somebody else changed it since `version`, `invalid-input` as for a new one
 */
export async function changeRecord(ctx: TenantContext, raw: unknown): Promise<Output> {
  const { entry, ...which } = parseInput(ChangeRecordInput, raw);
  return change(ctx, which, 'roster.corrected', (row) => {
    if (row.list !== entry.list)
      throw invalidField('entry.list', '记录不能改到另一个列表。', 'A record cannot move to another list.');
    if (ownerOf(entryOf(row)) !== ownerOf(entry)) {
      throw invalidField(
        'entry.record.personId',
        '记录不能改到另一个人名下；请撤回后重新登记。',
        'A record cannot move to another person; withdraw it and record it anew.',
      );
    }
    return entry;
  });
}

/** Says on which day a record counts for the last time. */
export async function endRecord(ctx: TenantContext, raw: unknown): Promise<Output> {
  const { on, ...which } = parseInput(EndRecordInput, raw);
  return change(ctx, which, 'roster.ended', (row) => {
    const ended = endedOn(entryOf(row), on as CivilDate);
    if (ended) return ended;
    throw invalidField(
      'recordId',
      '这类记录只有一个日期，不能结束；误登的请撤回。',
      'Such a record is about one day and has no end; withdraw it when it is wrong.',
    );
  });
}

/** Takes back a record that was made by mistake. It stays in the history with the reason. */
export async function withdrawRecord(ctx: TenantContext, raw: unknown): Promise<Output> {
  const { recordId, version, reason } = parseInput(WithdrawRecordInput, raw);
  return withTenant(ctx, 'write', async (tx) => {
    requirePermission(tx.access, 'person:write');
    await lockSchedule(tx);
    const row = await lockVersion(tx, recordId, version);
    await supersede(tx, ctx, row.id, reason);
    await recordAudit(tx, ctx, 'roster.withdrawn', { type: 'roster', id: row.id }, { list: row.list, version });
    const schedule = await regenerateOrEnqueue(tx, ctx, 'staffing');
    return { recordId: publicId('rosterRecord', row.id), version, schedule };
  });
}

async function change(
  ctx: TenantContext,
  { recordId, version }: { recordId: string; version: number },
  action: 'roster.corrected' | 'roster.ended',
  next: (row: RosterRow) => RosterEntry,
): Promise<Output> {
  return withTenant(ctx, 'write', async (tx) => {
    requirePermission(tx.access, 'person:write');
    await lockSchedule(tx);
    const row = await lockVersion(tx, recordId, version);
    const entry = next(row);
    const isNews = !isDeepStrictEqual(entry.record, row.data);
    if (isNews) {
      await requireGood(tx, row, entry, action === 'roster.ended');
      await supersede(tx, ctx, row.id);
      await writeRecords(tx, ctx, [{ id: row.id, version: version + 1, entry }]);
      const detail = { list: row.list, version: version + 1, changed: changedMembers(row.data, entry.record) };
      await recordAudit(tx, ctx, action, { type: 'roster', id: row.id }, detail);
    }
    const schedule = await regenerateOrEnqueue(tx, ctx, 'staffing');
    return { recordId: publicId('rosterRecord', row.id), version: isNews ? version + 1 : version, schedule };
  });
}

async function lockVersion(tx: TenantTransaction, id: string, version: number): Promise<RosterRow> {
  const row = await lockRecord(tx, id);
  if (!row) throw notFound();
  if (row.version === version) return row;
  throw conflict(
    '该记录已被他人修改，请刷新后在新内容上修改。',
    'Somebody else changed this record; reload it and change the new state.',
    [{ path: 'version', message: { zh: '不是最新版本。', en: 'This is not the newest version.' } }],
  );
}

async function requireGood(tx: TenantTransaction, row: RosterRow, entry: RosterEntry, isEnd: boolean): Promise<void> {
  const others = (await readCurrentRecords(tx, [row.list])).filter(({ id }) => id !== row.id);
  const people = await readNamedPeople(tx, [entry]);
  const errors = [...checkReferences(entry, people), ...checkEntry(entry, others.map(knownEntry))];
  // An end is given as a day of its own, whatever the record calls it.
  if (errors.length > 0)
    throw invalidInput(errors.map(({ path, message }) => ({ path: isEnd ? 'on' : `entry.${path}`, message })));
}

function changedMembers(before: object, after: object): string[] {
  const [a, b] = [before as Record<string, unknown>, after as Record<string, unknown>];
  return Object.keys(b).filter((name) => !isDeepStrictEqual(a[name], b[name]));
}
