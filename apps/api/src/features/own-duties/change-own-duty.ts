import { requirePermission } from '../../auth/permissions.ts';
import type { TenantContext } from '../../context.ts';
import { publicId } from '../../db/ids.ts';
import { type TenantTransaction, withTenant } from '../../db/tenant-transaction.ts';
import { conflict, invalidField, notFound } from '../../errors.ts';
import { parseInput } from '../../parse-input.ts';
import { type AuditAction, recordAudit } from '../record-audit.ts';
import { lockSchedule } from '../schedule/lock-schedule.ts';
import { regenerateOrEnqueue } from '../schedule/regenerate-or-enqueue.ts';
import { type OwnDutyVersion, readNewestVersion } from './queries.ts';
import { requireOwnDuty } from './read-own-duty.ts';
import {
  ChangeOwnDutyInput,
  CreateOwnDutyInput,
  type OwnDutyResult,
  RestoreOwnDutyInput,
  RetireOwnDutyInput,
} from './schemas.ts';
import { type NewVersion, writeOwnDuty } from './write-own-duty.ts';

/**
 * Sets a duty of the organisation's own; the schedule is counted with it at once.
 * @throws AppError `invalid-input` with every wrong place
 */
export async function createOwnDuty(ctx: TenantContext, raw: unknown): Promise<OwnDutyResult> {
  const { duty: written } = parseInput(CreateOwnDutyInput, raw);
  return inOwnDuties(ctx, async (tx) => {
    const duty = requireOwnDuty(written, tx.rules.rulebook);
    if (await readNewestVersion(tx, { slug: duty.id }))
      throw invalidField('duty.id', '该编号已被使用。', 'This id is taken.');
    return store(tx, ctx, 'own-duty.created', undefined, { duty, state: 'in-force' });
  });
}

/**
 * Sets a new version of a duty. The old one stays, and explains the dates that it gave.
 * @throws AppError `conflict` when somebody else changed it, or it is a consultancy's, which alone may change it
 */
export async function changeOwnDuty(ctx: TenantContext, raw: unknown): Promise<OwnDutyResult> {
  const { dutyId, version, duty: written } = parseInput(ChangeOwnDutyInput, raw);
  return inOwnDuties(ctx, async (tx) => {
    const before = await requireNewest(tx, dutyId, version);
    const duty = requireOwnDuty(written, tx.rules.rulebook);
    if (duty.id !== before.slug) throw invalidField('duty.id', '编号不能更改。', 'The id of a duty stays what it is.');
    return store(tx, ctx, 'own-duty.changed', before, { duty, state: 'in-force' });
  });
}

/** Ends a duty. What it opened and nobody has worked on goes; what was worked on stays. */
export async function retireOwnDuty(ctx: TenantContext, raw: unknown): Promise<OwnDutyResult> {
  const { dutyId, version, reason } = parseInput(RetireOwnDutyInput, raw);
  return inOwnDuties(ctx, async (tx) => {
    const before = await requireNewest(tx, dutyId, version);
    if (before.state === 'retired') throw conflict('该义务已停用。', 'This duty is retired already.');
    return store(tx, ctx, 'own-duty.retired', before, { duty: before.duty, state: 'retired', reason });
  });
}

/** Brings a duty back that was retired. Its items come back under their ids. */
export async function restoreOwnDuty(ctx: TenantContext, raw: unknown): Promise<OwnDutyResult> {
  const { dutyId, version } = parseInput(RestoreOwnDutyInput, raw);
  return inOwnDuties(ctx, async (tx) => {
    const before = await requireNewest(tx, dutyId, version);
    if (before.state === 'in-force') throw conflict('该义务正在使用。', 'This duty is in force.');
    return store(tx, ctx, 'own-duty.restored', before, { duty: before.duty, state: 'in-force' });
  });
}

function inOwnDuties(
  ctx: TenantContext,
  work: (tx: TenantTransaction) => Promise<OwnDutyResult>,
): Promise<OwnDutyResult> {
  return withTenant(ctx, 'write', async (tx) => {
    requirePermission(tx.access, 'rule:set');
    await lockSchedule(tx);
    return work(tx);
  });
}

async function requireNewest(tx: TenantTransaction, id: string, version: number): Promise<OwnDutyVersion> {
  const newest = await readNewestVersion(tx, { id });
  if (!newest) throw notFound();
  if (newest.version !== version)
    throw conflict('该义务已被他人修改，请先查看。', 'Somebody else changed this duty: look at it first.', [
      { path: 'version', message: { zh: '版本不符。', en: 'Not the version.' } },
    ]);
  return newest;
}

async function store(
  tx: TenantTransaction,
  ctx: TenantContext,
  action: AuditAction,
  before: OwnDutyVersion | undefined,
  next: NewVersion,
): Promise<OwnDutyResult> {
  const { id, version } = await writeOwnDuty(tx, ctx, before, next);
  await recordAudit(tx, ctx, action, { type: 'own-duty', id }, { duty: next.duty.id, version });
  return { dutyId: publicId('ownDuty', id), version, schedule: await regenerateOrEnqueue(tx, ctx, 'rulebook') };
}
