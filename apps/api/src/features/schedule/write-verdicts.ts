import type { CivilDate, DutyResult, Question } from '@zhengqi/obligations';
import { and, eq, sql } from 'drizzle-orm';
import { nowInstant } from '../../clock.ts';
import type { TenantContext } from '../../context.ts';
import { dutyResult, licenceSchedule, question } from '../../db/schema/schedule.ts';
import type { TenantTransaction } from '../../db/tenant-transaction.ts';
import type { LicenceSchedule } from './merge-schedules.ts';
import { readVerdicts } from './queries.ts';
import { isSameJson } from './same-json.ts';

/** Rows of one insert. */
const CHUNK = 500;

/**
 * Stores which duties bind each licence, what is still to be asked, and what was found. Writes only what differs.
 * @returns whether any verdict, question or finding changed (a new day alone is no change)
 */
export async function writeVerdicts(
  tx: TenantTransaction,
  ctx: TenantContext,
  schedules: readonly LicenceSchedule[],
  run: { asOf: CivilDate; until: CivilDate },
): Promise<boolean> {
  const stored = await readVerdicts(tx);
  const states: (typeof licenceSchedule.$inferInsert)[] = [];
  let changed = false;
  for (const { licenceId, schedule } of schedules) {
    const of = <Row extends { licenceId: string }>(rows: readonly Row[]) =>
      rows.filter((row) => row.licenceId === licenceId);
    const duties = of(stored.duties).map((row) => row.result);
    if (!isSameJson(schedule.duties, duties)) {
      await replaceDuties(tx, licenceId, schedule.duties);
      changed = true;
    }
    const questions = of(stored.questions).map((row) => row.question);
    if (!isSameJson(schedule.questions, questions)) {
      await replaceQuestions(tx, licenceId, schedule.questions);
      changed = true;
    }
    const [old] = of(stored.schedules);
    changed ||= !isSameJson(schedule.findings, old?.findings);
    states.push({
      tenantId: tx.tenantId,
      licenceId,
      ...run,
      ruleVersion: schedule.rulebookVersion,
      findings: [...schedule.findings],
      generatedAt: nowInstant(ctx.clock),
    });
  }
  await upsertStates(tx, states);
  return changed;
}

async function upsertStates(
  tx: TenantTransaction,
  states: readonly (typeof licenceSchedule.$inferInsert)[],
): Promise<void> {
  const { asOf, until, ruleVersion, findings, generatedAt, tenantId, licenceId } = licenceSchedule;
  const columns = Object.entries({ asOf, until, ruleVersion, findings, generatedAt });
  const set = Object.fromEntries(columns.map(([name, column]) => [name, sql`excluded.${sql.identifier(column.name)}`]));
  for (let i = 0; i < states.length; i += CHUNK) {
    await tx.db
      .insert(licenceSchedule)
      .values(states.slice(i, i + CHUNK))
      .onConflictDoUpdate({ target: [tenantId, licenceId], set });
  }
}

async function replaceDuties(tx: TenantTransaction, licenceId: string, results: readonly DutyResult[]): Promise<void> {
  await tx.db.delete(dutyResult).where(and(eq(dutyResult.tenantId, tx.tenantId), eq(dutyResult.licenceId, licenceId)));
  const rows = results.map((result, position) => {
    const { id: dutyId, applies } = result;
    return { tenantId: tx.tenantId, licenceId, dutyId, position, applies, result };
  });
  if (rows.length > 0) await tx.db.insert(dutyResult).values(rows);
}

async function replaceQuestions(tx: TenantTransaction, licenceId: string, open: readonly Question[]): Promise<void> {
  await tx.db.delete(question).where(and(eq(question.tenantId, tx.tenantId), eq(question.licenceId, licenceId)));
  const rows = open.map((asked, position) => ({
    tenantId: tx.tenantId,
    licenceId,
    key: asked.key,
    position,
    question: asked,
  }));
  if (rows.length > 0) await tx.db.insert(question).values(rows);
}
