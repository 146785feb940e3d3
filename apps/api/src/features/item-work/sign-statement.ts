import { dutyById, evidenceNeeds, evidenceRefusals, laterOf, latenessOf } from '@zhengqi/obligations';
import { requirePermission } from '../../auth/permissions.ts';
import { nowInstant, today } from '../../clock.ts';
import type { TenantContext } from '../../context.ts';
import { publicId } from '../../db/ids.ts';
import { complianceStatement, type SignedEvidence } from '../../db/schema/work.ts';
import { type TenantTransaction, withTenant } from '../../db/tenant-transaction.ts';
import { forbidden, invalidInput } from '../../errors.ts';
import { parseInput } from '../../parse-input.ts';
import { evidencePieces } from './evidence-pieces.ts';
import { latenessOfItem, limitOfItem } from './item-standing.ts';
import { readEvidence } from './queries.ts';
import { SignInput, type WorkResult } from './schemas.ts';
import { workOnItem } from './work-on-item.ts';

/**
 * Signs the statement of a review: “we comply”, in part, or not, with person, post, day and the evidence that lay there.
 * Who says that a duty is kept needs the evidence that it names; who says that it is not, needs none.
 * @throws AppError `invalid-input` naming each kind of evidence that is missing
 */
export async function signStatement(ctx: TenantContext, raw: unknown): Promise<WorkResult> {
  const { verdict, text, post, ...item } = parseInput(SignInput, raw);
  return withTenant(ctx, 'write', async (tx) => {
    requirePermission(tx.access, 'item:sign');
    const { userId, role } = tx.access;
    if (userId === null) throw forbidden();
    return workOnItem(tx, ctx, item, 'sign', async (row) => {
      const signedOn = today(ctx.clock);
      if (verdict === 'complies') {
        const duty = dutyById(tx.rules.rulebook, row.dutyId);
        const refusals = evidenceRefusals(evidenceNeeds(duty, await evidencePieces(tx, row.id), signedOn));
        if (refusals.length > 0) throw invalidInput(refusals.map((message) => ({ path: 'evidence', message })));
      }
      const id = ctx.newId();
      const signedAt = nowInstant(ctx.clock);
      await tx.db.insert(complianceStatement).values({
        tenantId: tx.tenantId,
        id,
        occurrenceId: row.id,
        dutyId: row.dutyId,
        ruleVersion: row.ruleVersion,
        verdict,
        text,
        post,
        signedBy: userId,
        signedAs: role,
        signedOn,
        signedAt,
        evidence: await evidenceAsSigned(tx, row.id),
      });
      const late = latenessOf(limitOfItem(row), { on: signedOn, at: null });
      return {
        patch: { closedAt: signedAt, doneOn: signedOn, ...laterOf(latenessOfItem(row), late) },
        data: { statementId: id, verdict, dueOn: row.dueOn, late },
      };
    });
  });
}

async function evidenceAsSigned(tx: TenantTransaction, occurrenceId: string): Promise<SignedEvidence[]> {
  const rows = await readEvidence(tx, occurrenceId, false);
  return rows.map(({ evidence: { id, form, kind, note, url }, file }) => ({
    evidenceId: publicId('evidence', id),
    form,
    kind,
    sha256: file?.sha256 ?? null,
    note,
    url,
  }));
}
