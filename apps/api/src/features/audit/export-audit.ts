import type { z } from 'zod';
import { requirePermission } from '../../auth/permissions.ts';
import type { TenantContext } from '../../context.ts';
import { withTenant } from '../../db/tenant-transaction.ts';
import { parseInput } from '../../parse-input.ts';
import { chainGenesis } from './chain.ts';
import { readChain } from './queries.ts';
import { type AuditExport, ExportAuditInput } from './schemas.ts';

const ENTRIES_AT_A_TIME = 5_000;

/**
 * The chain as JSON Lines, in stretches. Everybody can count it again: each hash is the sha256 over the bytes of
 * `previousHash` and the text of `entry`.
 */
export async function exportAudit(ctx: TenantContext, raw: unknown): Promise<z.infer<typeof AuditExport>> {
  const { after } = parseInput(ExportAuditInput, raw);
  // A closing organisation is for reading alone, so that its export leaves no row.
  return withTenant(ctx, 'read', async (tx) => {
    requirePermission(tx.access, 'audit:read');
    const first = Math.max(0, after - 1);
    const links = await readChain(tx, first, ENTRIES_AT_A_TIME + 1);
    let previousHash = chainGenesis(tx.tenantId);
    const lines: string[] = [];
    for (const { seq, hash, entry } of links) {
      if (seq > after) lines.push(`${JSON.stringify({ seq, previousHash, hash, entry })}\n`);
      previousHash = hash;
    }
    const last = links.at(-1)?.seq ?? after;
    return { lines: lines.join(''), entries: lines.length, nextAfter: lines.length >= ENTRIES_AT_A_TIME ? last : null };
  });
}
