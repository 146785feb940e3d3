import { EVIDENCE_FORMS } from '@zhengqi/obligations';
import { z } from 'zod';
import { EvidenceId, FileId, OccurrenceId } from '../../db/ids.ts';
import { Day } from '../../parse-input.ts';
import { EvidenceKind, EvidenceView } from '../item-work/schemas.ts';

export const ListEvidenceInput = z.strictObject({
  occurrenceId: OccurrenceId,
  includeWithdrawn: z.boolean().default(false),
});
export const EvidenceList = z.strictObject({ items: z.array(EvidenceView) });

/** A file uploaded before, an address, words, or why a kind is not needed here. */
export const AttachEvidenceInput = z.strictObject({
  occurrenceId: OccurrenceId,
  form: z.enum(EVIDENCE_FORMS),
  /** Chinese words of a kind that the duty names; null for something else. */
  kind: EvidenceKind.nullable(),
  fileId: FileId.optional(),
  url: z.string().trim().max(2000).optional(),
  note: z.string().trim().min(1).max(2000).optional(),
  validFrom: Day.optional(),
  validUntil: Day.optional(),
});
export type AttachEvidenceInput = z.output<typeof AttachEvidenceInput>;
export const AttachEvidenceOutput = z.strictObject({ evidenceId: z.string() });

export const WithdrawEvidenceInput = z.strictObject({
  evidenceId: EvidenceId,
  reason: z.string().trim().min(1).max(500),
});
export const WithdrawEvidenceOutput = z.strictObject({ evidenceId: z.string() });
