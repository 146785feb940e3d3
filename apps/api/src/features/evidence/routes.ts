import { companyOperation, type Operation } from '../../rest/operation.ts';
import { attachEvidence } from './attach-evidence.ts';
import { listEvidence } from './list-evidence.ts';
import * as s from './schemas.ts';
import { withdrawEvidence } from './withdraw-evidence.ts';

export const evidenceRoutes: readonly Operation[] = [
  companyOperation({
    method: 'get',
    path: '/occurrences/{occurrenceId}/evidence',
    id: 'listEvidence',
    tag: 'occurrences',
    scope: 'occurrences.read',
    summary: 'List evidence of an occurrence',
    description: 'In the order it came; files with their SHA-256.',
    input: s.ListEvidenceInput,
    output: s.EvidenceList,
    outputName: 'EvidenceList',
    run: listEvidence,
  }),
  companyOperation({
    method: 'post',
    path: '/occurrences/{occurrenceId}/evidence',
    id: 'attachEvidence',
    tag: 'occurrences',
    scope: 'occurrences.write',
    summary: 'Attach evidence to an occurrence',
    description:
      'A file uploaded before, an address, words, or why a kind is not needed here. `kind` is one of those that the duty names (see the work on the occurrence), in Chinese, or null.',
    input: s.AttachEvidenceInput,
    output: s.AttachEvidenceOutput,
    outputName: 'AttachedEvidence',
    created: () => null,
    run: attachEvidence,
  }),
  companyOperation({
    method: 'post',
    path: '/evidence/{evidenceId}/withdrawal',
    id: 'withdrawEvidence',
    tag: 'occurrences',
    scope: 'occurrences.write',
    summary: 'Withdraw evidence',
    description: 'Takes back evidence that was attached by mistake. It stays in the list with the reason.',
    input: s.WithdrawEvidenceInput,
    output: s.WithdrawEvidenceOutput,
    outputName: 'WithdrawnEvidence',
    mayConflict: true,
    run: withdrawEvidence,
  }),
];
