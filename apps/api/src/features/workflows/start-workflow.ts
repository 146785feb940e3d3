import { openWorkflow, parseInstant, workflowStandingOf, workflowOf } from '@zhengqi/obligations';
import { inArray } from 'drizzle-orm';
import type { z } from 'zod';
import { requirePermission } from '../../auth/permissions.ts';
import { nowInstant } from '../../clock.ts';
import type { TenantContext } from '../../context.ts';
import { publicId } from '../../db/ids.ts';
import { occurrence } from '../../db/schema/schedule.ts';
import { workflow } from '../../db/schema/workflows.ts';
import { type TenantTransaction, withTenant } from '../../db/tenant-transaction.ts';
import { conflict, notFound } from '../../errors.ts';
import { parseInput } from '../../parse-input.ts';
import { requirePeopleHere } from '../people-here.ts';
import { recordAudit } from '../record-audit.ts';
import { lockSchedule } from '../schedule/lock-schedule.ts';
import { touchItem } from '../item-work/write-log.ts';
import { actorOf } from './actor.ts';
import { environmentOf } from './environment.ts';
import { insertLinks, linkItems } from './link-items.ts';
import { resultOf } from './move-workflow.ts';
import { readLinkedItems, readRunning, type WorkflowTableRow } from './queries.ts';
import { refusedMove } from './refuse.ts';
import { StartInput, type WorkflowResult } from './schemas.ts';
import { addEntry, stateColumns } from './store-move.ts';
import { aboutOf, subjectColumns, yearOfWork } from './subject-of-work.ts';
import { tellResponsible } from './tell-responsible.ts';

/**
 * Starts a piece of work on a licence, an event or a network unit. The items it serves are found by its subject; others
 * may be named.
 * @throws AppError `not-found`, `invalid-input` with every reason against it, `conflict` when the same work is running
 */
export async function startWorkflow(ctx: TenantContext, raw: unknown): Promise<WorkflowResult> {
  const input = parseInput(StartInput, raw);
  return withTenant(ctx, 'write', async (tx) => {
    requirePermission(tx.access, 'workflow:work');
    await lockSchedule(tx);
    return startInTransaction(tx, ctx, input);
  });
}

/** The start itself, for one company or one of many; the schedule is locked. */
export async function startInTransaction(
  tx: TenantTransaction,
  ctx: TenantContext,
  input: z.output<typeof StartInput>,
): Promise<WorkflowResult> {
  const { kind, responsibleId = null } = input;
  const subject = await subjectColumns(tx, ctx, input.subject, input.eventId);
  await requirePeopleHere(tx, responsibleId === null ? [] : [responsibleId], 'responsibleId');
  await requireItems(tx, input.occurrenceIds);
  const { actor, userId } = await actorOf(tx, input.by);
  const at = nowInstant(ctx.clock);
  const request = { subject: input.subject, occurrenceKeys: [], data: input.data, by: actor, now: parseInstant(at) };
  const result = openWorkflow(kind, request, await environmentOf(tx, ctx, subject.licenceId));
  if (!result.moved) throw refusedMove(result.refusals);
  const standing = workflowStandingOf(result.instance);
  const row: WorkflowTableRow = {
    tenantId: tx.tenantId,
    id: ctx.newId(),
    kind,
    tablesVersion: result.instance.version,
    ...subject,
    about: aboutOf(workflowOf(kind), result.entry.data),
    year: yearOfWork(result.entry.data),
    version: 1,
    ...stateColumns(standing, null, at),
    replacedVersion: null,
    responsibleId,
    startedBy: userId,
    startedAt: at,
  };
  await refuseTwice(tx, row);
  await tx.db.insert(workflow).values(row);
  await addEntry(tx, row.id, result.entry, userId, at);
  await insertLinks(tx, row.id, input.occurrenceIds);
  await linkItems(tx, row, standing.values);
  // Whatever the rules say later, an item on which work has begun is not dropped.
  for (const { item } of await readLinkedItems(tx, [row.id])) await touchItem(tx, ctx, item.id);
  await tellResponsible(tx, ctx, row);
  await recordAudit(tx, ctx, 'workflow.started', { type: 'workflow', id: row.id }, { kind, state: row.state });
  return resultOf(row, { items: [], events: [] });
}

async function refuseTwice(tx: TenantTransaction, row: WorkflowTableRow): Promise<void> {
  const running = await readRunning(tx, row);
  if (running === undefined) return;
  const id = publicId('workflow', running.id);
  const message = {
    zh: `同一事项的流程已在办理（${id}），请在其中继续。`,
    en: `The same work is running already (${id}); go on there.`,
  };
  throw conflict(message.zh, message.en, [{ path: 'subject', message }]);
}

async function requireItems(tx: TenantTransaction, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const rows = await tx.db
    .select({ id: occurrence.id })
    .from(occurrence)
    .where(inArray(occurrence.id, [...ids]));
  if (rows.length < new Set(ids).size) throw notFound();
}
