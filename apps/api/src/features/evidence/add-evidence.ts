import { type CivilDate, dutyById, type EvidenceForm, evidenceKinds } from '@zhengqi/obligations';
import { nowInstant } from '../../clock.ts';
import type { TenantContext } from '../../context.ts';
import { evidence } from '../../db/schema/work.ts';
import type { TenantTransaction } from '../../db/tenant-transaction.ts';
import { invalidField } from '../../errors.ts';
import type { ItemRow } from '../item-work/queries.ts';

/** One piece of evidence as given. */
export interface GivenEvidence {
  form: EvidenceForm;
  kind: string | null;
  fileId?: string | null;
  url?: string | null;
  note?: string | null;
  validFrom?: CivilDate | null;
  validUntil?: CivilDate | null;
}

/**
 * Stores a piece of evidence of an item, under a kind that its duty names or under none.
 * @throws AppError `invalid-input` at `kindPath` for a kind that the duty does not name
 */
export async function addEvidence(
  tx: TenantTransaction,
  ctx: TenantContext,
  item: ItemRow,
  given: GivenEvidence,
  kindPath: string,
): Promise<string> {
  const known = evidenceKinds(dutyById(tx.rules.rulebook, item.dutyId));
  const kind = given.kind === null ? undefined : known.find((one) => one.kind === given.kind);
  if (given.kind !== null && kind === undefined) {
    const names = known.map(({ label }) => label);
    throw invalidField(
      kindPath,
      `该义务没有这类证据；可选：${names.map(({ zh }) => zh).join('、')}。`,
      `The duty names no such evidence; it names: ${names.map(({ en }) => en).join('; ')}.`,
    );
  }
  const id = ctx.newId();
  await tx.db.insert(evidence).values({
    tenantId: tx.tenantId,
    id,
    occurrenceId: item.id,
    form: given.form,
    kind: kind?.kind ?? null,
    kindLabel: kind?.label ?? null,
    fileId: given.fileId ?? null,
    url: given.url ?? null,
    note: given.note ?? null,
    validFrom: given.validFrom ?? null,
    validUntil: given.validUntil ?? null,
    addedBy: tx.access.userId,
    addedAt: nowInstant(ctx.clock),
  });
  return id;
}
