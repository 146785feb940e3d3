import { companyOperation, type Operation } from '../../rest/operation.ts';
import { correctLicence } from './correct-licence.ts';
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
    single: { version: ({ version }) => version },
    run: getLicence,
  }),
  companyOperation({
    method: 'put',
    path: '/licences/{licenceId}',
    id: 'correctLicence',
    tag: 'licences',
    scope: 'licences.write',
    summary: 'Correct a licence',
    description:
      'Replaces the fields of a licence; what the register said before stays in its history, and the schedule follows at once. `If-Match` takes the ETag of the licence as it was read, or `"v<version>"`.',
    input: s.CorrectLicenceInput,
    output: s.CorrectLicenceOutput,
    outputName: 'CorrectedLicence',
    ifMatch: 'version',
    mayConflict: true,
    run: correctLicence,
  }),
];
