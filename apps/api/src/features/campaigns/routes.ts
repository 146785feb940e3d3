import { companyOperation, type Operation } from '../../rest/operation.ts';
import * as s from './schemas.ts';
import { viewCompanyBoard } from './view-board.ts';

export const campaignRoutes: readonly Operation[] = [
  companyOperation({
    method: 'get',
    path: '/campaign',
    id: 'getCampaign',
    tag: 'workflows',
    scope: 'workflows.read',
    summary: 'Read where one kind of work stands',
    description:
      'Items of a kind of work (`kind`) or of a duty (`dutyId`), the annual reports without either, with the work on them: column, who has the next step, date, what is missing; and how many stand in each column.',
    input: s.BoardInput,
    output: s.Board,
    outputName: 'Campaign',
    run: viewCompanyBoard,
  }),
];
