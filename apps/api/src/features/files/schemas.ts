import { z } from 'zod';
import { FileId } from '../../db/ids.ts';

/** A file as it came over a transport: its bytes have been counted, nothing else was checked. */
export const UploadFileInput = z.strictObject({
  file: z.strictObject({ name: z.string().min(1).max(500), bytes: z.instanceof(Uint8Array) }),
});

export const FileView = z.strictObject({
  fileId: z.string(),
  name: z.string(),
  /** By content. */
  mediaType: z.string(),
  sizeBytes: z.int(),
  /** SHA-256 of the bytes, in hex. */
  sha256: z.string(),
});
export type FileView = z.infer<typeof FileView>;

export const DownloadFileInput = z.strictObject({ fileId: FileId });
export const FileContent = FileView.extend({ bytes: z.instanceof(Uint8Array) });
export type FileContent = z.infer<typeof FileContent>;
