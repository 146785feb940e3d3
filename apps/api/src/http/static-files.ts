import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Context, MiddlewareHandler } from 'hono';
import { newSecret } from '../auth/token.ts';
import { setPagePolicy } from './security-headers.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.txt': 'text/plain; charset=utf-8',
};
const COMPRESSED = /^(text|application)\/|svg/;
const NONCE_MARK = '__CSP_NONCE__';
const compress = promisify(gzip);

interface StaticFile {
  file: string;
  type: string;
  etag: string;
  /** Its name carries a hash of its content. */
  immutable: boolean;
  packed?: Promise<Buffer<ArrayBuffer>>;
}

/**
 * Serves the built admin app: its files, and index.html for every other address of the app. Only files that are there
 * when the process starts are ever served, so no address can lead out of the folder.
 */
export function staticFiles(folder: string): MiddlewareHandler {
  const files = new Map(filesIn(folder).map((name) => [`/${name}`, describe(folder, name)]));
  const indexFile = path.join(folder, 'index.html');
  if (!files.delete('/index.html')) throw new Error(`no index.html in ${folder}: the admin app is not built`);
  const index = fs.readFileSync(indexFile, 'utf8');
  return async (c, next) => {
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD') return next();
    const found = files.get(c.req.path);
    if (found) return sendFile(c, found);
    // A missing script must not be answered with a page; addresses of the app have no dot.
    if (c.req.path.includes('.') && c.req.path !== '/index.html') return next();
    const nonce = newSecret();
    setPagePolicy(c, nonce);
    c.header('cache-control', 'no-cache');
    return c.html(index.replaceAll(NONCE_MARK, nonce));
  };
}

async function sendFile(c: Context, file: StaticFile): Promise<Response> {
  c.header('etag', file.etag);
  c.header('cache-control', file.immutable ? 'public, max-age=31536000, immutable' : 'no-cache');
  if (c.req.header('if-none-match') === file.etag) return c.body(null, 304);
  c.header('content-type', file.type);
  if (!COMPRESSED.test(file.type)) return c.body(new Uint8Array(await fs.promises.readFile(file.file)));
  c.header('vary', 'accept-encoding');
  if (!/\bgzip\b/.test(c.req.header('accept-encoding') ?? ''))
    return c.body(new Uint8Array(await fs.promises.readFile(file.file)));
  file.packed ??= fs.promises.readFile(file.file).then((content) => compress(content));
  c.header('content-encoding', 'gzip');
  return c.body(await file.packed);
}

function filesIn(folder: string): string[] {
  return fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'));
}

function describe(folder: string, name: string): StaticFile {
  const file = path.join(folder, name);
  const { size, mtimeMs } = fs.statSync(file);
  const etag = `"${createHash('sha256').update(`${name} ${size} ${mtimeMs}`).digest('base64url').slice(0, 22)}"`;
  const type = TYPES[path.extname(name)] ?? 'application/octet-stream';
  return { file, type, etag, immutable: name.startsWith('assets/') };
}
