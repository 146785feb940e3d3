import { companyOperation, type Operation } from '../../rest/operation.ts';
import { companyAsKnown, factsAsKnown, licencesAsKnown, occurrencesAsKnown } from './read-as-known.ts';
import * as s from './schemas.ts';

const DAY = 'As recorded at the end of the day `on` in China, whatever was recorded since.';

export const asKnownRoutes: readonly Operation[] = [
  companyOperation({
    method: 'get',
    path: '/as-known',
    id: 'getCompanyAsKnown',
    tag: 'rules',
    scope: 'companies.read',
    summary: 'Read a company as it was known on a day',
    description: `${DAY} In numbers, with what can be read of the past and what cannot.`,
    input: s.AsKnownInput,
    output: s.AsKnownCompany,
    outputName: 'CompanyAsKnown',
    run: companyAsKnown,
  }),
  companyOperation({
    method: 'get',
    path: '/as-known/licences',
    id: 'listLicencesAsKnown',
    tag: 'licences',
    scope: 'licences.read',
    summary: 'List licences as they were known on a day',
    description: DAY,
    input: s.AsKnownInput,
    output: s.KnownLicences,
    outputName: 'LicencesAsKnown',
    run: licencesAsKnown,
  }),
  companyOperation({
    method: 'get',
    path: '/as-known/facts',
    id: 'listFactsAsKnown',
    tag: 'facts',
    scope: 'facts.read',
    summary: 'List facts as they were known on a day',
    description: `${DAY} \`forDay\` names another day for which the answers are to count.`,
    input: s.KnownFactsInput,
    output: s.KnownFacts,
    outputName: 'FactsAsKnown',
    run: factsAsKnown,
  }),
  companyOperation({
    method: 'get',
    path: '/as-known/occurrences',
    id: 'listOccurrencesAsKnown',
    tag: 'occurrences',
    scope: 'occurrences.read',
    summary: 'List occurrences as they were known on a day',
    description: `${DAY} With the dates, rule versions and state of work of then.`,
    input: s.KnownOccurrencesInput,
    output: s.KnownOccurrences,
    outputName: 'OccurrencesAsKnown',
    run: occurrencesAsKnown,
  }),
];
