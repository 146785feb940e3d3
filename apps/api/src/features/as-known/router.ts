import { router } from '../../trpc/init.ts';
import { tenantQuery } from '../../trpc/procedures.ts';
import { companyAsKnown, factsAsKnown, licencesAsKnown, occurrencesAsKnown, rulesAsKnown } from './read-as-known.ts';
import * as s from './schemas.ts';

export const asKnownRouter = router({
  company: tenantQuery(s.AsKnownInput, s.AsKnownCompany, companyAsKnown),
  licences: tenantQuery(s.AsKnownInput, s.KnownLicences, licencesAsKnown),
  facts: tenantQuery(s.KnownFactsInput, s.KnownFacts, factsAsKnown),
  occurrences: tenantQuery(s.KnownOccurrencesInput, s.KnownOccurrences, occurrencesAsKnown),
  rules: tenantQuery(s.AsKnownInput, s.KnownRules, rulesAsKnown),
});
