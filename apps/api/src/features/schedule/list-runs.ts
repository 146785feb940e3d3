import type { TenantContext } from '../../context.ts';
import { publicId } from '../../db/ids.ts';
import { withTenant } from '../../db/tenant-transaction.ts';
import { notFound } from '../../errors.ts';
import { parseInput } from '../../parse-input.ts';
import { decodeCursor, pageOf } from '../pagination.ts';
import { type PersonView, readPeople } from '../people.ts';
import { changeViews } from './change-views.ts';
import { type RunRow, readRun, readRunChanges, readRuns } from './queries.ts';
import { ChangeKind, GetRunInput, ListRunsInput, type RunDetail, type RunPage, RunView } from './schemas.ts';
import type { z } from 'zod';

/** Regenerations that changed something, latest first. */
export async function listRuns(ctx: TenantContext, raw: unknown): Promise<z.infer<typeof RunPage>> {
  const { cursor, limit } = parseInput(ListRunsInput, raw);
  return withTenant(ctx, 'read', async (tx) => {
    const rows = await readRuns(tx, { after: decodeCursor(cursor), limit });
    const people = await readPeople(tx);
    const { items, nextCursor } = pageOf(rows, limit, (row) => [row.recordedAt, row.id]);
    return { items: items.map((row) => runView(row, people)), nextCursor };
  });
}

/** One regeneration with everything it changed. */
export async function getRun(ctx: TenantContext, raw: unknown): Promise<z.infer<typeof RunDetail>> {
  const { runId } = parseInput(GetRunInput, raw);
  return withTenant(ctx, 'read', async (tx) => {
    const row = await readRun(tx, runId);
    if (!row) throw notFound();
    const changes = await readRunChanges(tx, runId);
    const typed = changes.map((change) => ({ ...change, change: ChangeKind.parse(change.change) }));
    return { ...runView(row, await readPeople(tx)), changes: changeViews(typed, tx.rules.rulebook) };
  });
}

function runView(row: RunRow, people: (id: string | null) => PersonView): RunView {
  const { asOf, until, ruleVersion, added, removed, moved, kept } = row;
  return {
    id: publicId('run', row.id),
    at: row.recordedAt,
    reason: RunView.shape.reason.parse(row.reason),
    by: people(row.startedBy),
    asOf,
    until,
    ruleVersion,
    added,
    removed,
    moved,
    kept,
  };
}
