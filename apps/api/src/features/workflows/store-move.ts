import { type LogEntry, type WorkflowStanding, workflowStandingOf, type WorkflowInstance } from '@zhengqi/obligations';
import { eq } from 'drizzle-orm';
import { nowInstant } from '../../clock.ts';
import type { TenantContext } from '../../context.ts';
import { workflow, workflowLog } from '../../db/schema/workflows.ts';
import type { TenantTransaction } from '../../db/tenant-transaction.ts';
import { filesOf, keepFiles } from './keep-files.ts';
import type { WorkflowTableRow } from './queries.ts';

/** Columns that repeat what the log says. */
export function stateColumns(
  standing: WorkflowStanding,
  before: Pick<WorkflowTableRow, 'state' | 'stateSince' | 'endedAt' | 'replacedVersion'> | null,
  at: string,
) {
  const { state, stateKind } = standing;
  const hasEnded = stateKind === 'ended-good' || stateKind === 'ended-bad';
  return {
    state,
    stateKind,
    stateSince: before?.state === state ? before.stateSince : at,
    asksNewLicence: standing.asksNewLicence && before?.replacedVersion == null,
    endedAt: hasEnded ? (before?.endedAt ?? at) : null,
  };
}

/** Adds an entry to the log, with the files it names. */
export async function addEntry(
  tx: TenantTransaction,
  workflowId: string,
  entry: LogEntry,
  userId: string | null,
  at: string,
): Promise<void> {
  const files = await filesOf(tx, entry);
  await tx.db.insert(workflowLog).values({
    tenantId: tx.tenantId,
    workflowId,
    seq: entry.seq,
    move: entry.move,
    actorKind: userId === null ? 'system' : 'person',
    actorId: userId,
    at,
    data: entry.data,
    takesBack: entry.takesBack ?? null,
  });
  await keepFiles(
    tx,
    workflowId,
    entry.seq,
    files.map(({ fileId }) => fileId),
  );
}

/** Stores a move that the domain has made: its entry, and the columns of the state. */
export async function storeMove(
  tx: TenantTransaction,
  ctx: TenantContext,
  row: WorkflowTableRow,
  { instance, entry }: { instance: WorkflowInstance; entry: LogEntry },
  userId: string | null,
): Promise<{ row: WorkflowTableRow; standing: WorkflowStanding }> {
  const at = nowInstant(ctx.clock);
  const standing = workflowStandingOf(instance);
  await addEntry(tx, row.id, entry, userId, at);
  const change = { ...stateColumns(standing, row, at), version: row.version + 1 };
  await tx.db.update(workflow).set(change).where(eq(workflow.id, row.id));
  return { row: { ...row, ...change }, standing };
}
