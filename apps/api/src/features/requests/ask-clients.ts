import type { TenantContext } from '../../context.ts';
import { publicId } from '../../db/ids.ts';
import { withTenant } from '../../db/tenant-transaction.ts';
import { requirePermission } from '../../auth/permissions.ts';
import { AppError } from '../../errors.ts';
import { parseInput } from '../../parse-input.ts';
import { type Asked, askInTransaction } from './ask-for-material.ts';
import { issueLink, linkPath } from './make-link.ts';
import { readRequestOfBatch } from './queries.ts';
import { AskClientsInput, type AskClientsOutput } from './schemas.ts';

/** A person's call over several of their organisations: each gets a context of its own. */
export type ContextFor = (organisationId: string) => TenantContext;

/**
 * Asks many clients for the same: one request and one message for each, in a transaction of its own, so that a client
 * that is not open any more stops nobody else's. The same batch again makes nothing new.
 */
export async function askClients(contextFor: ContextFor, raw: unknown): Promise<AskClientsOutput> {
  const { batchId, organisationIds, linkDays, ...asked } = parseInput(AskClientsInput, raw);
  const results: AskClientsOutput['results'] = [];
  for (const id of new Set(organisationIds)) {
    const organisationId = publicId('organisation', id);
    const nothing = { organisationId, requestId: null, told: 0, path: null };
    try {
      results.push({
        ...nothing,
        ...(await askOne(contextFor(id), { ...asked, batchId }, linkDays ?? null)),
        ok: true,
        error: null,
      });
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      const { code, text, fields } = error;
      results.push({ ...nothing, ok: false, error: { code, message: text, fields: [...fields] } });
    }
  }
  return { results };
}

async function askOne(ctx: TenantContext, asked: Asked & { batchId: string }, linkDays: number | null) {
  return withTenant(ctx, 'write', async (tx) => {
    requirePermission(tx.access, 'request:ask');
    const old = await readRequestOfBatch(tx, asked.batchId);
    if (old) return { requestId: publicId('request', old.id) };
    const { request, told } = await askInTransaction(tx, ctx, asked);
    const requestId = publicId('request', request.id);
    if (linkDays === null) return { requestId, told };
    requirePermission(tx.access, 'request:share');
    const { token } = await issueLink(tx, ctx, request, linkDays, 'make-link');
    return { requestId, told, path: linkPath(token) };
  });
}
