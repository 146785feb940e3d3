import { isDeepStrictEqual } from 'node:util';
import type { CivilDate, DutyResult, Finding, Question, Schedule } from '@zhengqi/obligations';
import { and, eq } from 'drizzle-orm';
import { nowInstant } from '../../clock.ts';
import type { TenantContext } from '../../context.ts';
import { dutyResult, licenceSchedule, question } from '../../db/schema/schedule.ts';
import type { TenantTransaction } from '../../db/tenant-transaction.ts';
import type { LicenceSchedule } from './merge-schedules.ts';
import { readVerdicts } from './queries.ts';

interface Verdicts {
  duties: DutyResult[];
  questions: Question[];
  findings: Finding[];
}

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
  let changed = false;
  for (const { licenceId, schedule } of schedules) {
    const of = <Row extends { licenceId: string }>(rows: readonly Row[]) =>
      rows.filter((row) => row.licenceId === licenceId);
    const plain = plainVerdicts(schedule);
    if (
      !isDeepStrictEqual(
        of(stored.duties).map((row) => row.result),
        plain.duties,
      )
    ) {
      await replaceDuties(tx, licenceId, plain.duties);
      changed = true;
    }
    if (
      !isDeepStrictEqual(
        of(stored.questions).map((row) => row.question),
        plain.questions,
      )
    ) {
      await replaceQuestions(tx, licenceId, plain.questions);
      changed = true;
    }
    const [old] = of(stored.schedules);
    changed ||= !isDeepStrictEqual(old?.findings, plain.findings);
    const state = {
      ...run,
      ruleVersion: schedule.rulebookVersion,
      findings: plain.findings,
      generatedAt: nowInstant(ctx.clock),
    };
    await tx.db
      .insert(licenceSchedule)
      .values({ tenantId: tx.tenantId, licenceId, ...state })
      .onConflictDoUpdate({ target: [licenceSchedule.tenantId, licenceSchedule.licenceId], set: state });
  }
  return changed;
}

/** Through JSON, so that it compares equal with what comes back from the tables. */
function plainVerdicts({ duties, questions, findings }: Schedule): Verdicts {
  return JSON.parse(JSON.stringify({ duties, questions, findings }));
}

async function replaceDuties(tx: TenantTransaction, licenceId: string, results: DutyResult[]): Promise<void> {
  await tx.db.delete(dutyResult).where(and(eq(dutyResult.tenantId, tx.tenantId), eq(dutyResult.licenceId, licenceId)));
  const rows = results.map((result, position) => {
    const { id: dutyId, applies } = result;
    return { tenantId: tx.tenantId, licenceId, dutyId, position, applies, result };
  });
  if (rows.length > 0) await tx.db.insert(dutyResult).values(rows);
}

async function replaceQuestions(tx: TenantTransaction, licenceId: string, open: Question[]): Promise<void> {
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
