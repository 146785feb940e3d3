import { eq } from 'drizzle-orm';
import { storedFile } from '../../db/schema/files.ts';
import type { TenantTransaction } from '../../db/tenant-transaction.ts';
import { invalidField } from '../../errors.ts';

/** A file with its content, or undefined. */
export async function readFile(tx: TenantTransaction, id: string) {
  const rows = await tx.db.select().from(storedFile).where(eq(storedFile.id, id));
  return rows[0];
}

/**
 * What is known of a file that an input names, without its content.
 * @throws AppError `invalid-input` at `path` when there is none, or it is another organisation's
 */
export async function requireFile(tx: TenantTransaction, id: string, path: string) {
  const { sha256, name } = storedFile;
  const rows = await tx.db.select({ sha256, name }).from(storedFile).where(eq(storedFile.id, id));
  if (rows[0] === undefined) {
    throw invalidField(path, '没有这个文件，请重新上传。', 'There is no such file; upload it again.');
  }
  return rows[0];
}
