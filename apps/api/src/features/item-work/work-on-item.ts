import { checkMove, MOVE_RULES, type WorkMove } from '@zhengqi/obligations';
import { and, eq } from 'drizzle-orm';
import { nowInstant, today } from '../../clock.ts';
import type { TenantContext } from '../../context.ts';
import { publicId } from '../../db/ids.ts';
import { occurrence } from '../../db/schema/schedule.ts';
import type { TenantTransaction } from '../../db/tenant-transaction.ts';
import { AppError, conflict, notFound } from '../../errors.ts';
import { type AuditAction, recordAudit } from '../record-audit.ts';
import { standingOfItem } from './item-standing.ts';
import { type ItemRow, lockItem } from './queries.ts';
import { WorkState, type WorkResult } from './schemas.ts';
import { staleItem } from './stale-item.ts';
import { tellOfMove } from './tell-people.ts';
import { writeLog } from './write-log.ts';

/** Columns of an item that a move may set. The rest is the schedule's. */
export type ItemPatch = Partial<
  Pick<
    ItemRow,
    | 'assigneeId'
    | 'submittedOn'
    | 'submittedBy'
    | 'closedAt'
    | 'doneOn'
    | 'daysLate'
    | 'minutesLate'
    | 'missed'
    | 'waiverPending'
  >
>;

/** What a move comes to: columns, and what the log keeps of it. */
export interface Decision {
  patch?: ItemPatch;
  data?: Record<string, unknown>;
}

const AUDIT: Readonly<Record<WorkMove, AuditAction>> = {
  assign: 'item.assigned',
  prepare: 'item.prepared',
  submit: 'item.filed',
  'record-receipt': 'item.receipt-recorded',
  close: 'item.closed',
  sign: 'item.signed',
  reopen: 'item.reopened',
  'request-waiver': 'item.waiver-requested',
  'withdraw-waiver': 'item.waiver-withdrawn',
  'approve-waiver': 'item.waived',
  'refuse-waiver': 'item.waiver-refused',
  'state-missed': 'item.missed',
};

/**
 * Makes one move on one item: locks it, holds it against the version that the caller saw and against the table of moves,
 * and writes item, log and audit together.
 * @param decide what is special about the move; called when the move is allowed, with the item locked
 * @throws AppError `not-found`, `conflict` when somebody else was faster or the state does not allow it, and what
 * `decide` throws
 */
export async function workOnItem(
  tx: TenantTransaction,
  ctx: TenantContext,
  { occurrenceId, version }: { occurrenceId: string; version: number },
  move: WorkMove,
  decide: (item: ItemRow) => Promise<Decision> | Decision,
): Promise<WorkResult> {
  const item = await lockItem(tx, occurrenceId);
  if (!item) throw notFound();
  if (item.version !== version) throw await staleItem(tx, occurrenceId);
  const refused = checkMove(standingOfItem(item), move, {
    isPerson: tx.access.userId !== null,
    today: today(ctx.clock),
  });
  if (refused?.code === 'person') throw new AppError('forbidden', refused.text);
  if (refused) throw conflict(refused.text.zh, refused.text.en);
  const { patch = {}, data = {} } = await decide(item);
  const change = {
    ...patch,
    workState: MOVE_RULES[move].to ?? item.workState,
    version: item.version + 1,
    workedAt: nowInstant(ctx.clock),
  };
  await tx.db
    .update(occurrence)
    .set(change)
    .where(and(eq(occurrence.tenantId, tx.tenantId), eq(occurrence.id, item.id)));
  await writeLog(tx, ctx, item, change, move, data);
  await recordAudit(
    tx,
    ctx,
    AUDIT[move],
    { type: 'occurrence', id: item.id },
    { key: item.naturalKey, from: item.workState, to: change.workState, version: change.version },
  );
  const after = { ...item, ...change };
  await tellOfMove(tx, ctx, after, move, data);
  return {
    occurrenceId: publicId('occurrence', item.id),
    version: after.version,
    workState: WorkState.parse(after.workState),
    daysLate: after.daysLate,
    minutesLate: after.minutesLate,
    missed: after.missed,
  };
}
