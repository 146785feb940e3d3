import { companyOperation, type Operation } from '../../rest/operation.ts';
import * as s from './schemas.ts';
import { viewRules } from './view-rules.ts';

export const ruleRoutes: readonly Operation[] = [
  companyOperation({
    method: 'get',
    path: '/rules',
    id: 'getRules',
    tag: 'rules',
    scope: 'rules.read',
    summary: 'Read what the company goes by',
    description: 'Its release of the base rules, how it came to it, and whether a newer one waits to be adopted.',
    input: s.RulesStateInput,
    output: s.RulesState,
    outputName: 'CompanyRules',
    run: viewRules,
  }),
];
