import { isDeepStrictEqual } from 'node:util';
import { addDays, type CivilDate, type Occurrence, reconcile } from '@zhengqi/obligations';
import { getTableColumns, sql } from 'drizzle-orm';
import { nowInstant } from '../../clock.ts';
import type { TenantContext } from '../../context.ts';
import { type OccurrenceState, occurrence, occurrenceLicence } from '../../db/schema/schedule.ts';
import type { TenantTransaction } from '../../db/tenant-transaction.ts';
import type { CompanyOccurrence } from './merge-schedules.ts';
import { isSameJson } from './same-json.ts';
import { markRemoved, type OccurrenceTableRow, readAllOccurrences, readOccurrenceLicences } from './queries.ts';

/** One thing a regeneration changed about an occurrence. */
export interface OccurrenceChange {
  occurrenceId: string;
  dutyId: string;
  clause: string;
  change: 'added' | 'removed' | 'moved' | 'returned';
  before: OccurrenceState | null;
  after: OccurrenceState | null;
}

type Work = Pick<
  OccurrenceTableRow,
  | 'workState'
  | 'version'
  | 'assigneeId'
  | 'workedAt'
  | 'submittedOn'
  | 'submittedBy'
  | 'closedAt'
  | 'doneOn'
  | 'daysLate'
  | 'minutesLate'
  | 'missed'
  | 'waiverPending'
>;

/** Columns that belong to people, as they are while nobody has done anything. Regenerating never writes over them. */
const UNTOUCHED_WORK: Work = {
  workState: 'open',
  version: 1,
  assigneeId: null,
  workedAt: null,
  submittedOn: null,
  submittedBy: null,
  closedAt: null,
  doneOn: null,
  daysLate: null,
  minutesLate: null,
  missed: false,
  waiverPending: false,
};

/** Rows of one insert: their parameters must stay below the 65,535 of one statement. */
const CHUNK = 500;

/**
 * Brings the stored occurrences to what the rules now say. Rows are never deleted: what is no longer asked for is marked,
 * and comes back under the same id when it is asked for again. Nobody's work on an item is touched.
 */
export async function writeOccurrences(
  tx: TenantTransaction,
  ctx: TenantContext,
  next: ReadonlyMap<string, CompanyOccurrence>,
  run: { asOf: CivilDate; ruleVersion: string },
): Promise<{ changes: OccurrenceChange[]; kept: number }> {
  const stored = new Map((await readAllOccurrences(tx)).map((row) => [row.naturalKey, row]));
  const recorded = [...stored.values()].filter((row) => row.removedAt === null).map(asRecorded);
  const difference = reconcile(
    recorded,
    [...next.values()].map(({ occurrence }) => occurrence),
  );
  const at = nowInstant(ctx.clock);
  const changes: OccurrenceChange[] = [];
  const rows: OccurrenceTableRow[] = [];
  for (const made of difference.added) {
    const old = stored.get(made.key);
    const row = rowOf(made, old, { id: old?.id ?? ctx.newId(), at, ...run, tenantId: tx.tenantId });
    rows.push(row);
    changes.push(changeOf(row, old ? 'returned' : 'added', old ? stateOf(old) : null, stateOf(row)));
  }
  for (const { old, next: made } of difference.moved) {
    const row = rowOf(made, old.row, { id: old.row.id, at, ...run, tenantId: tx.tenantId });
    rows.push(row);
    changes.push(changeOf(row, 'moved', stateOf(old.row), stateOf(row)));
  }
  for (const { old, next: made } of difference.kept) {
    const row = rowOf(made, old.row, { id: old.row.id, at, ...run, tenantId: tx.tenantId });
    if (!isDeepStrictEqual(row, old.row)) rows.push(row);
  }
  // Worked on or not: the row stays, with everything done on it, and says that no rule asks for it any more.
  const gone = [...difference.removed, ...difference.orphaned].map(({ row }) => row);
  for (const row of gone) changes.push(changeOf(row, 'removed', stateOf(row), null));
  await upsert(tx, rows);
  await markRemoved(
    tx,
    gone.map((row) => row.id),
    at,
  );
  await writeLinks(tx, next, new Map([...stored.values(), ...rows].map((row) => [row.naturalKey, row.id])));
  return { changes, kept: difference.kept.length };
}

/** A stored item as the comparison of schedules takes it. */
export function asRecorded(row: OccurrenceTableRow) {
  const { naturalKey, opensOn, nominalOn, dueOn, dueAt, actBy, provisional, status } = row;
  const applies: Occurrence['applies'] = row.applies === 'yes' ? 'yes' : 'unknown';
  const workedOn = row.workedAt !== null;
  return { key: naturalKey, opensOn, nominalOn, dueOn, dueAt, actBy, provisional, applies, status, workedOn, row };
}

