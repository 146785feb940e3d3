import type { Bilingual, Effect, LogEntry, WorkflowStanding, Workflow } from '@zhengqi/obligations';
import { and, eq, inArray } from 'drizzle-orm';
import type { TenantContext } from '../../context.ts';
import { publicId } from '../../db/ids.ts';
import { workflow, workflowOccurrence } from '../../db/schema/workflows.ts';
import type { TenantTransaction } from '../../db/tenant-transaction.ts';
import { readItem } from '../item-work/queries.ts';
import { reopenItem } from '../item-work/reopen-item.ts';
import { WorkState } from '../item-work/schemas.ts';
import { actOfMove } from './act-of-move.ts';
import { licencesOfItems } from './link-items.ts';
import { type LinkedItem, readLinkedItems, type WorkflowTableRow } from './queries.ts';
import type { ItemOutcome } from './schemas.ts';
import { settleItem } from './settle-item.ts';

/** A move that was made, and how the work stood before and after it. */
export interface MadeMove {
  table: Workflow;
  entry: LogEntry;
  effects: readonly Effect[];
  before: WorkflowStanding | null;
  after: WorkflowStanding;
  userId: string;
}

/** Brings the linked items to what a move says of them: done with its receipt, or owed again. */
export async function settleItems(
  tx: TenantTransaction,
  ctx: TenantContext,
  row: WorkflowTableRow,
  made: MadeMove,
): Promise<ItemOutcome[]> {
  const linked = await readLinkedItems(tx, [row.id]);
  const outcomes: ItemOutcome[] = [];
  for (const { duty, rule, by } of doneBy(made)) {
    for (const item of toBeDone(row, linked, duty, rule)) {
      outcomes.push(await outcomeOf(tx, item, true, await done(tx, ctx, row, item, { ...made, entry: by })));
    }
  }
  for (const { duty, rule } of owedAgain(made)) {
    for (const item of lastDone(row, linked, duty, rule)) {
      outcomes.push(await outcomeOf(tx, item, false, await owed(tx, ctx, row, item, made)));
    }
  }
  return outcomes;
}

interface Rule {
  duty: string;
  rule: string;
}

/**
 * Due rules that are done now, each with the move that did it: the one made, or an earlier one that stands again because
 * what had undone it was taken back.
 */
function doneBy({ table, effects, entry, before, after }: MadeMove): (Rule & { by: LogEntry })[] {
  if (entry.takesBack === undefined) return closedBy(effects).map((rule) => ({ ...rule, by: entry }));
  const undone = before?.effective.find(({ seq }) => seq === entry.takesBack);
  if (isAboutNewItem(table.moves[undone?.move ?? '']?.effects ?? [])) return [];
  return without(after.closesOccurrences, before?.closesOccurrences).flatMap((rule) => {
    const by = after.effective.findLast(({ move }) => isIn(closedBy(table.moves[move]?.effects ?? []), rule));
    return by === undefined ? [] : [{ ...rule, by }];
  });
}

/** Due rules that are owed again. */
function owedAgain({ effects, entry, before, after }: MadeMove): Rule[] {
  if (entry.takesBack !== undefined) return without(before?.closesOccurrences ?? [], after.closesOccurrences);
  if (isAboutNewItem(effects)) return [];
  return effects.flatMap((effect) => (effect.type === 'reopens-occurrence' ? effect : []));
}

/** Where a move records an event as well, it is a new item that is owed and not the old one again. */
function isAboutNewItem(effects: readonly Effect[]): boolean {
  return effects.some(({ type }) => type === 'records-event');
}

function closedBy(effects: readonly Effect[]): Rule[] {
  return effects.flatMap((effect) => (effect.type === 'closes-occurrence' ? effect : []));
}

function without(rules: readonly Rule[], others: readonly Rule[] = []): Rule[] {
  return rules.filter((rule) => !isIn(others, rule));
}

function isIn(rules: readonly Rule[], { duty, rule }: Rule): boolean {
  return rules.some((other) => other.duty === duty && other.rule === rule);
}

function ofRule(linked: readonly LinkedItem[], duty: string, rule: string): LinkedItem[] {
  return linked.filter(({ item }) => item.dutyId === duty && item.dueRuleId === rule);
}

