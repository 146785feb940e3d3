import type { z } from 'zod';
import { ApiScope, SCOPE_LABELS, writes } from '../../auth/api-scopes.ts';
import { requirePermission } from '../../auth/permissions.ts';
import type { TenantContext } from '../../context.ts';
import { type TenantTransaction, withTenant } from '../../db/tenant-transaction.ts';
import { parseInput } from '../../parse-input.ts';
import { readApiKeys, readForeignApiKeys, readGrantableCompanies } from './queries.ts';
import {
  type ApiKeyList,
  type ForeignApiKeys,
  type GrantableCompanies,
  ListApiKeysInput,
  type ScopeList,
} from './schemas.ts';

/** Keys of the organisation, newest first. */
export async function listApiKeys(ctx: TenantContext, raw: unknown): Promise<z.infer<typeof ApiKeyList>> {
  return { items: await reading(ctx, raw, readApiKeys) };
}

/** Companies that a key of this organisation can be given for by the caller, with the level that they can give. */
export async function listGrantable(ctx: TenantContext, raw: unknown): Promise<z.infer<typeof GrantableCompanies>> {
  return { items: await reading(ctx, raw, readGrantableCompanies) };
}

/** Keys of consultancies that may act for this company. */
export async function listForeignKeys(ctx: TenantContext, raw: unknown): Promise<z.infer<typeof ForeignApiKeys>> {
  return { items: await reading(ctx, raw, readForeignApiKeys) };
}

/** What a key can be made for. */
export function listScopes(): z.infer<typeof ScopeList> {
  return { items: ApiScope.options.map((scope) => ({ scope, label: SCOPE_LABELS[scope], writes: writes(scope) })) };
}

async function reading<T>(ctx: TenantContext, raw: unknown, read: (tx: TenantTransaction) => Promise<T>): Promise<T> {
  parseInput(ListApiKeysInput, raw);
  return withTenant(ctx, 'read', (tx) => {
    requirePermission(tx.access, 'api-key:manage');
    return read(tx);
  });
}