function rowOf(
  made: Occurrence,
  old: OccurrenceTableRow | undefined,
  run: { id: string; tenantId: string; at: string; asOf: CivilDate; ruleVersion: string },
): OccurrenceTableRow {
  const { anchor, derivation, asks, provisionalFields } = made;
  const said = { anchor, derivation, asks, provisionalFields };
  return {
    tenantId: run.tenantId,
    id: run.id,
    naturalKey: made.key,
    dutyId: made.dutyId,
    dueRuleId: made.dueRuleId,
    clause: made.clause,
    action: made.action,
    applies: made.applies,
    opensOn: made.opensOn,
    nominalOn: made.nominalOn,
    dueOn: made.dueOn,
    dueAt: made.dueAt,
    actBy: made.actBy,
    provisional: made.provisional,
    status: made.status,
    mark: made.mark,
    // As it comes back from the table, so that the rows compare equal.
    explanation:
      old !== undefined && isSameJson(said, old.explanation) ? old.explanation : JSON.parse(JSON.stringify(said)),
    ruleVersion: run.ruleVersion,
    sortOn: made.dueOn ?? dayOf(made.anchor.on) ?? old?.sortOn ?? run.asOf,
    firstSeenAt: old?.firstSeenAt ?? run.at,
    removedAt: null,
    ...(old === undefined ? UNTOUCHED_WORK : workOf(old)),
  };
}

/** What people have done with an item, which is theirs alone. */
function workOf(row: OccurrenceTableRow): Work {
  const work = Object.keys(UNTOUCHED_WORK).map((name) => [name, row[name as keyof Work]]);
  return Object.fromEntries(work) as Work;
}

/** Items without a due date stand in lists on the day that started them. */
function dayOf(on: string): CivilDate | undefined {
  try {
    return addDays(on.slice(0, 10) as CivilDate, 0);
  } catch {
    return undefined;
  }
}

function stateOf(row: OccurrenceTableRow): OccurrenceState {
  const { opensOn, nominalOn, dueOn, dueAt, actBy, provisional, ruleVersion, explanation } = row;
  return { opensOn, nominalOn, dueOn, dueAt, actBy, provisional, ruleVersion, explanation };
}

function changeOf(
  row: OccurrenceTableRow,
  change: OccurrenceChange['change'],
  before: OccurrenceState | null,
  after: OccurrenceState | null,
): OccurrenceChange {
  return { occurrenceId: row.id, dutyId: row.dutyId, clause: row.clause, change, before, after };
}

/** Columns that belong to people or to the first sight of an item; regenerating leaves them alone. */
const UNTOUCHED = new Set(['tenantId', 'id', 'naturalKey', 'firstSeenAt', ...Object.keys(UNTOUCHED_WORK)]);

async function upsert(tx: TenantTransaction, rows: readonly OccurrenceTableRow[]): Promise<void> {
  const columns = Object.entries(getTableColumns(occurrence)).filter(([name]) => !UNTOUCHED.has(name));
  const set = Object.fromEntries(columns.map(([name, column]) => [name, sql`excluded.${sql.identifier(column.name)}`]));
  for (let i = 0; i < rows.length; i += CHUNK) {
    await tx.db
      .insert(occurrence)
      .values(rows.slice(i, i + CHUNK))
      .onConflictDoUpdate({ target: [occurrence.tenantId, occurrence.naturalKey], set });
  }
}

/** Which licences an occurrence follows from. Links of removed occurrences stay: they say from what it once followed. */
async function writeLinks(
  tx: TenantTransaction,
  next: ReadonlyMap<string, CompanyOccurrence>,
  ids: ReadonlyMap<string, string>,
): Promise<void> {
  const wanted = new Map<string, { occurrenceId: string; licenceId: string }>();
  const live = new Set<string>();
  for (const [key, { licenceIds }] of next) {
    const occurrenceId = ids.get(key);
    if (occurrenceId === undefined) throw new Error(`no row for the occurrence ${key}`);
    live.add(occurrenceId);
    for (const licenceId of licenceIds) wanted.set(`${occurrenceId} ${licenceId}`, { occurrenceId, licenceId });
  }
  const stale: string[] = [];
  for (const { occurrenceId, licenceId } of await readOccurrenceLicences(tx)) {
    const link = `${occurrenceId} ${licenceId}`;
    if (!wanted.delete(link) && live.has(occurrenceId)) stale.push(link);
  }
  for (const link of stale) {
    const [occurrenceId = '', licenceId = ''] = link.split(' ');
    await tx.db
      .delete(occurrenceLicence)
      .where(
        sql`${occurrenceLicence.occurrenceId} = ${occurrenceId} and ${occurrenceLicence.licenceId} = ${licenceId}`,
      );
  }
  const added = [...wanted.values()].map((link) => ({ tenantId: tx.tenantId, ...link }));
  for (let i = 0; i < added.length; i += CHUNK) await tx.db.insert(occurrenceLicence).values(added.slice(i, i + CHUNK));
}
