import {
  composeRulebook,
  type OwnDuty,
  PRC_CALENDAR,
  RULEBOOK,
  type Rulebook,
  type ScheduleRules,
} from '@zhengqi/obligations';
import { type SQL, sql } from 'drizzle-orm';
import type { NodePgDatabase } from 'drizzle-orm/node-postgres';
import type { Pool } from './pool.ts';

/** What an organisation goes by. */
export interface CompanyRules {
  /** Its release of the base rules with its own duties, and the calendar of everybody. */
  rules: ScheduleRules;
  /** Version of the release; null until its schedule is first counted. */
  base: string | null;
  /** How often it has changed its own duties. */
  ownRevision: number;
}

type Database = Pick<NodePgDatabase, 'execute'>;

/** What a program ships, for callers who bring no rules. */
export const SHIPPED_RULES: ScheduleRules = { rulebook: RULEBOOK, calendar: PRC_CALENDAR };

/** Organisations with own duties whose rules a process keeps ready. */
const KEPT = 100;

interface Kept {
  /** Releases never change. */
  releases: Map<string, Rulebook>;
  composed: Map<string, Rulebook>;
}
const keptByPool = new WeakMap<Pool, Kept>();

/**
 * The rules of the organisation whose transaction is open. Most have the release at hand and no duties of their own:
 * that costs one look into two indexes.
 * @param before what was read earlier in this transaction: given back when nothing is new; what is new may be of this
 * transaction alone, so that nothing of it is kept for others
 */
export async function readCompanyRules(
  db: Database,
  { pool, tenantId, shipped, before }: { pool: Pool; tenantId: string; shipped: ScheduleRules; before?: CompanyRules },
): Promise<CompanyRules> {
  const { rows } = await db.execute<{ base: string | null; own: number | null }>(sql`
    select (select r.base_version from app.company_rules r where r.tenant_id = ${tenantId} order by r.seq desc limit 1) as base,
           (select max(d.seq) from app.own_duty d where d.tenant_id = ${tenantId}) as own`);
  const base = rows[0]?.base ?? null;
  const ownRevision = rows[0]?.own ?? 0;
  if (before !== undefined && before.base === base && before.ownRevision === ownRevision) return before;
  const release = base === null ? shipped.rulebook : await readRelease(db, pool, base, shipped);
  const name = `${tenantId} ${release.version} ${ownRevision}`;
  const { composed } = keptOf(pool);
  let rulebook = ownRevision === 0 ? release : before === undefined ? composed.get(name) : undefined;
  if (rulebook === undefined) {
    rulebook = composeRulebook(release, await readOwnDuties(db, tenantId), ownRevision);
    if (before === undefined) keep(composed, name, rulebook);
  }
  const rules = rulebook === shipped.rulebook ? shipped : { ...shipped, rulebook };
  return { rules, base, ownRevision };
}

/** A release by its version. @throws Error when nobody has published it */
export async function readRelease(
  db: Database,
  pool: Pool,
  version: string,
  shipped: ScheduleRules,
): Promise<Rulebook> {
  if (version === shipped.rulebook.version) return shipped.rulebook;
  const { releases } = keptOf(pool);
  const before = releases.get(version);
  if (before !== undefined) return before;
  const { rows } = await db.execute<{ content: Rulebook | null }>(
    sql`select authz.rulebook_content(${version}) as content`,
  );
  const content = rows[0]?.content;
  if (content == null) throw new Error(`the rulebook ${version} has not been published to this database`);
  releases.set(version, content);
  return content;
}

/**
 * Own duties in force: the newest version of each.
 * @param recordedBefore as it was recorded before this moment; without it, as it is now
 */
export async function readOwnDuties(db: Database, tenantId: string, recordedBefore?: string): Promise<OwnDuty[]> {
  const known: SQL = recordedBefore === undefined ? sql`` : sql`and d.recorded_at < ${recordedBefore}::timestamptz`;
  const { rows } = await db.execute<{ duty: OwnDuty }>(sql`
    select n.duty from (
      select distinct on (d.id) d.id, d.duty, d.state, d.slug from app.own_duty d
       where d.tenant_id = ${tenantId} ${known} order by d.id, d.version desc) n
     where n.state = 'in-force' order by n.slug`);
  return rows.map(({ duty }) => duty);
}

function keptOf(pool: Pool): Kept {
  let kept = keptByPool.get(pool);
  if (kept === undefined) keptByPool.set(pool, (kept = { releases: new Map(), composed: new Map() }));
  return kept;
}

/** The one that has been there longest makes room. */
function keep(composed: Map<string, Rulebook>, name: string, rulebook: Rulebook): void {
  if (composed.size >= KEPT) composed.delete(composed.keys().next().value ?? '');
  composed.set(name, rulebook);
}
