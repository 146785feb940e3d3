import { createHash } from 'node:crypto';
import { invalidField } from '../errors.ts';

const TAG = /^([\w-]{1,200})\.([\w-]{16})$/;

/** A cursor for one list of one company: elsewhere it means nothing and is refused instead of showing a wrong page. */
export function sealCursor(cursor: string, list: string): string {
  return `${cursor}.${tagOf(cursor, list)}`;
}

/** @throws AppError `invalid-input` for a text that this list did not give */
export function openCursor(sealed: string, list: string): string {
  const match = TAG.exec(sealed);
  if (match?.[1] !== undefined && match[2] === tagOf(match[1], list)) return match[1];
  throw invalidField(
    'cursor',
    '翻页标记无效，请从第一页重新开始。',
    'The cursor is not valid; begin again at the first page.',
  );
}

function tagOf(cursor: string, list: string): string {
  return createHash('sha256').update(`${list}\n${cursor}`).digest('base64url').slice(0, 16);
}
