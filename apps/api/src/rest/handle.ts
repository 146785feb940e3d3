import { createHash } from 'node:crypto';
import type { Context } from 'hono';
import { authenticateKey, type LiveKey } from '../auth/api-key.ts';
import { giveBackRequest, type Rate, requireRate, takeRequest } from '../auth/api-rate.ts';
import { SCOPE_LABELS } from '../auth/api-scopes.ts';
import { type KeyContext, tenantContextOfKey } from '../context.ts';
import { OrganisationId } from '../db/ids.ts';
import { AppError, notFound } from '../errors.ts';
import type { Services } from '../services.ts';
import type { FileContent } from '../features/files/schemas.ts';
import { fileAnswer } from '../http/file-answer.ts';
import { withUpload } from '../http/read-upload.ts';
import { answerOf, type Call, finished, refuse, withHeaders } from './answer.ts';
import { openCursor, sealCursor } from './cursor.ts';
import { etagOf, isKnown, preconditionFailed, versionIn } from './etag.ts';
import {
  type Answer,
  type Claim,
  fingerprintOf,
  IDEMPOTENCY_KEY,
  idempotencyKeyIn,
  once,
  Replay,
} from './idempotency.ts';
import { type Operation, takesFile } from './operation.ts';
import { decodeQuery, queryParameters } from './query.ts';
import { joined, readJson, readPath } from './read-request.ts';
import { requestIdOf } from './request-id.ts';
import { clockOf, TEST_CLOCK } from './test-clock.ts';

/** What the interface needs of its surroundings. */
export interface RestOptions {
  services: Services;
  /** Network address of a request, as far as it can be trusted. */
  addressOf: (request: Request) => string;
}

/** The handler of one operation: key, scope, company, use case, answer. What may be done is decided behind it. */
export function handlerOf(operation: Operation, { services, addressOf }: RestOptions) {
  return async (c: Context): Promise<Response> => {
    const call = newCall(c, services, operation.id);
    try {
      const key = await admit(c, call, operation, services, addressOf(c.req.raw));
      const ctx = { services, key, requestId: call.requestId, clock: services.clock };
      const path = readPath(c, operation);
      call.source = 'header';
      ctx.clock = clockOf(c.req.header(TEST_CLOCK), key, services.clock);
      if (operation.method !== 'get') return finished(await change(c, call, operation, ctx, path), call);
      call.source = 'query';
      const input = decodeQuery(queryParameters(operation.input), new URL(c.req.url).searchParams);
      return await read(c, call, operation, ctx, joined(input, path));
    } catch (error) {
      return refuse(c, services, error, call);
    }
  };
}

/** A request of which nothing is known yet. */
export function newCall(c: Context, services: Services, operation: string): Call {
  const requestId = requestIdOf(c.req.header('x-request-id'), services.newId);
  return { requestId, operation, source: 'query', ownerId: null, rate: null };
}

/** Who comes, whether there is room for one request more, and whether the key is for this at all. */
async function admit(
  c: Context,
  call: Call,
  operation: Operation,
  services: Services,
  address: string,
): Promise<LiveKey> {
  const key = await authenticateKey(services, {
    authorization: c.req.header('authorization') ?? null,
    address,
    companyId: OrganisationId.safeParse(c.req.param('companyId')).data ?? null,
    requestId: call.requestId,
  });
  call.ownerId = key.ownerId;
  call.rate = await takeRequest(services.authPool, services.clock, key);
  requireRate(call.rate);
  requireScope(key.scopes, operation);
  return key;
}

function requireScope(scopes: readonly string[], { scope }: Operation): void {
  if (scopes.includes(scope)) return;
  const label = SCOPE_LABELS[scope];
  throw new AppError('forbidden', {
    zh: `密钥没有权限范围 ${scope}（${label.zh}）。`,
    en: `The key lacks the scope ${scope} (${label.en}).`,
  });
}

