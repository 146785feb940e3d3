import { router, sessionProcedure } from '../../trpc/init.ts';
import { tenantMutation, tenantQuery } from '../../trpc/procedures.ts';
import { changeOwnDuty, createOwnDuty, restoreOwnDuty, retireOwnDuty } from './change-own-duty.ts';
import { getOwnDuty, listOwnDuties, ownDutySchema } from './list-own-duties.ts';
import { checkDuty } from './read-own-duty.ts';
import * as s from './schemas.ts';
import { testOwnDuty } from './test-own-duty.ts';

export const ownDutiesRouter = router({
  schema: sessionProcedure.output(s.OwnDutySchema).query(() => ownDutySchema()),
  list: tenantQuery(s.ListOwnDutiesInput, s.OwnDutyPage, listOwnDuties),
  get: tenantQuery(s.GetOwnDutyInput, s.OwnDutyDetail, getOwnDuty),
  check: tenantMutation(s.CheckOwnDutyInput, s.CheckOwnDutyOutput, checkDuty),
  test: tenantMutation(s.TestOwnDutyInput, s.TestOwnDutyOutput, testOwnDuty),
  create: tenantMutation(s.CreateOwnDutyInput, s.OwnDutyResult, createOwnDuty),
  change: tenantMutation(s.ChangeOwnDutyInput, s.OwnDutyResult, changeOwnDuty),
  retire: tenantMutation(s.RetireOwnDutyInput, s.OwnDutyResult, retireOwnDuty),
  restore: tenantMutation(s.RestoreOwnDutyInput, s.OwnDutyResult, restoreOwnDuty),
});
