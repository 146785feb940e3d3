import { and, asc, desc, eq, gt, type SQL, sql } from 'drizzle-orm';
import { companyRules, ruleChange, ruleChangeCompany } from '../../db/schema/rules.ts';
import type { TenantTransaction } from '../../db/tenant-transaction.ts';
import type { ListChangeCompaniesInput } from './schemas.ts';

export type RuleChangeTableRow = typeof ruleChange.$inferSelect;
export type ChangeCompanyRow = typeof ruleChangeCompany.$inferSelect;

interface Release extends Record<string, unknown> {
  version: string;
  seq: number;
  asOf: string;
  publishedAt: string;
}

/** Every release of the base rules, newest first. */
export async function readReleases(tx: TenantTransaction): Promise<Release[]> {
  const { rows } = await tx.db.execute<Release>(
    sql`select version, seq, as_of as "asOf", published_at as "publishedAt" from authz.rulebook_releases()`,
  );
  return rows.map((row) => ({ ...row, publishedAt: new Date(row.publishedAt).toISOString() }));
}

/** Which releases the organisation went by, latest first. */
export async function readRulesHistory(tx: TenantTransaction) {
  return tx.db.select().from(companyRules).orderBy(desc(companyRules.seq));
}

/** Companies that the person may look into on behalf of the organisation, by name. */
export async function readOpenCompanies(tx: TenantTransaction): Promise<{ id: string; name: string }[]> {
  const { rows } = await tx.db.execute<{ id: string; name: string }>(
    sql`select id, name from authz.companies_of_tenant()`,
  );
  return rows;
}

/** One change; `lock` keeps others from moving it. */
export async function readRuleChange(
  tx: TenantTransaction,
  id: string,
  lock = false,
): Promise<RuleChangeTableRow | undefined> {
  const query = tx.db.select().from(ruleChange).where(eq(ruleChange.id, id));
  const rows = lock ? await query.for('update') : await query;
  return rows[0];
}

/** A page of changes, latest first, one more than asked for. */
export async function readRuleChanges(
  tx: TenantTransaction,
  page: { after: readonly [string, string] | undefined; limit: number },
): Promise<RuleChangeTableRow[]> {
  const before: SQL | undefined = page.after
    ? sql`(${ruleChange.startedAt}, ${ruleChange.id}) < (${page.after[0]}::timestamptz, ${page.after[1]}::uuid)`
    : undefined;
  return tx.db
    .select()
    .from(ruleChange)
    .where(before)
    .orderBy(desc(ruleChange.startedAt), desc(ruleChange.id))
    .limit(page.limit + 1);
}

/** How far changes are, and what they come to. */
export async function readProgress(tx: TenantTransaction, ids: readonly string[]) {
  const { counts, pending, state, changeId } = ruleChangeCompany;
  const sum = (name: string) => sql<number>`coalesce(sum((${counts} ->> ${sql.raw(`'${name}'`)})::int), 0)::int`;
  const rows = await tx.db
    .select({
      changeId,
      total: sql<number>`count(*)::int`,
      left: sql<number>`(count(*) filter (where ${pending}))::int`,
      refused: sql<number>`(count(*) filter (where ${state} = 'refused'))::int`,
      added: sum('added'),
      removed: sum('removed'),
      moved: sum('moved'),
      changedCompanies: sql<number>`(count(*) filter (where ${hasChange()}))::int`,
    })
    .from(ruleChangeCompany)
    .where(sql`${changeId} = any (${sql.param([...ids])}::uuid[])`)
    .groupBy(changeId);
  return new Map(rows.map((row) => [row.changeId, row]));
}

/** A company that a change still has to be worked on for, or undefined. */
export async function readPendingCompany(
  tx: TenantTransaction,
  changeId: string,
): Promise<ChangeCompanyRow | undefined> {
  const rows = await tx.db
    .select()
    .from(ruleChangeCompany)
    .where(and(eq(ruleChangeCompany.changeId, changeId), ruleChangeCompany.pending))
    .orderBy(asc(ruleChangeCompany.companyId))
    .limit(1);
  return rows[0];
}

/** A page of the companies of a change that are still open to the person, one more than asked for. */
export async function readChangeCompanies(
  tx: TenantTransaction,
  { changeId, state, changed, limit }: ListChangeCompaniesInput,
  after: string | undefined,
): Promise<(ChangeCompanyRow & { name: string })[]> {
  const open = await readOpenCompanies(tx);
  const names = new Map(open.map(({ id, name }) => [id, name]));
  const rows = await tx.db
    .select()
    .from(ruleChangeCompany)
    .where(
      and(
        eq(ruleChangeCompany.changeId, changeId),
        sql`${ruleChangeCompany.companyId} = any (${sql.param([...names.keys()])}::uuid[])`,
        state === undefined ? undefined : eq(ruleChangeCompany.state, state),
        changed ? hasChange() : undefined,
        after === undefined ? undefined : gt(ruleChangeCompany.companyId, after),
      ),
    )
    .orderBy(asc(ruleChangeCompany.companyId))
    .limit(limit + 1);
  return rows.map((row) => ({ ...row, name: names.get(row.companyId) ?? '' }));
}

function hasChange(): SQL {
  const { counts } = ruleChangeCompany;
  const of = (name: string) => sql`coalesce((${counts} ->> ${sql.raw(`'${name}'`)})::int, 0)`;
  return sql`${of('added')} + ${of('removed')} + ${of('moved')} > 0`;
}
