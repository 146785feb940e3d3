import type { Context } from 'hono';
import { type Rate, rateHeaders } from '../auth/api-rate.ts';
import { noteSecurityEvent } from '../auth/security-event.ts';
import type { Services } from '../services.ts';
import type { Answer } from './idempotency.ts';
import { languageOf } from './language.ts';
import type { Operation } from './operation.ts';
import { type InputSource, problemAnswer } from './problem.ts';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** A request on its way: what is known of it so far decides how its failure is told. */
export interface Call {
  requestId: string;
  operation: string;
  source: InputSource;
  ownerId: string | null;
  /** Null until the key is known. */
  rate: Rate | null;
}

/** The answer of an operation that did its work. */
export function answerOf(operation: Operation, output: unknown, companyId: string | undefined): Answer {
  const headers: Record<string, string> = { 'content-type': 'application/json; charset=utf-8' };
  const made = operation.created?.(output) ?? null;
  if (made !== null) headers['location'] = `/api/v1/companies/${companyId ?? ''}${made}`;
  return { status: operation.created ? 201 : 200, body: JSON.stringify(output), headers };
}

/** An answer as it leaves: with the id of the request and where the key stands within its limit. */
export function finished(answer: Omit<Answer, 'body'> & { body: string | null }, { requestId, rate }: Call): Response {
  const headers = { ...answer.headers, 'x-request-id': requestId, ...(rate ? rateHeaders(rate) : {}) };
  return new Response(answer.body, { status: answer.status, headers });
}

/** An answer that is no JSON, as it leaves. */
export function withHeaders(response: Response, { requestId, rate }: Call): Response {
  for (const [name, value] of Object.entries({ 'x-request-id': requestId, ...(rate ? rateHeaders(rate) : {}) }))
    response.headers.set(name, value);
  return response;
}

/** The problem as answer, in the log, and among the security events when somebody with a key was denied. */
export async function refuse(c: Context, services: Services, error: unknown, call: Call): Promise<Response> {
  const { requestId, operation, source, ownerId, rate } = call;
  const language = languageOf(c.req.header('accept-language') ?? null);
  const instance = UUID.test(requestId) ? requestId : services.newId();
  const { code, response } = problemAnswer(error, { requestId, instance, language, source });
  response.headers.set('x-request-id', requestId);
  for (const [name, value] of Object.entries(rate ? rateHeaders(rate) : {})) response.headers.set(name, value);
  if (code === 'internal') services.logger.error({ requestId, instance, operation, err: error }, 'request failed');
  else services.logger.info({ requestId, instance, operation, code }, 'request refused');
  const isDenial = code === 'forbidden' || (code === 'unauthenticated' && c.req.header('authorization') !== undefined);
  if (isDenial) {
    await noteSecurityEvent({ services, requestId }, 'denied', {
      tenantId: ownerId,
      detail: { path: operation, code },
    });
  }
  return response;
}
