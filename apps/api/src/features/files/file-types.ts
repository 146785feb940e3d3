import type { Bilingual } from '@zhengqi/obligations';
import { AppError } from '../../errors.ts';

/** 20 MB: also a limit of the table. */
export const MAX_FILE_BYTES = 20 * 1024 * 1024;

/** A kind of file that is taken, under the endings it may have. No archives, no macros, nothing that a browser runs. */
export interface FileType {
  readonly mediaType: string;
  readonly endings: readonly string[];
  /** How the content is judged: by a signature and structure, or as plain text. */
  readonly content: 'pdf' | 'png' | 'jpg' | 'docx' | 'xlsx' | 'text' | 'mail';
}

const OFFICE = 'application/vnd.openxmlformats-officedocument';

export const FILE_TYPES: readonly FileType[] = [
  { mediaType: 'application/pdf', endings: ['pdf'], content: 'pdf' },
  { mediaType: 'image/png', endings: ['png'], content: 'png' },
  { mediaType: 'image/jpeg', endings: ['jpg', 'jpeg'], content: 'jpg' },
  { mediaType: `${OFFICE}.wordprocessingml.document`, endings: ['docx'], content: 'docx' },
  { mediaType: `${OFFICE}.spreadsheetml.sheet`, endings: ['xlsx'], content: 'xlsx' },
  { mediaType: 'text/plain', endings: ['txt'], content: 'text' },
  { mediaType: 'text/csv', endings: ['csv'], content: 'text' },
  { mediaType: 'message/rfc822', endings: ['eml'], content: 'mail' },
];

const TAKEN = FILE_TYPES.flatMap(({ endings }) => endings).join(', ');

/** The type that the ending of a name claims. @throws AppError `unsupported-media-type` for one that is not taken */
export function claimedType(name: string): FileType {
  const ending = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  const type = FILE_TYPES.find(({ endings }) => endings.includes(ending));
  if (type !== undefined) return type;
  throw refusedFile(`不接收此类文件；可上传：${TAKEN}。`, `Files of this kind are not taken; these are: ${TAKEN}.`);
}

/** The refusal of a file, at the place `file`. */
export function refusedFile(zh: string, en: string): AppError {
  const message: Bilingual = { zh, en };
  return new AppError('unsupported-media-type', message, { fields: [{ path: 'file', message }] });
}

/** The refusal of a file whose content is not what its name says, or is broken. */
export function lyingFile({ endings }: FileType): AppError {
  const ending = endings[0] ?? '';
  return refusedFile(
    `文件内容不是完整的 ${ending} 文件，与扩展名不符或已损坏；请用原软件另存后重新上传。`,
    `The content is no whole ${ending} file: it does not match the name or is damaged. Save it anew in its own program and upload that.`,
  );
}
