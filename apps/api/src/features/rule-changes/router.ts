import { router } from '../../trpc/init.ts';
import { dangerousMutation, tenantMutation, tenantQuery } from '../../trpc/procedures.ts';
import { getRuleChange, listChangeCompanies, listRuleChanges } from './list-rule-changes.ts';
import { adoptRuleChange, takeBackRuleChange } from './move-rule-change.ts';
import { previewChange } from './preview-change.ts';
import * as s from './schemas.ts';
import { startRuleChange } from './start-rule-change.ts';
import { listReleases, viewRules } from './view-rules.ts';

export const ruleChangesRouter = router({
  releases: tenantQuery(s.ReleasesInput, s.Releases, listReleases),
  state: tenantQuery(s.RulesStateInput, s.RulesState, viewRules),
  preview: tenantQuery(s.PreviewInput, s.Preview, previewChange),
  start: tenantMutation(s.StartRuleChangeInput, s.StartRuleChangeOutput, startRuleChange),
  list: tenantQuery(s.ListRuleChangesInput, s.RuleChangePage, listRuleChanges),
  get: tenantQuery(s.GetRuleChangeInput, s.RuleChangeRow, getRuleChange),
  companies: tenantQuery(s.ListChangeCompaniesInput, s.ChangeCompanyPage, listChangeCompanies),
  adopt: dangerousMutation(s.AdoptInput, s.MovedRuleChange, adoptRuleChange),
  takeBack: tenantMutation(s.TakeBackInput, s.MovedRuleChange, takeBackRuleChange),
});
