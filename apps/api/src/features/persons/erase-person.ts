import { sql } from 'drizzle-orm';
import type { z } from 'zod';
import { requirePermission } from '../../auth/permissions.ts';
import type { TenantContext } from '../../context.ts';
import { withTenant } from '../../db/tenant-transaction.ts';
import { invalidField } from '../../errors.ts';
import { parseInput } from '../../parse-input.ts';
import { recordAudit } from '../record-audit.ts';
import { lockSchedule } from '../schedule/lock-schedule.ts';
import { regenerateOrEnqueue } from '../schedule/regenerate-or-enqueue.ts';
import { lockPersonVersion } from './change-person.ts';
import { ErasePersonInput, type ErasePersonOutput } from './schemas.ts';
import { takeOutOfRecords } from './shared-records.ts';

/**
 * Deletes everything of a person, for good: in every table that the catalogue knows to be about people, and out of the
 * records of the company. What was missed, refused or filed stays as a fact without the person; in the audit an id is
 * left that leads to nobody, and what was said of the person there is unreadable.
 * @throws AppError `not-found`, `conflict`, `invalid-input` when the name is another
 */
export async function erasePerson(ctx: TenantContext, raw: unknown): Promise<z.infer<typeof ErasePersonOutput>> {
  const { personId, version, name, reason } = parseInput(ErasePersonInput, raw);
  return withTenant(ctx, 'write', async (tx) => {
    requirePermission(tx.access, 'person:hand-over');
    await lockSchedule(tx);
    const row = await lockPersonVersion(tx, personId, version);
    if (row.name !== name) throw invalidField('name', '与该人员的姓名不一致。', 'This is not the name of the person.');
    const changedRecords = await takeOutOfRecords(tx, row.id);
    const { rows } = await tx.db.execute<{ deleted: Record<string, number> }>(
      sql`select app.erase_person(${row.id}::uuid) as deleted`,
    );
    const deleted = rows[0]?.deleted ?? {};
    await recordAudit(tx, ctx, 'person.erased', { type: 'person', id: row.id }, { reason, deleted, changedRecords });
    return { deleted, schedule: await regenerateOrEnqueue(tx, ctx, 'staffing') };
  });
}
