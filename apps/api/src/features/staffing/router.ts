import { router } from '../../trpc/init.ts';
import { tenantMutation, tenantQuery } from '../../trpc/procedures.ts';
import { checkCompany } from './check-company.ts';
import { listGaps } from './list-gaps.ts';
import { listParameters, resetParameter, setParameter } from './parameters.ts';
import * as s from './schemas.ts';

export const staffingRouter = router({
  check: tenantQuery(s.CheckStaffingInput, s.StaffingCheckOutput, checkCompany),
  gaps: tenantQuery(s.StaffingGapsInput, s.StaffingGapsOutput, listGaps),
  parameters: tenantQuery(s.ParametersInput, s.StaffingParameters, listParameters),
  setParameter: tenantMutation(s.SetParameterInput, s.ParameterOutput, setParameter),
  resetParameter: tenantMutation(s.ResetParameterInput, s.ParameterOutput, resetParameter),
});
