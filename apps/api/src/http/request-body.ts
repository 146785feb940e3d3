import { AppError } from '../errors.ts';

/**
 * Reads a body while counting its bytes; a `Content-Length` is a claim, not a measure.
 * @throws AppError `payload-too-large` as soon as the limit is passed, without reading on
 */
export async function readBody(request: Request, limit: number): Promise<Uint8Array<ArrayBuffer>> {
  if (Number(request.headers.get('content-length') ?? 0) > limit) throw tooLarge(limit);
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.length;
    if (size > limit) throw tooLarge(limit);
    chunks.push(chunk);
  }
  const body = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    body.set(chunk, at);
    at += chunk.length;
  }
  return body;
}

function tooLarge(limit: number): AppError {
  const shown = limit >= 1024 * 1024 ? `${Math.floor(limit / 1024 / 1024)} MB` : `${Math.floor(limit / 1024)} KB`;
  return new AppError('payload-too-large', {
    zh: `请求超过上限 ${shown}。`,
    en: `The request is larger than ${shown}.`,
  });
}
