import type { Context } from 'hono';
import { AppError, invalidField, notFound } from '../errors.ts';
import { readBody } from '../http/request-body.ts';
import { type Operation, pathParameters } from './operation.ts';

const SMALL_BODY = 256 * 1024;
/** A document of 5 MB as base64 or as text, with the fields. */
const DOCUMENT_BODY = 16 * 1024 * 1024;

/**
 * The ids in the path, as the use case takes them.
 * @throws AppError `not-found`: what is no id cannot be found either
 */
export function readPath(c: Context, operation: Operation): Record<string, string> {
  const names = pathParameters(operation).filter((name) => name in operation.input.shape);
  return Object.fromEntries(
    names.map((name) => {
      const value = c.req.param(name) ?? '';
      if (!operation.input.shape[name]?.safeParse(value).success) throw notFound();
      return [name, value];
    }),
  );
}

/**
 * The body as the use case takes it; it is checked there and nowhere else.
 * @throws AppError `unsupported-media-type`, `payload-too-large`, `invalid-input` for what is no JSON object
 */
export async function readJson(c: Context, operation: Operation): Promise<Record<string, unknown>> {
  const type = (c.req.header('content-type') ?? '').split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/json') {
    throw new AppError('unsupported-media-type', {
      zh: '请求体应为 application/json。',
      en: 'The body must be application/json.',
    });
  }
  const body = parse(await readBody(c.req.raw, operation.takesDocument ? DOCUMENT_BODY : SMALL_BODY));
  if (typeof body === 'object' && body !== null && !Array.isArray(body)) return body as Record<string, unknown>;
  throw new AppError('invalid-input', {
    zh: '请求体应为 UTF-8 编码的 JSON 对象。',
    en: 'The body must be a JSON object in UTF-8.',
  });
}

/** Body, and what address or headers say. A member that is in both is refused: one of them would be ignored. */
export function joined(body: Record<string, unknown>, elsewhere: Record<string, unknown>): Record<string, unknown> {
  const twice = Object.keys(elsewhere).find((name) => Object.hasOwn(body, name));
  if (twice !== undefined) {
    throw invalidField(
      twice,
      '该项已在请求地址或请求头中。',
      'This field is in the address or the headers of the request already.',
    );
  }
  return { ...body, ...elsewhere };
}

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}
