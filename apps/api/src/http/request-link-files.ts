import type { Hono } from 'hono';
import { isFromOwnPage } from '../auth/origin.ts';
import { AppError, notFound } from '../errors.ts';
import { requireUploadByLink, uploadByLink } from '../features/requests/answer-by-link.ts';
import { LinkToken } from '../features/requests/schemas.ts';
import type { Services } from '../services.ts';
import { errorAnswer } from './error-answer.ts';
import { withUpload } from './read-upload.ts';
import { originOf } from './request-origin.ts';

export const LINK_FILES_PATH = '/api/request-link/files';
/** The secret of the link comes in a header: addresses are logged and kept, headers are not. */
export const LINK_HEADER = 'x-request-link';

/** Files that come through the link of a request, from people without an account. Nothing goes the other way. */
export function addRequestLinkFiles(app: Hono, services: Services, addressOf: (request: Request) => string): void {
  app.post(LINK_FILES_PATH, async (c) => {
    const requestId = services.newId();
    try {
      if (!isFromOwnPage(originOf(c), services.publicUrl)) {
        throw new AppError('forbidden', {
          zh: '请求来自其他网站，已拒绝。',
          en: 'The request comes from another site and was refused.',
        });
      }
      const token = LinkToken.safeParse(c.req.header(LINK_HEADER)).data;
      if (token === undefined) throw notFound();
      const caller = { services, requestId, address: addressOf(c.req.raw) };
      await requireUploadByLink(caller, token);
      const view = await withUpload(c.req.raw, (file) => uploadByLink(caller, { token, file }));
      return Response.json(view, { status: 201, headers: { 'x-request-id': requestId, 'cache-control': 'no-store' } });
    } catch (error) {
      const answer = errorAnswer(error, services.logger, requestId);
      answer.headers.set('x-request-id', requestId);
      return answer;
    }
  });
}
