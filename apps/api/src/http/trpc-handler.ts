import { fetchRequestHandler } from '@trpc/server/adapters/fetch';
import type { Context } from 'hono';
import { isFromOwnPage } from '../auth/origin.ts';
import type { LiveSession } from '../auth/session.ts';
import type { RequestContext } from '../context.ts';
import { AppError } from '../errors.ts';
import type { Services } from '../services.ts';
import { errorAnswer } from './error-answer.ts';
import { readBody } from './request-body.ts';
import { originOf } from './request-origin.ts';
import { appRouter } from '../trpc/router.ts';

export const TRPC_PATH = '/api/trpc';
/** Calls in one request; a client must not send more. */
const MAX_BATCH = 10;
const SMALL_BODY = 256 * 1024;
/** A document of 5 MB as base64 or as text, with the fields. Only people who are signed in may send so much. */
const DOCUMENT_BODY = 16 * 1024 * 1024;
const TAKES_DOCUMENTS = /(^|,)licences\.(previewDocument|register)(,|$)/;

/** Answers tRPC calls of the screens. Everything a call rests on is checked here or in its procedure, never by its path. */
export async function handleTRPC(
  c: Context,
  services: Services,
  request: { requestId: string; address: string },
): Promise<Response> {
  const cookies: string[] = [];
  try {
    const origin = originOf(c);
    if (!isFromOwnPage(origin, services.publicUrl)) {
      throw new AppError('forbidden', {
        zh: '请求来自其他网站，已拒绝。',
        en: 'The request comes from another site and was refused.',
      });
    }
    const session = await services.sessions.find(c.req.header('cookie') ?? null);
    if (session?.renewedCookie) cookies.push(session.renewedCookie);
    const req = await prepare(c, session);
    const context: RequestContext = {
      services,
      ...request,
      origin,
      session,
      cookieHeader: c.req.header('cookie') ?? null,
      userAgent: c.req.header('user-agent') ?? null,
      setCookie: (cookie) => cookies.push(cookie),
    };
    const response = await fetchRequestHandler({
      endpoint: TRPC_PATH,
      req,
      router: appRouter,
      createContext: () => context,
      maxBatchSize: MAX_BATCH,
    });
    const answer = new Response(response.body, response);
    for (const cookie of cookies) answer.headers.append('set-cookie', cookie);
    return answer;
  } catch (error) {
    return errorAnswer(error, services.logger, request.requestId);
  }
}

/** The request with its body read and counted. Calls take JSON only. */
async function prepare(c: Context, session: LiveSession | null): Promise<Request> {
  const { raw, method } = c.req;
  if (method === 'GET' || method === 'HEAD') return raw;
  if (method !== 'POST') throw new AppError('invalid-input', { zh: '不支持的请求方法。', en: 'Method not supported.' });
  const type = (c.req.header('content-type') ?? '').split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/json') {
    throw new AppError('invalid-input', { zh: '请求应为 JSON。', en: 'The request must be JSON.' });
  }
  const names = decodedNames(c.req.path);
  const limit = session && TAKES_DOCUMENTS.test(names) ? DOCUMENT_BODY : SMALL_BODY;
  const headers = new Headers(raw.headers);
  headers.delete('content-length');
  return new Request(raw.url, { method, headers, body: await readBody(raw, limit) });
}

/** Names of the procedures called, from the path as the caller wrote it. */
function decodedNames(path: string): string {
  try {
    return decodeURIComponent(path.slice(TRPC_PATH.length + 1));
  } catch {
    throw new AppError('invalid-input', { zh: '请求地址有误。', en: 'The address is not well formed.' });
  }
}
