import { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { AppError } from '../errors.ts';
import { openApiDocument, routeOf } from './document.ts';
import { refuse } from './answer.ts';
import { handlerOf, newCall, type RestOptions } from './handle.ts';
import { fullPath } from './operation.ts';
import { operations } from './operations.ts';
import { problemPage } from './problem-types.ts';

export const REST_PATH = '/api/v1';

/** Major version, as in the address; what is added within it breaks no client. */
const API_VERSION = 'v1';

/** The interface for programs, below `/api/v1`. */
export function createRestApp(options: RestOptions): OpenAPIHono {
  const { services } = options;
  const app = new OpenAPIHono();
  app.use(async (c, next) => {
    await next();
    c.res.headers.set('x-api-version', API_VERSION);
  });
  for (const operation of operations) app.openapi(routeOf(operation), handlerOf(operation, options) as never);
  const document = JSON.stringify(openApiDocument(app, operations));
  app.get('/openapi.json', (c) => c.body(document, 200, { 'content-type': 'application/json; charset=utf-8' }));
  app.get('/problems/:code', async (c): Promise<Response> => {
    const page = problemPage(c.req.param('code'));
    return page === null ? refused(c, noSuchAddress()) : c.text(page);
  });
  for (const path of new Set(operations.map(fullPath))) {
    const methods = operations
      .filter((operation) => fullPath(operation) === path)
      .map(({ method }) => method.toUpperCase());
    app.all(path.replaceAll(/\{(\w+)\}/g, ':$1'), async (c) => {
      const response = await refused(c, methodNotAllowed(methods));
      response.headers.set('allow', methods.join(', '));
      return response;
    });
  }
  app.all('/*', (c) => refused(c, noSuchAddress()));

  function refused(c: Context, error: AppError): Promise<Response> {
    return refuse(c, services, error, newCall(c, services, 'none'));
  }
  return app;
}

function noSuchAddress(): AppError {
  return new AppError('not-found', { zh: '没有这个接口。', en: 'There is no such address in the API.' });
}

function methodNotAllowed(methods: readonly string[]): AppError {
  const allowed = methods.join(', ');
  return new AppError('method-not-allowed', {
    zh: `该地址只支持 ${allowed}。`,
    en: `This address takes ${allowed} only.`,
  });
}
