import type { EvidenceForm, EvidencePiece } from '@zhengqi/obligations';
import type { TenantTransaction } from '../../db/tenant-transaction.ts';
import { readEvidence } from './queries.ts';

/** Evidence of an item that counts, as the domain reads it. */
export async function evidencePieces(tx: TenantTransaction, occurrenceId: string): Promise<EvidencePiece[]> {
  const rows = await readEvidence(tx, occurrenceId, false);
  return rows.map(({ evidence: { kind, form, validFrom, validUntil } }) => ({
    kind,
    form: form as EvidenceForm,
    validFrom,
    validUntil,
  }));
}
