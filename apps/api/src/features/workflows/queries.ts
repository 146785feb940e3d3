import { and, desc, eq, inArray, isNotNull, isNull, type SQL, sql } from 'drizzle-orm';
import { storedFile } from '../../db/schema/files.ts';
import { occurrence } from '../../db/schema/schedule.ts';
import {
  workflow,
  workflowEvent,
  workflowFile,
  workflowLog,
  workflowMaterial,
  workflowOccurrence,
} from '../../db/schema/workflows.ts';
import type { TenantTransaction } from '../../db/tenant-transaction.ts';
import type { ListWorkflowsInput } from './schemas.ts';

/** A piece of work as its table has it. */
export type WorkflowTableRow = typeof workflow.$inferSelect;
export type LogRow = typeof workflowLog.$inferSelect;
export type LinkedItem = Awaited<ReturnType<typeof readLinkedItems>>[number];

/** One piece of work, or undefined. */
export async function readWorkflow(tx: TenantTransaction, id: string): Promise<WorkflowTableRow | undefined> {
  const rows = await tx.db.select().from(workflow).where(eq(workflow.id, id));
  return rows[0];
}

/** One piece of work, locked until the transaction ends. */
export async function lockWorkflow(tx: TenantTransaction, id: string): Promise<WorkflowTableRow | undefined> {
  const rows = await tx.db.select().from(workflow).where(eq(workflow.id, id)).for('update');
  return rows[0];
}

/** The log of a piece of work, its opening first. */
export async function readLog(tx: TenantTransaction, workflowId: string): Promise<LogRow[]> {
  return tx.db.select().from(workflowLog).where(eq(workflowLog.workflowId, workflowId)).orderBy(workflowLog.seq);
}

/** Items that pieces of work serve, earliest first. */
export async function readLinkedItems(tx: TenantTransaction, workflowIds: readonly string[]) {
  if (workflowIds.length === 0) return [];
  return tx.db
    .select({ workflowId: workflowOccurrence.workflowId, done: workflowOccurrence.done, item: occurrence })
    .from(workflowOccurrence)
    .innerJoin(
      occurrence,
      and(eq(occurrence.tenantId, workflowOccurrence.tenantId), eq(occurrence.id, workflowOccurrence.occurrenceId)),
    )
    .where(inArray(workflowOccurrence.workflowId, [...workflowIds]))
    .orderBy(occurrence.sortOn, occurrence.id);
}

/** Events that the moves of a piece of work recorded. */
export async function readRecordedEvents(tx: TenantTransaction, workflowId: string) {
  return tx.db
    .select({ seq: workflowEvent.seq, eventId: workflowEvent.eventId })
    .from(workflowEvent)
    .where(eq(workflowEvent.workflowId, workflowId))
    .orderBy(workflowEvent.seq);
}

/** How far each line of the list of material is: the newest version of each. */
export async function readMaterialTicks(tx: TenantTransaction, workflowId: string) {
  return tx.db
    .selectDistinctOn([workflowMaterial.materialId])
    .from(workflowMaterial)
    .where(eq(workflowMaterial.workflowId, workflowId))
    .orderBy(workflowMaterial.materialId, desc(workflowMaterial.version));
}

/** Names of the files that the log or the list of material speaks of, by uuid. */
export async function readFileNames(tx: TenantTransaction, workflowId: string): Promise<Map<string, string>> {
  const ofLog = tx.db
    .select({ id: workflowFile.fileId })
    .from(workflowFile)
    .where(eq(workflowFile.workflowId, workflowId));
  const ofMaterial = tx.db
    .select({ id: workflowMaterial.fileId })
    .from(workflowMaterial)
    .where(and(eq(workflowMaterial.workflowId, workflowId), isNotNull(workflowMaterial.fileId)));
  const rows = await tx.db
    .select({ id: storedFile.id, name: storedFile.name })
    .from(storedFile)
    .where(sql`${storedFile.id} in (${ofLog}) or ${storedFile.id} in (${ofMaterial})`);
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** The same work as it runs now, or undefined. */
export async function readRunning(
  tx: TenantTransaction,
  { kind, subjectId, about }: Pick<WorkflowTableRow, 'kind' | 'subjectId' | 'about'>,
): Promise<WorkflowTableRow | undefined> {
  const rows = await tx.db
    .select()
    .from(workflow)
    .where(
      and(
        eq(workflow.kind, kind),
        eq(workflow.subjectId, subjectId),
        eq(workflow.about, about),
        isNull(workflow.endedAt),
      ),
    );
  return rows[0];
}

const WAITING: Readonly<Record<string, readonly string[]>> = {
  us: ['start', 'ongoing', 'waiting-for-us'],
  client: ['waiting-for-client'],
  authority: ['waiting-for-authority'],
  nobody: ['ended-good', 'ended-bad'],
};

/** A page of work, latest started first, one more than asked for. */
export async function readWorkflows(
  tx: TenantTransaction,
  { kind, licenceId, occurrenceId, eventId, open, responsible, waitsOn, limit }: ListWorkflowsInput,
  after: readonly [string, string] | undefined,
): Promise<WorkflowTableRow[]> {
  const filters: (SQL | undefined)[] = [
    kind && eq(workflow.kind, kind),
    licenceId === undefined ? undefined : eq(workflow.licenceId, licenceId),
    eventId === undefined ? undefined : eq(workflow.eventId, eventId),
    occurrenceId === undefined
      ? undefined
      : sql`exists (select from ${workflowOccurrence} l where l.tenant_id = ${workflow.tenantId}
          and l.workflow_id = ${workflow.id} and l.occurrence_id = ${occurrenceId}::uuid)`,
    open === undefined ? undefined : open ? isNull(workflow.endedAt) : isNotNull(workflow.endedAt),
    responsibleIs(tx, responsible),
    waitsOn && inArray(workflow.stateKind, [...(WAITING[waitsOn] ?? [])]),
    after && sql`(${workflow.startedAt}, ${workflow.id}) < (${after[0]}::timestamptz, ${after[1]}::uuid)`,
  ];
  return tx.db
    .select()
    .from(workflow)
    .where(and(...filters))
    .orderBy(desc(workflow.startedAt), desc(workflow.id))
    .limit(limit + 1);
}

function responsibleIs({ access }: TenantTransaction, who: string | undefined): SQL | undefined {
  if (who === undefined) return undefined;
  const id = who === 'me' ? access.userId : who;
  return who === 'none' || id === null ? isNull(workflow.responsibleId) : eq(workflow.responsibleId, id);
}
