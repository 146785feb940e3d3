import { companyOperation, type Operation } from '../../rest/operation.ts';
import { getLicence } from './get-licence.ts';
import { listLicences } from './list-licences.ts';
import * as s from './schemas.ts';
import { takeLicence } from './take-licence.ts';

export const licenceRoutes: readonly Operation[] = [
  companyOperation({
    method: 'get',
    path: '/licences',
    id: 'listLicences',
    tag: 'licences',
    scope: 'licences.read',
    summary: 'List licences',
    description: 'Licences of the company, the one that ends first on top.',
    input: s.ListLicencesInput,
    output: s.LicencePage,
    outputName: 'LicencePage',
    run: listLicences,
  }),
  companyOperation({
    method: 'post',
    path: '/licences',
    id: 'registerLicence',
    tag: 'licences',
    scope: 'licences.write',
    summary: 'Register a licence',
    description:
      'Registers a licence from its document, from fields, or from both; fields that are given win over those read, and what neither says stays unknown. The schedule is counted in the same step.',
    input: s.TakeLicenceInput,
    output: s.RegisterLicenceOutput,
    outputName: 'RegisteredLicence',
    created: ({ licenceId }) => `/licences/${licenceId}`,
    takesDocument: true,
    mayConflict: true,
    run: takeLicence,
  }),
  companyOperation({
    method: 'get',
    path: '/licences/{licenceId}',
    id: 'getLicence',
    tag: 'licences',
    scope: 'licences.read',
    summary: 'Read a licence',
    description: 'Fields and where they were read, provisions, duties and why they bind, open questions, findings.',
    input: s.GetLicenceInput,
    output: s.LicenceDetail,
    outputName: 'Licence',
    run: getLicence,
  }),
];
