import { AppError, invalidField } from '../errors.ts';
import { MAX_FILE_BYTES } from '../features/files/file-types.ts';
import { readBody } from './request-body.ts';

/** A file as it came: counted, not yet looked into. */
export interface Upload {
  name: string;
  bytes: Uint8Array;
}

/** Boundaries and headers of a form round the file. */
const FORM_BYTES = 16 * 1024;
/** So many files at most are in memory at once; the next one is asked to come again. */
const AT_ONCE = 6;
let running = 0;

/**
 * Reads one file of a request, counting its bytes as they come: as a form with one part `file`, or bare with its name in
 * the address.
 * @param work what is done with it; until it ends the file counts as being in memory
 * @throws AppError `payload-too-large`, `unsupported-media-type`, `invalid-input` at `file` or `name`, `unavailable`
 */
export async function withUpload<T>(request: Request, work: (file: Upload) => Promise<T>): Promise<T> {
  if (running >= AT_ONCE) {
    throw new AppError('unavailable', {
      zh: '同时上传的文件过多，请稍后重试。',
      en: 'Too many files are being uploaded at once; try again shortly.',
    });
  }
  running += 1;
  try {
    return await work(await readUpload(request));
  } finally {
    running -= 1;
  }
}

async function readUpload(request: Request): Promise<Upload> {
  const type = request.headers.get('content-type') ?? '';
  const kind = type.split(';')[0]?.trim().toLowerCase();
  if (kind === 'application/octet-stream') {
    const name = new URL(request.url).searchParams.get('name');
    if (!name) throw invalidField('name', '请在地址中给出文件名。', 'Give the name of the file in the address.');
    return { name, bytes: await readBody(request, MAX_FILE_BYTES) };
  }
  if (kind === 'multipart/form-data') return readForm(await readBody(request, MAX_FILE_BYTES + FORM_BYTES), type);
  throw new AppError('unsupported-media-type', {
    zh: '请求体应为 multipart/form-data 或 application/octet-stream。',
    en: 'The body must be multipart/form-data or application/octet-stream.',
  });
}

async function readForm(body: Uint8Array<ArrayBuffer>, type: string): Promise<Upload> {
  const form = await new Response(body, { headers: { 'content-type': type } }).formData().catch(() => null);
  const parts = form === null ? [] : [...form.entries()];
  const [part] = parts;
  const file = part?.[0] === 'file' ? part[1] : undefined;
  if (parts.length !== 1 || file === undefined || typeof file === 'string') {
    throw invalidField('file', '表单应只有一个文件，名为 file。', 'The form must have one part, a file named "file".');
  }
  return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
}
