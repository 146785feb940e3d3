import { companyOperation, type Operation } from '../../rest/operation.ts';
import { addRecord } from './add-records.ts';
import { endRecord } from './change-record.ts';
import { listRoster } from './list-roster.ts';
import * as s from './schemas.ts';

export const rosterRoutes: readonly Operation[] = [
  companyOperation({
    method: 'get',
    path: '/roster-records',
    id: 'listRosterRecords',
    tag: 'people',
    scope: 'people.read',
    summary: 'List records of the roster',
    description:
      'Current records of one list (contracts, posts, bodies, certificates …) or of all, those that began last first.',
    input: s.ListRosterInput,
    output: s.RosterPage,
    outputName: 'RosterRecordPage',
    run: listRoster,
  }),
  companyOperation({
    method: 'post',
    path: '/roster-records',
    id: 'addRosterRecord',
    tag: 'people',
    scope: 'people.write',
    summary: 'Add a record to the roster',
    description: 'Adds a contract, post, body, certificate or other record, and counts the gaps anew.',
    input: s.AddRecordInput,
    output: s.RecordOutput,
    outputName: 'RosterRecordSaved',
    created: () => null,
    run: addRecord,
  }),
  companyOperation({
    method: 'post',
    path: '/roster-records/{recordId}/end',
    id: 'endRosterRecord',
    tag: 'people',
    scope: 'people.write',
    summary: 'End a record of the roster',
    description: 'Says on which day it counts for the last time.',
    input: s.EndRecordInput,
    output: s.RecordOutput,
    outputName: 'RosterRecordSaved',
    mayConflict: true,
    run: endRecord,
  }),
];