/** Reads. A cursor is good for the list of the company that gave it; one thing is not sent to who has it already. */
async function read(
  c: Context,
  call: Call,
  operation: Operation,
  ctx: KeyContext,
  input: Record<string, unknown>,
): Promise<Response> {
  const list = `${operation.id} ${JSON.stringify(input['sort'] ?? null)} ${c.req.param('companyId') ?? ctx.key.ownerId}`;
  if (typeof input['cursor'] === 'string' && input['cursor'] !== '')
    input['cursor'] = openCursor(input['cursor'], list);
  const output = await run(c, operation, ctx, input);
  if (operation.givesFile) return withHeaders(fileAnswer(output as FileContent), call);
  const sealed =
    typeof output === 'object' && output !== null && 'nextCursor' in output && typeof output.nextCursor === 'string'
      ? { ...output, nextCursor: sealCursor(output.nextCursor, list) }
      : output;
  const answer = answerOf(operation, sealed, c.req.param('companyId'));
  if (!operation.single) return finished(answer, call);
  const etag = etagOf(answer.body, operation.single.version?.(output) ?? null);
  if (!isKnown(etag, c.req.header('if-none-match'))) {
    return finished({ ...answer, headers: { ...answer.headers, etag } }, call);
  }
  await giveBackRequest(ctx.services.authPool, ctx.key);
  const { rate } = call;
  return finished({ status: 304, body: null, headers: { etag } }, { ...call, rate: rate && returned(rate) });
}

function returned(rate: Rate): Rate {
  return { ...rate, remaining: rate.remaining + 1 };
}

/** Where a bare file has its name. */
const FILE_NAME = { name: 'name', required: false, schema: { type: 'string' } };

/** Changes something: once, however often the request comes, and from the state that the caller has met. */
async function change(
  c: Context,
  call: Call,
  operation: Operation,
  ctx: KeyContext,
  path: Record<string, string>,
): Promise<Answer> {
  const sent = c.req.header(IDEMPOTENCY_KEY);
  const name = operation.method === 'post' || sent !== undefined ? idempotencyKeyIn(sent) : null;
  const { ifMatch } = operation;
  const version = ifMatch === undefined ? {} : { [ifMatch]: versionIn(c.req.header('if-match')) };
  call.source = 'query';
  decodeQuery(takesFile(operation) ? [FILE_NAME] : [], new URL(c.req.url).searchParams);
  if (takesFile(operation)) {
    await operation.takesFile(tenantContextOfKey(ctx, companyOf(c)));
    call.source = 'body';
    return withUpload(c.req.raw, (file) => {
      const content = createHash('sha256').update(file.bytes).digest('hex');
      return changeOnce(c, operation, ctx, { name, body: [file.name, content], input: { ...path, file } });
    });
  }
  const body = await readJson(c, operation);
  call.source = 'body';
  return changeOnce(c, operation, ctx, { name, body, input: joined(joined(body, path), version) });
}

/** What a request asks for, read and named. */
interface Asked {
  /** Null when it came without a name of its own. */
  name: string | null;
  /** By which a repeated request is known again. */
  body: unknown;
  input: Record<string, unknown>;
}

async function changeOnce(c: Context, operation: Operation, ctx: KeyContext, asked: Asked): Promise<Answer> {
  const { method, ifMatch } = operation;
  const { name, body, input } = asked;
  const kept: { answer?: Answer } = {};
  const claim = (key: string): Claim => ({
    apiKeyId: ctx.key.id,
    key,
    fingerprint: fingerprintOf({
      method,
      path: c.req.path,
      conditions: `${c.req.header('if-match') ?? ''} ${c.req.header(TEST_CLOCK) ?? ''}`,
      body,
    }),
    clock: ctx.services.clock,
    answerOf: (result) => {
      kept.answer = answerOf(operation, operation.output.parse(result), c.req.param('companyId'));
      return kept.answer;
    },
  });
  try {
    const output = await run(c, operation, name === null ? ctx : { ...ctx, around: once(claim(name)) }, input);
    return kept.answer ?? answerOf(operation, output, c.req.param('companyId'));
  } catch (error) {
    if (error instanceof AppError && error.isStale && ifMatch !== undefined) throw preconditionFailed();
    if (!(error instanceof Replay)) throw error;
    const { status, body: text, headers } = error.answer;
    return { status, body: text, headers: { ...headers, 'idempotency-replayed': 'true' } };
  }
}

/** Calls the use case for the company in the path, or for the key. */
async function run(
  c: Context,
  operation: Operation,
  ctx: KeyContext,
  input: Record<string, unknown>,
): Promise<unknown> {
  const result =
    operation.on === 'key'
      ? await operation.run(ctx, input)
      : await operation.run(tenantContextOfKey(ctx, companyOf(c)), input);
  return operation.output.parse(result);
}

function companyOf(c: Context): string {
  const id = OrganisationId.safeParse(c.req.param('companyId'));
  if (!id.success) throw notFound();
  return id.data;
}
