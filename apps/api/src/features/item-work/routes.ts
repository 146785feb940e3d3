import { companyOperation, type Operation } from '../../rest/operation.ts';
import { MakeMoveInput, makeMove } from './make-move.ts';
import * as s from './schemas.ts';
import { viewWork } from './view-work.ts';

export const workRoutes: readonly Operation[] = [
  companyOperation({
    method: 'get',
    path: '/occurrences/{occurrenceId}/work',
    id: 'getWork',
    tag: 'occurrences',
    scope: 'occurrences.read',
    summary: 'Read the work on an occurrence',
    description:
      'State, version, the moves that are open, evidence that the duty names, receipts, waivers and statements.',
    input: s.ItemInput,
    output: s.WorkView,
    outputName: 'Work',
    run: viewWork,
  }),
  companyOperation({
    method: 'post',
    path: '/occurrences/{occurrenceId}/moves',
    id: 'makeMove',
    tag: 'occurrences',
    scope: 'occurrences.write',
    summary: 'Make a move on an occurrence',
    description:
      'Moves: assign `{assigneeId, note?}`, prepare `{note?}`, submit `{submittedOn, submittedBy, receipt: {number?, fileId?, evidenceKind?} or {noneReason}, submittedAt?, note?}`, record-receipt `{number?, fileId?, evidenceKind?, receivedOn}`, close `{doneOn?, doneAt?, note?}`, reopen `{reason}`, in `data`. `version` is that of the occurrence as last read: 409 says who was faster.',
    input: MakeMoveInput,
    output: s.WorkResult,
    outputName: 'WorkResult',
    mayConflict: true,
    run: makeMove,
  }),
];
