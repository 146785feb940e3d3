import type { z } from 'zod';
import type { TenantContext } from '../../context.ts';
import { publicId } from '../../db/ids.ts';
import { type TenantTransaction, withTenant } from '../../db/tenant-transaction.ts';
import { notFound } from '../../errors.ts';
import { parseInput } from '../../parse-input.ts';
import { decodeCursor, pageOf } from '../pagination.ts';
import { readPeople } from '../people.ts';
import { labelOf } from './change-content.ts';
import {
  readChangeCompanies,
  readProgress,
  readRuleChange,
  readRuleChanges,
  type RuleChangeTableRow,
} from './queries.ts';
import {
  type ChangeCompanyPage,
  ChangeState,
  CompanyState,
  GetRuleChangeInput,
  ListChangeCompaniesInput,
  ListRuleChangesInput,
  type RuleChangePage,
  type RuleChangeRow,
} from './schemas.ts';

/** Changes of rules that this organisation has started, latest first. */
export async function listRuleChanges(ctx: TenantContext, raw: unknown): Promise<z.infer<typeof RuleChangePage>> {
  const { cursor, limit } = parseInput(ListRuleChangesInput, raw);
  return withTenant(ctx, 'read', async (tx) => {
    const rows = await readRuleChanges(tx, { after: decodeCursor(cursor), limit });
    const { items, nextCursor } = pageOf(rows, limit, (row) => [row.startedAt, row.id]);
    return { items: await views(tx, items), nextCursor };
  });
}

/** One change and how far it is. @throws AppError `not-found` */
export async function getRuleChange(ctx: TenantContext, raw: unknown): Promise<RuleChangeRow> {
  const { changeId } = parseInput(GetRuleChangeInput, raw);
  return withTenant(ctx, 'read', async (tx) => {
    const row = await readRuleChange(tx, changeId);
    const [view] = row ? await views(tx, [row]) : [];
    if (!view) throw notFound();
    return view;
  });
}

/** The companies of a change: of those only that are open to the person now, whatever was open when it started. */
export async function listChangeCompanies(
  ctx: TenantContext,
  raw: unknown,
): Promise<z.infer<typeof ChangeCompanyPage>> {
  const input = parseInput(ListChangeCompaniesInput, raw);
  const after = decodeCursor(input.cursor)?.[1];
  return withTenant(ctx, 'read', async (tx) => {
    const change = await readRuleChange(tx, input.changeId);
    if (!change) throw notFound();
    const rows = await readChangeCompanies(tx, input, after);
    const { items, nextCursor } = pageOf(rows, input.limit, (row) => [change.startedAt, row.companyId]);
    return {
      items: items.map(({ companyId, name, state, counts, workedOn, note, at }) => ({
        organisation: { id: publicId('organisation', companyId), name },
        state: CompanyState.parse(state),
        ...{ counts, workedOn, note, at },
      })),
      nextCursor,
    };
  });
}

async function views(tx: TenantTransaction, rows: readonly RuleChangeTableRow[]): Promise<RuleChangeRow[]> {
  const people = await readPeople(tx);
  const progress = await readProgress(
    tx,
    rows.map(({ id }) => id),
  );
  return rows.map(({ id, version, content, state, reason, startedAt, startedBy }) => {
    const {
      total = 0,
      left = 0,
      refused = 0,
      added = 0,
      removed = 0,
      moved = 0,
      changedCompanies = 0,
    } = progress.get(id) ?? {};
    return {
      id: publicId('ruleChange', id),
      version,
      type: content.type,
      label: labelOf(content),
      state: ChangeState.parse(state),
      reason,
      startedAt,
      startedBy: people(startedBy),
      progress: { total, done: total - left, left, refused },
      totals: { added, removed, moved, changedCompanies },
    };
  });
}
