import { companyOperation, type Operation } from '../../rest/operation.ts';
import { checkCompany } from './check-company.ts';
import { listGaps } from './list-gaps.ts';
import * as s from './schemas.ts';

export const staffingRoutes: readonly Operation[] = [
  companyOperation({
    method: 'get',
    path: '/staffing/check',
    id: 'checkStaffing',
    tag: 'people',
    scope: 'people.read',
    summary: 'Check the staffing on a day',
    description:
      'The checks S1 to S25 for each licence: met, short by so many, or unknown with what has to be answered; with clause, law and mark.',
    input: s.CheckStaffingInput,
    output: s.StaffingCheckOutput,
    outputName: 'StaffingCheck',
    run: checkCompany,
  }),
  companyOperation({
    method: 'get',
    path: '/staffing/gaps',
    id: 'listStaffingGaps',
    tag: 'people',
    scope: 'people.read',
    summary: 'List gaps in the staffing',
    description: 'Gaps that are open or coming, earliest first, with what causes each.',
    input: s.StaffingGapsInput,
    output: s.StaffingGapsOutput,
    outputName: 'StaffingGapList',
    run: listGaps,
  }),
];
