import type { FileContent } from '../features/files/schemas.ts';

/** Nothing that a file holds may run or be shown under our name: it is kept, not opened. */
const HEADERS = {
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; sandbox",
  'cache-control': 'private, no-store',
} as const;

/** The answer that hands a file out. */
export function fileAnswer({ name, mediaType, sizeBytes, sha256, bytes }: FileContent): Response {
  return new Response(new Uint8Array(bytes), {
    headers: {
      ...HEADERS,
      'content-type': mediaType,
      'content-length': String(sizeBytes),
      'content-disposition': attachment(name),
      'repr-digest': `sha-256=:${Buffer.from(sha256, 'hex').toString('base64')}:`,
    },
  });
}

/** The name in full for browsers, and without what an old program could stumble over. */
function attachment(name: string): string {
  const plain = name.replaceAll(/[^\w.() -]/g, '_');
  const full = encodeURIComponent(name).replaceAll(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
  return `attachment; filename="${plain}"; filename*=UTF-8''${full}`;
}
