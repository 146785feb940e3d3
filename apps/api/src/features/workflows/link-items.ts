import type { MoveData } from '@zhengqi/obligations';
import { and, eq, inArray, or, sql } from 'drizzle-orm';
import { publicId } from '../../db/ids.ts';
import { occurrence, occurrenceLicence } from '../../db/schema/schedule.ts';
import { workflowOccurrence } from '../../db/schema/workflows.ts';
import type { TenantTransaction } from '../../db/tenant-transaction.ts';
import { readRecordedEvents, type WorkflowTableRow } from './queries.ts';
import { rulesOfKind } from './rules-of-kind.ts';

/** What finds the items of a piece of work. */
type Subject = Pick<WorkflowTableRow, 'kind' | 'subjectType' | 'subjectId' | 'eventId' | 'year'>;

/**
 * Links the items that a piece of work serves and that are not linked yet: those of its due rules on its subject, and
 * those of its events. Called with each move, because a move may bring about new ones.
 */
export async function linkItems(tx: TenantTransaction, row: WorkflowTableRow, values: MoveData): Promise<void> {
  const recorded = (await readRecordedEvents(tx, row.id)).map(({ eventId }) => eventId);
  const ids = await findItems(tx, row, values, recorded);
  await insertLinks(tx, row.id, ids);
}

/** Stores links; one that is there already stays as it is. */
export async function insertLinks(tx: TenantTransaction, workflowId: string, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const rows = ids.map((occurrenceId) => ({ tenantId: tx.tenantId, workflowId, occurrenceId, done: false }));
  await tx.db.insert(workflowOccurrence).values(rows).onConflictDoNothing();
}

/** Ids of the items that work of this kind on this subject serves. */
export async function findItems(
  tx: TenantTransaction,
  subject: Subject,
  values: MoveData,
  recordedEvents: readonly string[] = [],
): Promise<string[]> {
  const rules = rulesOfKind(subject.kind);
  if (rules.length === 0) return [];
  const { id, naturalKey, dutyId, dueRuleId, dueOn } = occurrence;
  const rows = await tx.db
    .select({ id, naturalKey, dutyId, dueRuleId, dueOn })
    .from(occurrence)
    .where(
      and(
        or(...rules.map(({ duty, rule }) => and(eq(dutyId, duty), eq(dueRuleId, rule)))),
        sql`(${occurrence.removedAt} is null or ${occurrence.workedAt} is not null)`,
      ),
    );
  const events = new Set(
    [...(subject.eventId === null ? [] : [subject.eventId]), ...recordedEvents].map((event) =>
      publicId('event', event),
    ),
  );
  const found = rows.filter((row) => {
    const rest = row.naturalKey.slice(`${row.dutyId}/${row.dueRuleId}/`.length);
    if (events.has(rest)) return true;
    if (!rest.startsWith(`${subject.subjectId}/`)) return false;
    const period = rest.slice(subject.subjectId.length + 1);
    if (subject.subjectType === 'network-unit') return true;
    return subject.year === null ? period === values['validTo'] : row.dueOn?.slice(0, 4) === String(subject.year);
  });
  return found.map((row) => row.id);
}

/** Licences from which each of these items follows. */
export async function licencesOfItems(
  tx: TenantTransaction,
  occurrenceIds: readonly string[],
): Promise<Map<string, string[]>> {
  const of = new Map<string, string[]>();
  if (occurrenceIds.length === 0) return of;
  const rows = await tx.db
    .select({ occurrenceId: occurrenceLicence.occurrenceId, licenceId: occurrenceLicence.licenceId })
    .from(occurrenceLicence)
    .where(inArray(occurrenceLicence.occurrenceId, [...occurrenceIds]));
  for (const { occurrenceId, licenceId } of rows) of.set(occurrenceId, [...(of.get(occurrenceId) ?? []), licenceId]);
  return of;
}
