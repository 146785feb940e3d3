import { router, sessionProcedure } from '../../trpc/init.ts';
import { dangerousMutation, tenantMutation, tenantQuery } from '../../trpc/procedures.ts';
import { createApiKey } from './create-api-key.ts';
import { grantApiKey } from './grant-api-key.ts';
import { listApiKeys, listForeignKeys, listGrantable, listScopes } from './list-api-keys.ts';
import { revokeApiKey } from './revoke-api-key.ts';
import { rotateApiKey } from './rotate-api-key.ts';
import * as s from './schemas.ts';
import { endForeignGrant, withdrawGrant } from './withdraw-grant.ts';

export const apiKeysRouter = router({
  scopes: sessionProcedure.output(s.ScopeList).query(() => listScopes()),
  list: tenantQuery(s.ListApiKeysInput, s.ApiKeyList, listApiKeys),
  grantable: tenantQuery(s.ListApiKeysInput, s.GrantableCompanies, listGrantable),
  foreign: tenantQuery(s.ListApiKeysInput, s.ForeignApiKeys, listForeignKeys),
  create: dangerousMutation(s.CreateApiKeyInput, s.CreateApiKeyOutput, createApiKey),
  rotate: dangerousMutation(s.RotateApiKeyInput, s.RotateApiKeyOutput, rotateApiKey),
  revoke: tenantMutation(s.ApiKeyInput, s.ApiKeyOutput, revokeApiKey),
  grant: dangerousMutation(s.GrantApiKeyInput, s.ApiKeyOutput, grantApiKey),
  withdrawGrant: tenantMutation(s.WithdrawGrantInput, s.ApiKeyOutput, withdrawGrant),
  endForeign: tenantMutation(s.ApiKeyInput, s.EndForeignOutput, endForeignGrant),
});
