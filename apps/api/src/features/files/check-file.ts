import { createHash } from 'node:crypto';
import { fileTypeFromBuffer } from 'file-type';
import { AppError } from '../../errors.ts';
import { isOfficeFile } from './check-office-file.ts';
import { isWholeJpeg, isWholePdf, isWholePng } from './check-structure.ts';
import { isMail, isPlainText } from './check-text.ts';
import { cleanFileName } from './file-name.ts';
import { claimedType, type FileType, lyingFile, MAX_FILE_BYTES, refusedFile } from './file-types.ts';

/** A file whose content was looked at. */
export interface CheckedFile {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Buffer;
  readonly sizeBytes: number;
  /** In hex. */
  readonly sha256: string;
}

/**
 * Checks that a file is what its name says: the ending is one that is taken, the signature belongs to it, and the
 * structure is whole, so that it is not something else as well.
 * @throws AppError `unsupported-media-type` at `file`, `payload-too-large`
 */
export async function checkFile(given: { name: string; bytes: Uint8Array }): Promise<CheckedFile> {
  const name = cleanFileName(given.name);
  const type = claimedType(name);
  const bytes = Buffer.from(given.bytes.buffer, given.bytes.byteOffset, given.bytes.byteLength);
  if (bytes.length === 0) throw refusedFile('文件是空的。', 'The file is empty.');
  if (bytes.length > MAX_FILE_BYTES) throw fileTooLarge();
  if (!(await isWhat(type, bytes))) throw lyingFile(type);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { name, mediaType: type.mediaType, bytes, sizeBytes: bytes.length, sha256 };
}

/** The refusal of a file that is over the limit. */
export function fileTooLarge(): AppError {
  const text = { zh: '单个文件不能超过 20 MB。', en: 'A file may have 20 MB at most.' };
  return new AppError('payload-too-large', text, { fields: [{ path: 'file', message: text }] });
}

async function isWhat({ content }: FileType, bytes: Buffer): Promise<boolean> {
  const found = (await fileTypeFromBuffer(bytes))?.ext;
  switch (content) {
    case 'pdf':
      return found === 'pdf' && isWholePdf(bytes);
    case 'png':
      return (found === 'png' || found === 'apng') && isWholePng(bytes);
    case 'jpg':
      return found === 'jpg' && isWholeJpeg(bytes);
    case 'docx':
    case 'xlsx':
      // The library stops looking early in large archives; what counts is the list of parts that is read in full here.
      return (found === content || found === 'zip') && (await isOfficeFile(bytes, content));
    case 'text':
      return found === undefined && isPlainText(bytes);
    case 'mail':
      return (found === undefined || found === 'eml') && isMail(bytes);
  }
}
