import { companyOperation, type Operation } from '../../rest/operation.ts';
import { getOccurrence } from './get-occurrence.ts';
import { listOccurrences } from './list-occurrences.ts';
import * as s from './schemas.ts';

export const occurrenceRoutes: readonly Operation[] = [
  companyOperation({
    method: 'get',
    path: '/occurrences',
    id: 'listOccurrences',
    tag: 'occurrences',
    scope: 'occurrences.read',
    summary: 'List occurrences',
    description: 'Dated items of the company, earliest first, or latest first with `sort=-dueOn`.',
    input: s.ListOccurrencesInput,
    output: s.OccurrencePage,
    outputName: 'OccurrencePage',
    run: listOccurrences,
  }),
  companyOperation({
    method: 'get',
    path: '/occurrences/{occurrenceId}',
    id: 'getOccurrence',
    tag: 'occurrences',
    scope: 'occurrences.read',
    summary: 'Read an occurrence with its explanation',
    description:
      'One item with every counting step of its dates, clause, law, marks, penalties, the words of the licence, and its history.',
    input: s.GetOccurrenceInput,
    output: s.OccurrenceDetail,
    outputName: 'Occurrence',
    single: { version: null },
    run: getOccurrence,
  }),
];
