import { createHmac, timingSafeEqual } from 'node:crypto';

const PURPOSE = 'unsubscribe from notices by mail, 1';

/**
 * What a mail carries so that its reader can stop such mails without signing in. It opens nothing else: it names the
 * person and is good for this one thing. It needs no row, so that a link of any age works.
 */
export function unsubscribeToken(key: Buffer, userId: string): string {
  return `${userId.replaceAll('-', '')}.${signature(key, userId).toString('base64url')}`;
}

/** The person whom a token names, or null when it was not made here. */
export function readUnsubscribeToken(key: Buffer, token: string): string | null {
  const match = /^([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})\.([\w-]{43})$/.exec(token);
  if (!match) return null;
  const userId = match.slice(1, 6).join('-');
  const given = Buffer.from(match[6] ?? '', 'base64url');
  const right = signature(key, userId);
  return given.length === right.length && timingSafeEqual(given, right) ? userId : null;
}

function signature(key: Buffer, userId: string): Buffer {
  return createHmac('sha256', key).update(`${PURPOSE}|${userId}`).digest();
}
