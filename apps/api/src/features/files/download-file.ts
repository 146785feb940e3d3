import type { TenantContext } from '../../context.ts';
import { publicId } from '../../db/ids.ts';
import { withTenant } from '../../db/tenant-transaction.ts';
import { notFound } from '../../errors.ts';
import { parseInput } from '../../parse-input.ts';
import { readFile } from './queries.ts';
import { DownloadFileInput, type FileContent } from './schemas.ts';

/** A file with its bytes, for whoever may see the organisation. */
export async function downloadFile(ctx: TenantContext, raw: unknown): Promise<FileContent> {
  const { fileId } = parseInput(DownloadFileInput, raw);
  return withTenant(ctx, 'read', async (tx) => {
    const row = await readFile(tx, fileId);
    if (!row) throw notFound();
    const { name, mediaType, sizeBytes, sha256, content } = row;
    return { fileId: publicId('file', row.id), name, mediaType, sizeBytes, sha256, bytes: new Uint8Array(content) };
  });
}
