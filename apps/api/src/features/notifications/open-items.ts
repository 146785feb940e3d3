import {
  civilDateOf,
  type Mark,
  OWN_CLAUSE,
  type ReminderItem,
  type Rulebook,
  reminderKindOf,
  type ReminderKind,
} from '@zhengqi/obligations';
import { and, eq, inArray, isNotNull, isNull, notInArray, or, sql } from 'drizzle-orm';
import { notice } from '../../db/schema/notices.ts';
import { occurrence } from '../../db/schema/schedule.ts';
import type { TenantTransaction } from '../../db/tenant-transaction.ts';
import { readUnknownHistory } from '../back-fill/queries.ts';
import { titleOf } from '../schedule/change-views.ts';

/** Somebody must still act. What was filed waits for others, what was closed or waived for nobody. */
const TO_DO = ['open', 'prepared'];

/** An item that people are reminded of. */
export interface OpenItem extends ReminderItem {
  kind: ReminderKind;
  dutyId: string;
  clause: string;
  action: { zh: string; en: string };
  mark: Mark;
  provisional: boolean;
  workState: string;
  assigneeId: string | null;
}

/** All items somebody must still act on. What the company says it does not know of its past is not brought up again. */
export async function readOpenItems(tx: TenantTransaction, rulebook: Rulebook): Promise<OpenItem[]> {
  // Not the explanations: they are most of a row, and nobody reads them here.
  const { id, opensOn, dueOn, actBy, dueAt, firstSeenAt, applies, dutyId, dueRuleId } = occurrence;
  const { clause, action, mark, provisional, workState, assigneeId } = occurrence;
  const rows = await tx.db
    .select({
      ...{ id, opensOn, dueOn, actBy, dueAt, firstSeenAt, applies, dutyId, dueRuleId },
      ...{ clause, action, mark, provisional, workState, assigneeId },
    })
    .from(occurrence)
    .where(and(isNull(occurrence.removedAt), inArray(occurrence.workState, TO_DO)));
  const kinds = reminderKinds(rulebook);
  const unknown = await readUnknownHistory(tx);
  return rows
    .filter(({ id }) => !unknown.has(id))
    .map((row) => ({
      id: row.id,
      opensOn: row.opensOn,
      dueOn: row.dueOn,
      actBy: row.actBy,
      dueAt: row.dueAt,
      firstSeenOn: civilDateOf(row.firstSeenAt),
      isOpen: true,
      isSure: row.applies === 'yes',
      kind: kinds.get(`${row.dutyId}/${row.dueRuleId}`) ?? (row.dueAt === null ? 'other' : 'event-hours'),
      dutyId: row.dutyId,
      clause: row.clause,
      action: row.action,
      mark: row.mark as Mark,
      provisional: row.provisional,
      workState: row.workState,
      assigneeId: row.assigneeId,
    }));
}

function reminderKinds(rulebook: Rulebook): Map<string, ReminderKind> {
  const rules = rulebook.duties.flatMap((duty) => duty.due.map((rule) => ({ duty, rule })));
  return new Map(rules.map(({ duty, rule }) => [`${duty.id}/${rule.id}`, reminderKindOf(rule.timing)]));
}

/** What the ledger says of stages: the furthest that each recipient was told of an item and date. */
export async function readToldRanks(
  tx: TenantTransaction,
): Promise<(subjectId: string, countsTo: string, recipientId: string) => number | undefined> {
  const rows = await tx.db
    .select({
      subjectId: notice.subjectId,
      countsTo: notice.countsTo,
      recipientId: notice.recipientId,
      rank: sql<number>`max(${notice.rank})`,
    })
    .from(notice)
    .where(and(isNotNull(notice.rank), isNull(notice.answeredAt)))
    .groupBy(notice.subjectId, notice.countsTo, notice.recipientId);
  const ranks = new Map(rows.map((row) => [[row.subjectId, row.countsTo, row.recipientId].join('|'), row.rank]));
  return (...place) => ranks.get(place.join('|'));
}

/** Notes on the notices of items on which somebody acted, or that nobody owes any more, that they were answered. */
export async function noteAnswered(tx: TenantTransaction, now: string): Promise<void> {
  const done = or(isNotNull(occurrence.removedAt), notInArray(occurrence.workState, TO_DO));
  await tx.db
    .update(notice)
    .set({ answeredAt: now })
    .where(
      and(
        eq(notice.subjectType, 'occurrence'),
        isNull(notice.answeredAt),
        sql`exists (select from ${occurrence} where ${occurrence.tenantId} = ${notice.tenantId}
          and ${occurrence.id} = ${notice.subjectId} and ${done})`,
      ),
    );
}

/** What an item is called: its act, and the duty it belongs to. */
export function itemWords({ action, clause, dutyId }: OpenItem, rulebook: Rulebook) {
  const title = titleOf(dutyId, rulebook);
  const place =
    clause === OWN_CLAUSE ? { zh: '自有义务', en: 'Own duty' } : { zh: `条款 ${clause}`, en: `Clause ${clause}` };
  return { title: action, detail: { zh: `${place.zh} · ${title.zh}`, en: `${place.en} · ${title.en}` } };
}
