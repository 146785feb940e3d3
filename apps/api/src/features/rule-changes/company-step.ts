import { nowInstant } from '../../clock.ts';
import { requirePermission } from '../../auth/permissions.ts';
import type { TenantContext } from '../../context.ts';
import { type ChangeCounts, companyRules, type RuleChangeContent } from '../../db/schema/rules.ts';
import type { TenantTransaction } from '../../db/tenant-transaction.ts';
import { readNewestVersion, readOwnDutyVersions } from '../own-duties/queries.ts';
import { writeOwnDuty } from '../own-duties/write-own-duty.ts';
import { recordAudit } from '../record-audit.ts';
import { lockSchedule } from '../schedule/lock-schedule.ts';
import { regenerateInTransaction } from '../schedule/regenerate-in-transaction.ts';
import { isThereAlready, reasonAgainst } from './preview-change.ts';
import { readRulesHistory } from './queries.ts';
import type { CompanyState } from './schemas.ts';

/** A change, as each of its companies is told it. */
export interface KnownChange {
  id: string;
  content: RuleChangeContent;
}

/** What became of one company. */
export interface CompanyOutcome {
  state: CompanyState;
  /** Null: as they were. */
  counts: ChangeCounts | null;
  note: { zh: string; en: string } | null;
}

const as = (state: CompanyState, counts: ChangeCounts | null = null): CompanyOutcome => ({ state, counts, note: null });

/**
 * Adopts a change in one company, with its schedule, in the open transaction. Once done, doing it again changes nothing
 * and says the same: a worker that was killed before it could note this goes on here.
 */
export async function adoptInCompany(
  tx: TenantTransaction,
  ctx: TenantContext,
  { id, content }: KnownChange,
): Promise<CompanyOutcome> {
  requirePermission(tx.access, 'rule:set');
  await lockSchedule(tx);
  await tx.refreshRules();
  if (content.type === 'calendar') return as('unchanged');
  if (await cameFrom(tx, content, id)) return as('adopted');
  const against = await reasonAgainst(tx, content);
  if (against !== null) return { state: 'refused', counts: null, note: against };
  if (await isThereAlready(tx, content)) return as('unchanged');
  if (content.type === 'rulebook') await setBase(tx, ctx, content.version, id, false);
  else {
    const before = await readNewestVersion(tx, { originDutyId: content.dutyId });
    const { from, dutyId, version } = content;
    const origin = { tenantId: from.id, name: from.name, dutyId, version };
    await writeOwnDuty(tx, ctx, before, { duty: content.duty, state: content.state, origin, changeId: id });
  }
  return as('adopted', await recount(tx, ctx, id, 'rules.adopted'));
}

/**
 * Goes back to what the company went by before a change, under the lock of its schedule. Where something newer has come
 * since, that stays.
 */
export async function takeBackInCompany(
  tx: TenantTransaction,
  ctx: TenantContext,
  { id, content }: KnownChange,
): Promise<CompanyOutcome> {
  requirePermission(tx.access, 'rule:set');
  await lockSchedule(tx);
  await tx.refreshRules();
  if (content.type === 'calendar') return as('unchanged');
  if (!(await cameFrom(tx, content, id))) return as((await wasTakenBack(tx, content, id)) ? 'taken-back' : 'moved-on');
  if (content.type === 'rulebook') {
    const [, before] = await readRulesHistory(tx);
    await setBase(tx, ctx, before?.baseVersion ?? content.version, id, true);
  } else {
    const [newest, before] = await readOwnDutyVersions(tx, (await copyOf(tx, content))?.id ?? '');
    if (newest === undefined) return as('moved-on');
    const reason = '撤回规则变更 / rule change taken back';
    const state = before?.state === 'in-force' ? 'in-force' : 'retired';
    const { duty, origin } = before ?? newest;
    await writeOwnDuty(tx, ctx, newest, { duty, state, origin, reason });
  }
  return as('taken-back', await recount(tx, ctx, id, 'rules.taken-back'));
}

type Adoptable = Exclude<RuleChangeContent, { type: 'calendar' }>;

const copyOf = (tx: TenantTransaction, content: Extract<Adoptable, { type: 'own-duty' }>) =>
  readNewestVersion(tx, { originDutyId: content.dutyId });

/** Whether what counts now was brought by this change. */
async function cameFrom(tx: TenantTransaction, content: Adoptable, changeId: string): Promise<boolean> {
  if (content.type === 'own-duty') return (await copyOf(tx, content))?.changeId === changeId;
  const [newest] = await readRulesHistory(tx);
  return newest?.changeId === changeId && !newest.takesBack;
}

async function wasTakenBack(tx: TenantTransaction, content: Adoptable, changeId: string): Promise<boolean> {
  if (content.type === 'rulebook') {
    const [newest] = await readRulesHistory(tx);
    return newest?.changeId === changeId && newest.takesBack;
  }
  const [newest, before] = await readOwnDutyVersions(tx, (await copyOf(tx, content))?.id ?? '');
  return newest?.changeId === null && before?.changeId === changeId;
}

async function setBase(
  tx: TenantTransaction,
  ctx: TenantContext,
  baseVersion: string,
  changeId: string,
  takesBack: boolean,
): Promise<void> {
  const [newest] = await readRulesHistory(tx);
  await tx.db.insert(companyRules).values({
    tenantId: tx.tenantId,
    seq: (newest?.seq ?? 0) + 1,
    baseVersion,
    changeId,
    takesBack,
    setBy: tx.access.userId,
    recordedAt: nowInstant(ctx.clock),
  });
  await tx.refreshRules();
}

async function recount(
  tx: TenantTransaction,
  ctx: TenantContext,
  changeId: string,
  action: 'rules.adopted' | 'rules.taken-back',
): Promise<ChangeCounts> {
  const ruleVersion = tx.rules.rulebook.version;
  await recordAudit(tx, ctx, action, { type: 'rules', id: null }, { ruleVersion, changeId });
  const { added, removed, moved, kept } = await regenerateInTransaction(tx, ctx, 'rulebook');
  return { added, removed, moved, kept };
}
