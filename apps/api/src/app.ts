import { Hono } from 'hono';
import { errorAnswer } from './http/error-answer.ts';
import { addCalendarFeed } from './http/calendar-feed.ts';
import { addFileRoutes } from './http/file-routes.ts';
import { addRequestLinkFiles } from './http/request-link-files.ts';
import { addHealth, type Readiness } from './http/health.ts';
import { securityHeaders } from './http/security-headers.ts';
import { staticFiles } from './http/static-files.ts';
import { addUnsubscribe } from './http/unsubscribe.ts';
import { handleTRPC, TRPC_PATH } from './http/trpc-handler.ts';
import { AppError } from './errors.ts';
import { createRestApp, REST_PATH } from './rest/rest-app.ts';
import type { Services } from './services.ts';

/** What the app needs to know about its surroundings. */
export interface AppOptions {
  services: Services;
  readiness: Readiness;
  /** Folder of the built admin app, or null to serve the API alone. */
  adminDist: string | null;
  /** Network address of a request, as far as it can be trusted. */
  addressOf: (request: Request) => string;
}

/** The whole product as a function from request to answer. */
export function createApp({ services, readiness, adminDist, addressOf }: AppOptions): Hono {
  const app = new Hono();
  app.use(securityHeaders(services.publicUrl));
  app.onError((error) => errorAnswer(error, services.logger, services.newId()));
  addHealth(app, services, readiness);
  app.all(`${TRPC_PATH}/*`, async (c) => {
    const requestId = services.newId();
    const began = services.clock().getTime();
    const response = await handleTRPC(c, services, { requestId, address: addressOf(c.req.raw) });
    response.headers.set('x-request-id', requestId);
    const procedures = c.req.path.slice(TRPC_PATH.length + 1, 300);
    const ms = services.clock().getTime() - began;
    services.logger.debug({ requestId, procedures, status: response.status, ms }, 'answered');
    return response;
  });
  addFileRoutes(app, services, addressOf);
  addCalendarFeed(app, services, addressOf);
  addRequestLinkFiles(app, services, addressOf);
  addUnsubscribe(app, services);
  app.route(REST_PATH, createRestApp({ services, addressOf }));
  app.all('/api/*', () => {
    throw new AppError('not-found', { zh: '没有这个接口。', en: 'There is no such address in the API.' });
  });
  if (adminDist !== null) app.use(staticFiles(adminDist));
  app.notFound((c) => c.text('Not found', 404));
  return app;
}
