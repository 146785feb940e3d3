import { router } from '../../trpc/init.ts';
import { tenantMutation, tenantQuery } from '../../trpc/procedures.ts';
import { assignItem } from '../item-work/assign-item.ts';
import { closeItem } from '../item-work/close-item.ts';
import { decideWaiver } from '../item-work/decide-waiver.ts';
import { itemHistory } from '../item-work/item-history.ts';
import { listPeople } from '../item-work/list-people.ts';
import { prepareItem } from '../item-work/prepare-item.ts';
import { recordReceipt } from '../item-work/record-receipt.ts';
import { reopenItem } from '../item-work/reopen-item.ts';
import { requestWaiver, withdrawWaiver } from '../item-work/request-waiver.ts';
import * as w from '../item-work/schemas.ts';
import { signStatement } from '../item-work/sign-statement.ts';
import { stateMissed } from '../item-work/state-missed.ts';
import { submitItem } from '../item-work/submit-item.ts';
import { viewWork } from '../item-work/view-work.ts';
import { assignMany, closeMany } from '../item-work/work-on-many.ts';
import { getOccurrence } from './get-occurrence.ts';
import { countOccurrences, listOccurrences } from './list-occurrences.ts';
import * as s from './schemas.ts';
import { viewYear } from './view-year.ts';

export const occurrencesRouter = router({
  list: tenantQuery(s.ListOccurrencesInput, s.OccurrencePage, listOccurrences),
  counts: tenantQuery(s.OccurrenceFilter, s.OccurrenceCounts, countOccurrences),
  get: tenantQuery(s.GetOccurrenceInput, s.OccurrenceDetail, getOccurrence),
  year: tenantQuery(s.YearInput, s.YearView, viewYear),
  people: tenantQuery(w.PeopleHereInput, w.PeopleHereList, listPeople),
  work: tenantQuery(w.ItemInput, w.WorkView, viewWork),
  history: tenantQuery(w.ItemHistoryInput, w.ItemHistory, itemHistory),
  assign: tenantMutation(w.AssignInput, w.WorkResult, assignItem),
  prepare: tenantMutation(w.PrepareInput, w.WorkResult, prepareItem),
  submit: tenantMutation(w.SubmitInput, w.WorkResult, submitItem),
  recordReceipt: tenantMutation(w.RecordReceiptInput, w.WorkResult, recordReceipt),
  close: tenantMutation(w.CloseInput, w.WorkResult, closeItem),
  reopen: tenantMutation(w.ReopenInput, w.WorkResult, reopenItem),
  requestWaiver: tenantMutation(w.RequestWaiverInput, w.WorkResult, requestWaiver),
  withdrawWaiver: tenantMutation(w.WithdrawWaiverInput, w.WorkResult, withdrawWaiver),
  decideWaiver: tenantMutation(w.DecideWaiverInput, w.WorkResult, decideWaiver),
  stateMissed: tenantMutation(w.StateMissedInput, w.WorkResult, stateMissed),
  sign: tenantMutation(w.SignInput, w.WorkResult, signStatement),
  assignMany: tenantMutation(w.AssignManyInput, w.ManyResult, assignMany),
  closeMany: tenantMutation(w.CloseManyInput, w.ManyResult, closeMany),
});
