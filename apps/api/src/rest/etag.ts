import { createHash } from 'node:crypto';
import { AppError } from '../errors.ts';

/** Version of a thing in front, then of the representation; a client may also write the version alone: `"v3"`. */
const VERSIONED = /^"v(\d{1,9})(?:-[\w-]{22})?"$/;

/** The strong ETag of a representation. */
export function etagOf(body: string, version: number | null): string {
  const hash = createHash('sha256').update(body).digest('base64url').slice(0, 22);
  return version === null ? `"${hash}"` : `"v${version}-${hash}"`;
}

/** Whether a client has this representation already (RFC 9110: the weak comparison). */
export function isKnown(etag: string, ifNoneMatch: string | undefined): boolean {
  const known = (ifNoneMatch ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return known.includes(etag) || known.includes('*');
}

/**
 * The version that a change was made from.
 * @throws AppError `precondition-required` without the header; `precondition-failed` for what no version is in
 */
export function versionIn(ifMatch: string | undefined): number {
  if (ifMatch === undefined || ifMatch.trim() === '*') {
    throw new AppError(
      'precondition-required',
      {
        zh: '请在 If-Match 请求头中提供读取该对象时得到的 ETag。',
        en: 'Send the header If-Match with the ETag of the object as you read it.',
      },
      { fields: [{ path: 'If-Match', message: { zh: '缺少该请求头。', en: 'This header is missing.' } }] },
    );
  }
  const version = VERSIONED.exec(ifMatch.trim())?.[1];
  if (version === undefined) throw preconditionFailed();
  return Number(version);
}

/** The thing is not in the state any more that the caller met. */
export function preconditionFailed(): AppError {
  return new AppError('precondition-failed', {
    zh: '该对象已变更，或 If-Match 不是其 ETag；请重新读取后再更改。',
    en: 'The object has changed, or If-Match is not an ETag of it; read it anew and change that.',
  });
}
