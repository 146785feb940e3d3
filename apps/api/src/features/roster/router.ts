import { router, sessionProcedure } from '../../trpc/init.ts';
import { tenantMutation, tenantQuery } from '../../trpc/procedures.ts';
import { addRecord, addRecords } from './add-records.ts';
import { changeRecord, endRecord, withdrawRecord } from './change-record.ts';
import { keepList, keptLists } from './keep-list.ts';
import { listRoster, recordHistory } from './list-roster.ts';
import { rosterCatalogue } from './roster-catalogue.ts';
import * as s from './schemas.ts';

export const rosterRouter = router({
  catalogue: sessionProcedure.output(s.RosterCatalogue).query(() => rosterCatalogue()),
  list: tenantQuery(s.ListRosterInput, s.RosterPage, listRoster),
  history: tenantQuery(s.RecordHistoryInput, s.RecordHistory, recordHistory),
  add: tenantMutation(s.AddRecordInput, s.RecordOutput, addRecord),
  addMany: tenantMutation(s.AddRecordsInput, s.AddRecordsOutput, addRecords),
  change: tenantMutation(s.ChangeRecordInput, s.RecordOutput, changeRecord),
  end: tenantMutation(s.EndRecordInput, s.RecordOutput, endRecord),
  withdraw: tenantMutation(s.WithdrawRecordInput, s.RecordOutput, withdrawRecord),
  kept: tenantQuery(s.KeptListsInput, s.KeptLists, keptLists),
  keep: tenantMutation(s.KeepListInput, s.KeepListOutput, keepList),
});
