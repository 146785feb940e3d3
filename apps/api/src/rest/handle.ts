import type { Context } from 'hono';
import { authenticateKey } from '../auth/api-key.ts';
import { SCOPE_LABELS } from '../auth/api-scopes.ts';
import { noteSecurityEvent } from '../auth/security-event.ts';
import { type KeyContext, tenantContextOfKey } from '../context.ts';
import { OrganisationId } from '../db/ids.ts';
import { AppError, notFound } from '../errors.ts';
import type { Services } from '../services.ts';
import { openCursor, sealCursor } from './cursor.ts';
import { languageOf } from './language.ts';
import type { Operation } from './operation.ts';
import { type InputSource, problemAnswer } from './problem.ts';
import { decodeQuery, queryParameters } from './query.ts';
import { joined, readJson, readPath } from './read-request.ts';

/** What the interface needs of its surroundings. */
export interface RestOptions {
  services: Services;
  /** Network address of a request, as far as it can be trusted. */
  addressOf: (request: Request) => string;
}

/** A request on its way: what is known of it so far decides how its failure is told. */
interface Call {
  requestId: string;
  operation: string;
  source: InputSource;
  ownerId: string | null;
}

/** The handler of one operation: key, scope, company, use case, answer. What may be done is decided behind it. */
export function handlerOf(operation: Operation, { services, addressOf }: RestOptions) {
  const parameters = operation.method === 'get' ? queryParameters(operation.input) : [];
  return async (c: Context): Promise<Response> => {
    const requestId = services.newId();
    const call: Call = { requestId, operation: operation.id, source: 'query', ownerId: null };
    try {
      const key = await authenticateKey(services, c.req.header('authorization') ?? null, addressOf(c.req.raw));
      call.ownerId = key.ownerId;
      requireScope(key.scopes, operation);
      const path = readPath(c, operation);
      let input: Record<string, unknown> = decodeQuery(parameters, new URL(c.req.url).searchParams);
      if (operation.method === 'post') {
        const body = await readJson(c, operation);
        call.source = 'body';
        input = body;
      }
      const output = await run(c, operation, { services, key, requestId }, joined(input, path));
      return answer(c, operation, output, requestId);
    } catch (error) {
      return refuse(c, services, error, call);
    }
  };
}

function requireScope(scopes: readonly string[], { scope }: Operation): void {
  if (scopes.includes(scope)) return;
  const label = SCOPE_LABELS[scope];
  throw new AppError('forbidden', {
    zh: `密钥没有权限范围 ${scope}（${label.zh}）。`,
    en: `The key lacks the scope ${scope} (${label.en}).`,
  });
}

/** Calls the use case. A cursor is good for the list of the company that gave it. */
async function run(
  c: Context,
  operation: Operation,
  ctx: KeyContext,
  input: Record<string, unknown>,
): Promise<unknown> {
  const list = `${operation.id} ${c.req.param('companyId') ?? ctx.key.ownerId}`;
  if (typeof input.cursor === 'string' && input.cursor !== '') input.cursor = openCursor(input.cursor, list);
  const result =
    operation.on === 'key'
      ? await operation.run(ctx, input)
      : await operation.run(tenantContextOfKey(ctx, companyOf(c)), input);
  const output = operation.output.parse(result);
  if (typeof output === 'object' && output !== null && 'nextCursor' in output && typeof output.nextCursor === 'string')
    return { ...output, nextCursor: sealCursor(output.nextCursor, list) };
  return output;
}

function companyOf(c: Context): string {
  const id = OrganisationId.safeParse(c.req.param('companyId'));
  if (!id.success) throw notFound();
  return id.data;
}

function answer(c: Context, operation: Operation, output: unknown, requestId: string): Response {
  const headers: Record<string, string> = { 'x-request-id': requestId };
  const made = operation.created?.(output) ?? null;
  if (made !== null) headers.location = `/api/v1/companies/${c.req.param('companyId') ?? ''}${made}`;
  return Response.json(output, { status: operation.created ? 201 : 200, headers });
}

/** The problem as answer, in the log, and among the security events when somebody with a key was denied. */
export async function refuse(c: Context, services: Services, error: unknown, call: Call): Promise<Response> {
  const { requestId, operation, source, ownerId } = call;
  const language = languageOf(c.req.header('accept-language') ?? null);
  const { code, response } = problemAnswer(error, { requestId, language, source });
  response.headers.set('x-request-id', requestId);
  if (code === 'internal') services.logger.error({ requestId, operation, err: error }, 'request failed');
  else services.logger.info({ requestId, operation, code }, 'request refused');
  const isDenial = code === 'forbidden' || (code === 'unauthenticated' && c.req.header('authorization') !== undefined);
  if (isDenial) {
    await noteSecurityEvent({ services, requestId }, 'denied', {
      tenantId: ownerId,
      detail: { path: operation, code },
    });
  }
  return response;
}
