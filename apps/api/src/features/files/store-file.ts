import { sql } from 'drizzle-orm';
import { nowInstant } from '../../clock.ts';
import type { TenantContext } from '../../context.ts';
import { storedFile } from '../../db/schema/files.ts';
import type { TenantTransaction } from '../../db/tenant-transaction.ts';
import { AppError } from '../../errors.ts';
import { recordAudit } from '../record-audit.ts';
import type { CheckedFile } from './check-file.ts';

/** What all files of an organisation may come to. */
export const QUOTA_BYTES = 5 * 1024 * 1024 * 1024;
/** Nobody needs longer than this between choosing a file and saying what it is for. */
const UNUSED_HOURS = 24;

/**
 * Stores a checked file and gives its id. Files that nothing came to refer to within a day are swept first, so that they
 * do not eat the quota.
 * @throws AppError `payload-too-large` when the quota is used up
 */
export async function storeFile(
  tx: TenantTransaction,
  ctx: TenantContext,
  { name, mediaType, bytes, sizeBytes, sha256 }: CheckedFile,
  quota = QUOTA_BYTES,
): Promise<string> {
  const uploadedAt = nowInstant(ctx.clock);
  // One upload of an organisation at a time gets here: two together must not pass the quota.
  await tx.db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`files ${tx.tenantId}`}, 0))`);
  await tx.db.execute(
    sql`select app.sweep_files(${uploadedAt}::timestamptz - make_interval(hours => ${UNUSED_HOURS}))`,
  );
  const { rows } = await tx.db.execute<{ used: string }>(
    sql`select coalesce(sum(${storedFile.sizeBytes}), 0) as used from ${storedFile}`,
  );
  if (Number(rows[0]?.used) + sizeBytes > quota) throw quotaUsedUp();
  const id = ctx.newId();
  await tx.db.insert(storedFile).values({
    tenantId: tx.tenantId,
    id,
    name,
    mediaType,
    sizeBytes,
    sha256,
    content: bytes,
    uploadedBy: tx.access.userId,
    uploadedAt,
  });
  await recordAudit(tx, ctx, 'file.uploaded', { type: 'file', id }, { mediaType, sizeBytes, sha256 });
  return id;
}

function quotaUsedUp(): AppError {
  const text = {
    zh: '本组织的文件空间已用完，请联系平台扩容。',
    en: 'The space for files of this organisation is used up; ask the platform for more.',
  };
  return new AppError('payload-too-large', text, { fields: [{ path: 'file', message: text }] });
}
