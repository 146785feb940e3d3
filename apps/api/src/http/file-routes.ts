import type { Context, Hono } from 'hono';
import { isFromOwnPage } from '../auth/origin.ts';
import { noteSecurityEvent } from '../auth/security-event.ts';
import type { LiveSession } from '../auth/session.ts';
import { type TenantContext, tenantContextOf } from '../context.ts';
import { FileId, OrganisationId } from '../db/ids.ts';
import { AppError, notFound, unauthenticated } from '../errors.ts';
import { downloadFile } from '../features/files/download-file.ts';
import { requireUpload, uploadFile } from '../features/files/upload-file.ts';
import type { Services } from '../services.ts';
import { toAppError } from '../trpc/map-errors.ts';
import { errorAnswer } from './error-answer.ts';
import { fileAnswer } from './file-answer.ts';
import { withUpload } from './read-upload.ts';
import { originOf } from './request-origin.ts';

export const FILES_PATH = '/api/files';

/** Files of the screens go past tRPC, which would hold them as text: up by POST, down by GET, both with the session. */
export function addFileRoutes(app: Hono, services: Services, addressOf: (request: Request) => string): void {
  const route = (work: (c: Context, ctx: TenantContext) => Promise<Response>) => (c: Context) =>
    answered(c, services, addressOf(c.req.raw), work);
  app.post(
    FILES_PATH,
    route(async (c, ctx) => {
      // Whoever may not upload here is told so before a byte of the file is read.
      await requireUpload(ctx);
      const view = await withUpload(c.req.raw, (file) => uploadFile(ctx, { file }));
      return Response.json(view, { status: 201 });
    }),
  );
  app.get(
    `${FILES_PATH}/:fileId`,
    route(async (c, ctx) => {
      const fileId = c.req.param('fileId');
      // What is no id cannot be found either.
      if (!FileId.safeParse(fileId).success) throw notFound();
      return fileAnswer(await downloadFile(ctx, { fileId }));
    }),
  );
}

async function answered(
  c: Context,
  services: Services,
  address: string,
  work: (c: Context, ctx: TenantContext) => Promise<Response>,
): Promise<Response> {
  const requestId = services.newId();
  let session: LiveSession | null = null;
  try {
    const origin = originOf(c);
    if (!isFromOwnPage(origin, services.publicUrl)) {
      throw new AppError('forbidden', {
        zh: '请求来自其他网站，已拒绝。',
        en: 'The request comes from another site and was refused.',
      });
    }
    session = await services.sessions.find(c.req.header('cookie') ?? null);
    if (session === null) throw unauthenticated();
    const request = { services, requestId, origin, address, session, setCookie: () => {} };
    const response = await work(c, tenantContextOf(request, session, organisationOf(c)));
    response.headers.set('x-request-id', requestId);
    if (session.renewedCookie) response.headers.append('set-cookie', session.renewedCookie);
    return response;
  } catch (error) {
    const cause = toAppError(error);
    if (cause.isDenial || cause.code === 'unauthenticated') {
      const about = {
        userId: session?.user.id ?? null,
        tenantId: tenantIn(c),
        detail: { path: 'files', code: cause.code },
      };
      await noteSecurityEvent({ services, requestId }, 'denied', about);
    }
    const answer = errorAnswer(error, services.logger, requestId);
    answer.headers.set('x-request-id', requestId);
    return answer;
  }
}

function tenantIn(c: Context): string | null {
  return OrganisationId.safeParse(c.req.query('organisationId')).data ?? null;
}

function organisationOf(c: Context): string {
  const id = tenantIn(c);
  if (id === null) throw notFound();
  return id;
}
