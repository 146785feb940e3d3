import { router } from '../../trpc/init.ts';
import { tenantMutation, tenantQuery } from '../../trpc/procedures.ts';
import { attachEvidence } from './attach-evidence.ts';
import { listEvidence } from './list-evidence.ts';
import * as s from './schemas.ts';
import { withdrawEvidence } from './withdraw-evidence.ts';

export const evidenceRouter = router({
  list: tenantQuery(s.ListEvidenceInput, s.EvidenceList, listEvidence),
  attach: tenantMutation(s.AttachEvidenceInput, s.AttachEvidenceOutput, attachEvidence),
  withdraw: tenantMutation(s.WithdrawEvidenceInput, s.WithdrawEvidenceOutput, withdrawEvidence),
});