/** All of them; of what comes round again for a unit only the one whose turn it is. */
function toBeDone({ subjectType }: WorkflowTableRow, linked: readonly LinkedItem[], duty: string, rule: string) {
  const items = ofRule(linked, duty, rule);
  return subjectType === 'network-unit' ? items.filter((one) => !one.done).slice(0, 1) : items;
}

function lastDone({ subjectType }: WorkflowTableRow, linked: readonly LinkedItem[], duty: string, rule: string) {
  const items = ofRule(linked, duty, rule).filter((one) => one.done);
  return subjectType === 'network-unit' ? items.slice(-1) : items;
}

async function done(
  tx: TenantTransaction,
  ctx: TenantContext,
  row: WorkflowTableRow,
  { item }: LinkedItem,
  { table, entry, userId }: MadeMove,
): Promise<Bilingual | null> {
  await setDone(tx, row.id, item.id, true);
  const open = await licencesStillOpen(tx, row, item.id);
  if (open.length > 0) {
    return {
      zh: `该事项涉及多张许可证，还有 ${open.length} 张尚未办理；全部办完后事项办结。`,
      en: `The item concerns several licences: ${open.length} of them are not done yet; it is closed when all are.`,
    };
  }
  return settleItem(tx, ctx, item.id, actOfMove(table.moves[entry.move]?.fields ?? {}, entry), userId);
}

/** Licences of an item for which no work on it is done: one company change is made for each of its licences. */
async function licencesStillOpen(
  tx: TenantTransaction,
  row: WorkflowTableRow,
  occurrenceId: string,
): Promise<string[]> {
  if (row.subjectType !== 'licence') return [];
  const all = (await licencesOfItems(tx, [occurrenceId])).get(occurrenceId) ?? [];
  if (all.length < 2) return [];
  const rows = await tx.db
    .select({ licenceId: workflow.licenceId })
    .from(workflowOccurrence)
    .innerJoin(
      workflow,
      and(eq(workflow.tenantId, workflowOccurrence.tenantId), eq(workflow.id, workflowOccurrence.workflowId)),
    )
    .where(
      and(eq(workflowOccurrence.occurrenceId, occurrenceId), workflowOccurrence.done, inArray(workflow.licenceId, all)),
    );
  const doneFor = new Set(rows.map(({ licenceId }) => licenceId));
  return all.filter((id) => !doneFor.has(id));
}

async function owed(
  tx: TenantTransaction,
  ctx: TenantContext,
  row: WorkflowTableRow,
  { item }: LinkedItem,
  { entry, table }: MadeMove,
): Promise<Bilingual | null> {
  await setDone(tx, row.id, item.id, false);
  const now = await readItem(tx, item.id);
  if (now === undefined || now.workState === 'open') return null;
  if (now.waiverPending) {
    return { zh: '事项有待决的豁免申请，未重新打开。', en: 'A waiver of the item is pending: it was not reopened.' };
  }
  const name = table.moves[entry.move]?.name ?? { zh: '撤回一步', en: 'Take back a step' };
  const said = entry.data['reason'];
  const reason = typeof said === 'string' ? `${table.name.zh}：${said}` : `${table.name.zh}：${name.zh}`;
  const seen = { occurrenceId: publicId('occurrence', item.id), version: now.version };
  await reopenItem(ctx, { ...seen, reason: reason.slice(0, 1000) });
  return null;
}

async function setDone(
  tx: TenantTransaction,
  workflowId: string,
  occurrenceId: string,
  isDone: boolean,
): Promise<void> {
  await tx.db
    .update(workflowOccurrence)
    .set({ done: isDone })
    .where(and(eq(workflowOccurrence.workflowId, workflowId), eq(workflowOccurrence.occurrenceId, occurrenceId)));
}

async function outcomeOf(
  tx: TenantTransaction,
  { item }: LinkedItem,
  isDone: boolean,
  note: Bilingual | null,
): Promise<ItemOutcome> {
  const now = await readItem(tx, item.id);
  const workState = WorkState.parse(now?.workState ?? item.workState);
  return { occurrenceId: publicId('occurrence', item.id), workState, done: isDone, note };
}
