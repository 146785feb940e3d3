import { sql } from 'drizzle-orm';
import type { z } from 'zod';
import { newApiKey } from '../../auth/api-key-format.ts';
import { requirePermission } from '../../auth/permissions.ts';
import type { TenantContext } from '../../context.ts';
import { publicId } from '../../db/ids.ts';
import { withTenant } from '../../db/tenant-transaction.ts';
import { conflict } from '../../errors.ts';
import { parseInput } from '../../parse-input.ts';
import { recordAudit } from '../record-audit.ts';
import { readApiKey } from './queries.ts';
import { RotateApiKeyInput, type RotateApiKeyOutput } from './schemas.ts';

/**
 * Makes a new key with name, scopes and grants of an old one, which goes on for the overlap and then ends.
 * @throws AppError `not-found`, `conflict` when the old key has ended or was replaced already
 */
export async function rotateApiKey(ctx: TenantContext, raw: unknown): Promise<z.infer<typeof RotateApiKeyOutput>> {
  const { keyId, overlapHours, expiresInDays } = parseInput(RotateApiKeyInput, raw);
  return withTenant(ctx, 'write', async (tx) => {
    requirePermission(tx.access, 'api-key:manage');
    const { mode } = await readApiKey(tx, keyId);
    const { secret, start, hash } = newApiKey(mode);
    const id = ctx.newId();
    const { rows } = await tx.db.execute<{ outcome: string; previous_ends_at: string }>(
      sql`select * from authz.rotate_api_key(${keyId}, ${id}, ${hash}, ${start}, ${expiresInDays}, ${overlapHours}, ${ctx.requestId})`,
    );
    const [row] = rows;
    if (row?.outcome !== 'rotated') {
      throw conflict(
        '该密钥已失效或已轮换，不能再次轮换。',
        'This key has ended or was rotated already; it cannot be rotated again.',
      );
    }
    const detail = { replacedBy: publicId('apiKey', id), overlapHours };
    await recordAudit(tx, ctx, 'api-key.rotated', { type: 'api-key', id: keyId }, detail);
    const previousEndsAt = new Date(row.previous_ends_at).toISOString();
    return { key: await readApiKey(tx, id), secret, previousEndsAt };
  });
}
