import { getHTTPStatusCodeFromError } from '@trpc/server/http';
import type { Language } from '@zhengqi/obligations';
import type { AppErrorCode, FieldError } from '../errors.ts';
import { z } from 'zod';
import { toAppError, toTRPCError } from '../trpc/map-errors.ts';
import { PROBLEM_TITLES } from './problem-types.ts';

export const PROBLEMS_PATH = '/api/v1/problems';

/** An error as RFC 9457 writes it. */
export const Problem = z.strictObject({
  /** Address of a page about this kind of problem. */
  type: z.string(),
  title: z.string(),
  status: z.int(),
  /** What is wrong this time, in the language asked for. */
  detail: z.string(),
  /** This very answer. */
  instance: z.string(),
  /** The kind of problem, for programs. */
  code: z.string(),
  requestId: z.string(),
  errors: z
    .array(
      z.strictObject({
        /** Place in the body as a JSON pointer. */
        pointer: z.string().optional(),
        /** Name of the query parameter. */
        parameter: z.string().optional(),
        /** Name of the header. */
        header: z.string().optional(),
        detail: z.string(),
      }),
    )
    .optional(),
  retryAfterSeconds: z.int().optional(),
});
type Problem = z.infer<typeof Problem>;

/** Where the input of a failed call came from: it decides how a place is named, and the status. */
export type InputSource = 'query' | 'header' | 'body';

/** The answer to a failed call. */
export function problemAnswer(
  error: unknown,
  about: { requestId: string; instance: string; language: Language; source: InputSource },
): { code: AppErrorCode; response: Response } {
  const { code, text, fields, retryAfterSeconds } = toAppError(error);
  const status =
    code === 'invalid-input' && about.source === 'body' ? 422 : getHTTPStatusCodeFromError(toTRPCError(error));
  const problem: Problem = {
    type: `${PROBLEMS_PATH}/${code}`,
    title: (PROBLEM_TITLES[code] ?? text)[about.language],
    status,
    detail: text[about.language],
    instance: `urn:uuid:${about.instance}`,
    code,
    requestId: about.requestId,
    ...(fields.length > 0 ? { errors: fields.map((field) => placeOf(field, about)) } : {}),
    ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
  };
  const headers = new Headers({
    'content-type': 'application/problem+json; charset=utf-8',
    'content-language': about.language,
    vary: 'accept-language',
  });
  if (status === 401) headers.set('www-authenticate', 'Bearer realm="zhengqi"');
  if (retryAfterSeconds !== undefined) headers.set('retry-after', String(retryAfterSeconds));
  return { code, response: new Response(JSON.stringify(problem), { status, headers }) };
}

function placeOf({ path, message }: FieldError, about: { language: Language; source: InputSource }) {
  const detail = message[about.language];
  if (about.source === 'header') return { header: path, detail };
  if (about.source === 'query') return { parameter: path.split('.')[0] ?? '', detail };
  // A key with a dot in it cannot be told from a step down; none of our fields has one.
  const steps = path === '' ? [] : path.split('.');
  return {
    pointer: `#${steps.map((step) => `/${step.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')}`,
    detail,
  };
}
