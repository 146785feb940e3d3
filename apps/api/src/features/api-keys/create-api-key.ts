import { sql } from 'drizzle-orm';
import type { z } from 'zod';
import { newApiKey } from '../../auth/api-key-format.ts';
import { writes } from '../../auth/api-scopes.ts';
import { requirePermission } from '../../auth/permissions.ts';
import type { TenantContext } from '../../context.ts';
import { withTenant } from '../../db/tenant-transaction.ts';
import { type FieldError, invalidInput } from '../../errors.ts';
import { parseInput } from '../../parse-input.ts';
import { recordAudit } from '../record-audit.ts';
import { companyNotOpen, grantKey } from './grant-api-key.ts';
import { readApiKey } from './queries.ts';
import { CreateApiKeyInput, type CreateApiKeyOutput } from './schemas.ts';

/**
 * Makes a key of the organisation with a grant for each company. The key itself is in this answer and nowhere else.
 * @throws AppError `invalid-input` with the place of each company that the caller cannot give, or gives twice
 */
export async function createApiKey(ctx: TenantContext, raw: unknown): Promise<z.infer<typeof CreateApiKeyOutput>> {
  const { name, mode, scopes, expiresInDays, grants } = parseInput(CreateApiKeyInput, raw);
  const repeated = repeatedCompanies(grants);
  if (repeated.length > 0) throw invalidInput(repeated);
  return withTenant(ctx, 'write', async (tx) => {
    requirePermission(tx.access, 'api-key:manage');
    const { secret, start, hash } = newApiKey(mode);
    const id = ctx.newId();
    const kept = [...new Set(scopes)].sort();
    // A key that is only for reading cannot write even where a grant says so.
    const level = kept.some(writes) ? 'write' : 'read';
    await tx.db.execute(
      sql`select authz.create_api_key(${id}, ${hash}, ${name}, ${mode}, ${start}, ${sql.param(kept)}, ${level}, ${expiresInDays})`,
    );
    const errors: FieldError[] = [];
    for (const [i, { companyId, level: granted }] of grants.entries()) {
      const outcome = await grantKey(tx, ctx, { keyId: id, companyId, level: granted });
      if (outcome === 'not-open') errors.push(companyNotOpen(`grants.${i}.companyId`));
    }
    if (errors.length > 0) throw invalidInput(errors);
    const detail = { scopes: kept, mode, companies: grants.length };
    await recordAudit(tx, ctx, 'api-key.created', { type: 'api-key', id }, detail);
    return { key: await readApiKey(tx, id), secret };
  });
}

function repeatedCompanies(grants: readonly { companyId: string }[]): FieldError[] {
  return grants.flatMap(({ companyId }, i) =>
    grants.findIndex((other) => other.companyId === companyId) === i
      ? []
      : [
          {
            path: `grants.${i}.companyId`,
            message: { zh: '同一企业授权了两次。', en: 'The same company is granted twice.' },
          },
        ],
  );
}
