import { router } from '../../trpc/init.ts';
import { tenantMutation, tenantQuery } from '../../trpc/procedures.ts';
import { extendLoan, find, giveBack, handOver, lend, reportLost, retire } from './custody-moves.ts';
import { getCustody, heldBy, listCustody } from './list-custody.ts';
import { addCustody, changeCustody, handOverAll } from './record-custody.ts';
import * as s from './schemas.ts';

export const custodyRouter = router({
  list: tenantQuery(s.ListCustodyInput, s.CustodyPage, listCustody),
  get: tenantQuery(s.GetCustodyInput, s.CustodyDetail, getCustody),
  heldBy: tenantQuery(s.HeldByInput, s.HeldBy, heldBy),
  add: tenantMutation(s.AddCustodyInput, s.CustodyMoved, addCustody),
  change: tenantMutation(s.ChangeCustodyInput, s.CustodyMoved, changeCustody),
  handOver: tenantMutation(s.HandOverInput, s.CustodyMoved, handOver),
  handOverAll: tenantMutation(s.HandOverAllInput, s.HandedOver, handOverAll),
  lend: tenantMutation(s.LendInput, s.CustodyMoved, lend),
  extendLoan: tenantMutation(s.ExtendLoanInput, s.CustodyMoved, extendLoan),
  giveBack: tenantMutation(s.GiveBackInput, s.CustodyMoved, giveBack),
  reportLost: tenantMutation(s.ReportLostInput, s.CustodyMoved, reportLost),
  found: tenantMutation(s.FoundInput, s.CustodyMoved, find),
  retire: tenantMutation(s.RetireInput, s.CustodyMoved, retire),
});
