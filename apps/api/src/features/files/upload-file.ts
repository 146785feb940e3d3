import { requirePermission } from '../../auth/permissions.ts';
import type { TenantContext } from '../../context.ts';
import { publicId } from '../../db/ids.ts';
import { withTenant } from '../../db/tenant-transaction.ts';
import { parseInput } from '../../parse-input.ts';
import { checkFile } from './check-file.ts';
import { type FileView, UploadFileInput } from './schemas.ts';
import { storeFile } from './store-file.ts';

/** Refuses who may not upload here; asked before the first byte of a file is read. It is no part of what is stored. */
export async function requireUpload(ctx: TenantContext): Promise<void> {
  const asking = { ...ctx };
  delete asking.around;
  await withTenant(asking, 'write', async (tx) => requirePermission(tx.access, 'item:work'));
}

/**
 * Takes a file. It proves nothing until it is attached to something, and goes after a day if it never is.
 * @throws AppError `unsupported-media-type` when it is not what its name says, `payload-too-large`
 */
export async function uploadFile(ctx: TenantContext, raw: unknown): Promise<FileView> {
  const { file } = parseInput(UploadFileInput, raw);
  // Whoever may not write here does not make the program look into a file either.
  await requireUpload(ctx);
  const checked = await checkFile(file);
  const { name, mediaType, sizeBytes, sha256 } = checked;
  return withTenant(ctx, 'write', async (tx) => {
    requirePermission(tx.access, 'item:work');
    const id = await storeFile(tx, ctx, checked);
    return { fileId: publicId('file', id), name, mediaType, sizeBytes, sha256 };
  });
}
