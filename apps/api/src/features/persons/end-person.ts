import type { CivilDate } from '@zhengqi/obligations';
import type { z } from 'zod';
import { requirePermission } from '../../auth/permissions.ts';
import type { TenantContext } from '../../context.ts';
import { publicId } from '../../db/ids.ts';
import { withTenant } from '../../db/tenant-transaction.ts';
import { invalidField } from '../../errors.ts';
import { parseInput } from '../../parse-input.ts';
import { recordAudit } from '../record-audit.ts';
import { entryOf, readRecordsOf } from '../roster/queries.ts';
import { endedOn } from '../roster/roster-entry.ts';
import { supersede, writeRecords } from '../roster/write-records.ts';
import { lockSchedule } from '../schedule/lock-schedule.ts';
import { regenerateOrEnqueue } from '../schedule/regenerate-or-enqueue.ts';
import { lockPersonVersion } from './change-person.ts';
import { EndPersonInput, type EndPersonOutput } from './schemas.ts';

/**
 * Says on which day a person is in the company for the last time, and ends the contract and the posts with it. The gaps
 * that this opens are counted at once, also for a day to come.
 * @throws AppError `invalid-input` when nothing of this person goes on after that day
 */
export async function endPerson(ctx: TenantContext, raw: unknown): Promise<z.infer<typeof EndPersonOutput>> {
  const { personId, version, on } = parseInput(EndPersonInput, raw);
  return withTenant(ctx, 'write', async (tx) => {
    requirePermission(tx.access, 'person:write');
    await lockSchedule(tx);
    const row = await lockPersonVersion(tx, personId, version);
    const going = (await readRecordsOf(tx, [row.id])).filter(
      ({ list, validTo }) => (list === 'employments' || list === 'assignments') && (validTo === null || validTo > on),
    );
    const ended = going.flatMap((record) => {
      const entry = record.validFrom > on ? null : endedOn(entryOf(record), on as CivilDate);
      return entry === null ? [] : [{ id: record.id, version: record.version + 1, entry }];
    });
    if (ended.length === 0)
      throw invalidField('on', '该日之后没有需要结束的合同或岗位。', 'No contract or post goes on after that day.');
    for (const { id } of ended) await supersede(tx, ctx, id);
    await writeRecords(tx, ctx, ended);
    await recordAudit(tx, ctx, 'person.ended', { type: 'person', id: row.id }, { on, records: ended.length });
    const schedule = await regenerateOrEnqueue(tx, ctx, 'staffing');
    return { personId: publicId('person', row.id), ended: ended.length, schedule };
  });
}
