import type { JsonSchema } from './json-schema.ts';
import { type Operation, takesFile } from './operation.ts';

type Responses = Record<string, JsonSchema>;

const ref = (kind: string, name: string): JsonSchema => ({ $ref: `#/components/${kind}/${name}` });
const header = (name: string, description: string, schema: JsonSchema, example: unknown, required = false) => ({
  name,
  in: 'header',
  required,
  description,
  schema,
  example,
});

/** What query parameters mean; one name means the same in every list. */
export const QUERY_WORDS: Readonly<Record<string, string>> = {
  cursor: 'The `nextCursor` of the page before.',
  limit: 'Items on a page.',
  search: 'Words to look for.',
  licenceId: 'Only what follows from this licence.',
  type: 'Only this kind.',
  includeWithdrawn: 'With those that were withdrawn.',
  status: 'Only these states, separated by commas.',
  clause: 'Only this clause with its letter (`12b`), a whole provision (`12`), or other law (`X3`).',
  dutyId: 'Only this duty.',
  from: 'First day of the date that the list is sorted by.',
  to: 'Last day of the date that the list is sorted by.',
  provisional: 'Only dates that are provisional, or only those that are settled.',
  removed: 'Items that no rule asks for any more; those that somebody has worked on are always shown.',
  sort: 'By the date of the list, or with a minus latest first. A cursor is good for the order that gave it.',
  post: 'Only people who hold this post.',
  list: 'Only this list of the roster.',
  personId: 'Only what is about this person.',
  on: 'As it stands on this day.',
  knownOn: 'As it was recorded at the end of this day.',
  state: 'Only this state.',
  forDay: 'Day for which the answers are to count.',
  until: 'Last day to look at.',
  assignee: '`me`, `none`, or the id of a user.',
  workState: 'Only these states of the work, separated by commas.',
  overdue: 'Only what is past its date and still to do, or all others.',
  waiverPending: 'Only what waits for the second person of a waiver, or all others.',
  hasEvidence: 'Only what has evidence, or all others.',
  missed: 'Only what was missed by a limit of law, or all others.',
  review: 'Only reviews of standing duties, or all others.',
  kind: 'Only this kind of work.',
  occurrenceId: 'Only work that serves this occurrence.',
  eventId: 'Only work that hangs on this event or follows from it.',
  open: 'Only work that has not ended, or only what has.',
  responsible: 'Whose work: `me`, `none`, or the id of a user where other people are offered.',
  waitsOn: 'Only what waits for this side.',
  year: 'Only this year.',
  column: 'Only these columns, separated by commas.',
};

/** Headers that requests of several operations take, by their name in the document. */
export const PARAMETERS: Readonly<Record<string, JsonSchema>> = {
  RequestId: header(
    'X-Request-Id',
    'Your own name for this request: 8 to 64 letters, digits or `_.:-`. It comes back in the answer, in problems and in the audit log; otherwise the product makes one.',
    { type: 'string', pattern: '^[\\w.:-]{8,64}$' },
    'erp-2026-11-24-000017',
  ),
  TestClock: header(
    'X-Test-Clock',
    'With a test key: the moment in which this call happens, to rehearse what comes. Refused with a live key.',
    { type: 'string', format: 'date-time' },
    '2027-03-01T09:30:00+08:00',
  ),
  IdempotencyKey: header(
    'Idempotency-Key',
    'A value of its own for each act, such as a UUID, and the same one when you try again: for 7 days the act happens once, and a repeated request gets the first answer with `Idempotency-Replayed: true`. It belongs to the API key.',
    { type: 'string', minLength: 1, maxLength: 255, pattern: '^[\\x21-\\x7e]+$' },
    '3f0c1f5e-6f0a-4a52-9a0c-6f3f7e1b2c3d',
    true,
  ),
  OptionalIdempotencyKey: header(
    'Idempotency-Key',
    'As for POST; it may be left out here, because `If-Match` already keeps a repeated request from changing anything twice.',
    { type: 'string', minLength: 1, maxLength: 255, pattern: '^[\\x21-\\x7e]+$' },
    '3f0c1f5e-6f0a-4a52-9a0c-6f3f7e1b2c3d',
  ),
  IfMatch: header(
    'If-Match',
    'The ETag of the object as you read it, or `"v<version>"`.',
    { type: 'string' },
    '"v3"',
    true,
  ),
  IfNoneMatch: header(
    'If-None-Match',
    'An ETag that you have: when nothing is new the answer is 304, without a body, and does not count against the limit.',
    { type: 'string' },
    '"v3-Zx3mPq8sT1uVwXyZ01234A"',
  ),
};

