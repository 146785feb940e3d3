import { keyOperation, type Operation } from '../../rest/operation.ts';
import { getCompany, listCompanies } from './list-companies.ts';
import * as s from './schemas.ts';

export const companyRoutes: readonly Operation[] = [
  keyOperation({
    method: 'get',
    path: '/companies',
    id: 'listCompanies',
    tag: 'companies',
    scope: 'companies.read',
    summary: 'List the companies of the key',
    description: 'Companies that the key was given and may act for now, oldest first.',
    input: s.ListCompaniesInput,
    output: s.CompanyPage,
    outputName: 'CompanyPage',
    run: listCompanies,
  }),
  keyOperation({
    method: 'get',
    path: '/companies/{companyId}',
    id: 'getCompany',
    tag: 'companies',
    scope: 'companies.read',
    summary: 'Read a company',
    description: 'One company of the key, with what the key may do there.',
    input: s.GetCompanyInput,
    output: s.CompanyView,
    outputName: 'Company',
    single: { version: null },
    run: getCompany,
  }),
];