/** Headers of answers, by their name in the document. */
export const HEADERS: Readonly<Record<string, JsonSchema>> = {
  RequestId: { description: 'The name of this request.', schema: { type: 'string' } },
  ApiVersion: { description: 'Major version.', schema: { type: 'string', example: 'v1' } },
  RateLimit: {
    description: 'Requests left and seconds until the window begins anew (draft-ietf-httpapi-ratelimit-headers).',
    schema: { type: 'string', example: '"default";r=598;t=30' },
  },
  RateLimitPolicy: {
    description: 'Requests of one key in a window of seconds, over all servers.',
    schema: { type: 'string', example: '"default";q=600;w=60' },
  },
  ETag: {
    description: 'Names this representation.',
    schema: { type: 'string', example: '"v3-Zx3mPq8sT1uVwXyZ01234A"' },
  },
  Location: { description: 'Address of what was made.', schema: { type: 'string' } },
  Replayed: {
    description: '`true`: the act happened before; this is its first answer.',
    schema: { type: 'string', enum: ['true'] },
  },
  RetryAfter: { description: 'Seconds to wait.', schema: { type: 'integer' } },
};

const ALWAYS = {
  'X-Request-Id': ref('headers', 'RequestId'),
  'X-Api-Version': ref('headers', 'ApiVersion'),
  RateLimit: ref('headers', 'RateLimit'),
  'RateLimit-Policy': ref('headers', 'RateLimitPolicy'),
};

/** The headers that an operation takes. */
export function headerParametersOf({ method, ifMatch, single }: Operation): JsonSchema[] {
  const names = ['RequestId', 'TestClock'];
  if (method === 'post') names.push('IdempotencyKey');
  if (method === 'put') names.push('OptionalIdempotencyKey');
  if (ifMatch !== undefined) names.push('IfMatch');
  if (single) names.push('IfNoneMatch');
  return names.map((name) => ref('parameters', name));
}

/** What an operation may answer. */
export function responsesOf(operation: Operation, hasPlace: boolean): Responses {
  const { method, single, created, ifMatch, mayConflict, outputName } = operation;
  const problem = (description: string, more: JsonSchema = {}) => ({
    description,
    ...(Object.keys(more).length > 0 ? { headers: more } : {}),
    content: { 'application/problem+json': { schema: ref('schemas', 'Problem') } },
  });
  const writes = method !== 'get';
  const done = {
    ...ALWAYS,
    ...(single ? { ETag: ref('headers', 'ETag') } : {}),
    ...(created ? { Location: ref('headers', 'Location') } : {}),
    ...(writes ? { 'Idempotency-Replayed': ref('headers', 'Replayed') } : {}),
  };
  const retry = { 'Retry-After': ref('headers', 'RetryAfter') };
  return {
    [created ? 201 : 200]: {
      description: 'Done.',
      headers: done,
      content: operation.givesFile ? FILE_CONTENT : { 'application/json': { schema: ref('schemas', outputName) } },
    },
    ...(single ? { 304: { description: 'Nothing is new.', headers: done } } : {}),
    400: problem(
      writes
        ? 'A header is missing or wrong, the request has a query, or the body is no JSON object.'
        : 'A query parameter or a header is wrong.',
    ),
    401: problem('No valid key.'),
    403: problem('The key lacks the scope, or may only read the company.'),
    ...(hasPlace ? { 404: problem('Not there, or not open to the key.') } : {}),
    ...(writes
      ? {
          409: problem(
            mayConflict
              ? 'It is there already or was changed; or a request with the same Idempotency-Key is at work.'
              : 'A request with the same Idempotency-Key is at work.',
            retry,
          ),
          413: problem('The body is too large.'),
          415: problem(
            takesFile(operation)
              ? 'The file is of no kind that is taken, or is not what its name says.'
              : 'The body is not application/json.',
          ),
          422: problem(
            'A field of the body is wrong (`errors` names each place), or the Idempotency-Key was used for another request.',
          ),
        }
      : {}),
    ...(ifMatch === undefined
      ? {}
      : {
          412: problem('The object has changed since it was read.'),
          428: problem('If-Match is missing.'),
        }),
    429: problem('Too many requests.', { ...ALWAYS, ...retry }),
  };
}

const BYTES = { type: 'string', contentMediaType: 'application/octet-stream' };
const FILE_CONTENT = { 'application/octet-stream': { schema: BYTES } };

/** One file, in a form or bare. */
export const FILE_BODY = {
  'multipart/form-data': {
    schema: { type: 'object', required: ['file'], properties: { file: { ...BYTES, description: 'The file.' } } },
  },
  ...FILE_CONTENT,
};

/** Where a bare file has its name. */
export const FILE_NAME = {
  name: 'name',
  in: 'query',
  required: false,
  description: 'Name of the file with its ending, when the body is the bare file.',
  schema: { type: 'string' },
};
