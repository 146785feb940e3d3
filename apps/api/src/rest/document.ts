import { createRoute, type OpenAPIHono, type RouteConfig } from '@hono/zod-openapi';
import {
  Bilingual,
  Condition,
  DueRule,
  Duty,
  FieldReading,
  Finding,
  Law,
  Licence,
  Mark,
  Provision,
} from '@zhengqi/obligations';
import { z } from 'zod';
import { ApiScope, SCOPE_LABELS } from '../auth/api-scopes.ts';
import { inputSchema, type JsonSchema, SchemaCollection } from './json-schema.ts';
import { fullPath, type Operation, pathParameters } from './operation.ts';
import { Problem } from './problem.ts';
import { queryParameters } from './query.ts';

type Responses = RouteConfig['responses'];

const TAGS = [
  { name: 'companies', description: 'Companies (持证企业) that the key may act for.' },
  { name: 'licences', description: 'Licences (许可证): registered from a document or from fields, and read.' },
  { name: 'facts', description: 'Facts (事实): answers about the company that rules depend on, and open questions.' },
  { name: 'events', description: 'Trigger events (触发事件): happenings that start clocks.' },
  { name: 'occurrences', description: 'Occurrences (义务事项): dated duties, each with the derivation of its dates.' },
];

/** The types of the library stop at OpenAPI 3.0, which has no SPDX identifier. */
const PROPRIETARY: { name: string } = Object.freeze({ name: 'Proprietary', identifier: 'LicenseRef-Proprietary' });

const DESCRIPTION = `Licences, facts, trigger events and lawful dates for the ERP of a holder of PRC value-added telecom licences.

Send a key as \`Authorization: Bearer zq_live_…\`. Dates are civil dates of China (\`YYYY-MM-DD\`), moments are RFC 3339 in UTC.
Lists take \`limit\` and \`cursor\`; \`nextCursor\` is null on the last page. Unknown parameters and fields are refused.
Errors are \`application/problem+json\` (RFC 9457) in Chinese, or in English by \`Accept-Language\`. New members may come to answers at any time.

Scopes: ${ApiScope.options.map((scope) => `\`${scope}\` (${SCOPE_LABELS[scope].en})`).join(', ')}.`;

/** An operation as the router and the document take it. Bodies are not checked by the router: the use case does that. */
export function routeOf(operation: Operation) {
  return createRoute({
    method: operation.method,
    path: fullPath(operation),
    operationId: operation.id,
    tags: [operation.tag],
    summary: operation.summary,
    description: `${operation.description}\n\nScope: \`${operation.scope}\`.`,
    security: [{ apiKey: [] }],
    parameters: [...pathParametersOf(operation), ...queryParametersOf(operation)],
    responses: responsesOf(operation),
  } as RouteConfig);
}

/** The whole document. Bodies of requests are put in here, so that the router does not see and check them. */
export function openApiDocument(app: OpenAPIHono, operations: readonly Operation[]): JsonSchema {
  const document = app.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: '证期 Zhengqi API',
      version: '1.0.0',
      description: DESCRIPTION,
      license: PROPRIETARY,
    },
    servers: [{ url: '/api/v1', description: 'This installation' }],
    tags: TAGS,
  }) as unknown as JsonSchema & { paths: Record<string, Record<string, JsonSchema>> };
  for (const operation of operations) {
    if (operation.method !== 'post') continue;
    const entry = document.paths[fullPath(operation)]?.[operation.method];
    if (entry) entry.requestBody = { required: true, content: json(requestName(operation)) };
  }
  return {
    ...document,
    components: {
      securitySchemes: {
        apiKey: { type: 'http', scheme: 'bearer', description: 'A key of an organisation, made in the admin app.' },
      },
      schemas: schemasOf(operations),
    },
  };
}

function schemasOf(operations: readonly Operation[]): Record<string, JsonSchema> {
  const schemas = new SchemaCollection();
  const models = {
    Bilingual,
    Condition,
    DueRule,
    Duty,
    FieldReading,
    Finding,
    Law,
    LicenceFields: Licence,
    Mark,
    Provision,
  };
  for (const [name, schema] of Object.entries(models)) schemas.answer(name, schema);
  schemas.answer('Problem', Problem);
  for (const operation of operations) {
    schemas.answer(operation.outputName, operation.output);
    if (operation.method !== 'post') continue;
    schemas.request(requestName(operation), bodyOf(operation));
  }
  return schemas.components();
}

function pathParametersOf(operation: Operation) {
  return pathParameters(operation).map((name) => ({
    name,
    in: 'path',
    required: true,
    description: name === 'companyId' ? 'Id of the company.' : 'Id of the object in that company.',
    schema: {
      type: 'string',
      ...(operation.input.shape[name] ? idSchema(operation, name) : { pattern: '^org_[0-9a-f]{32}$' }),
    },
  }));
}

function idSchema(operation: Operation, name: string): JsonSchema {
  return (inputSchema(operation.input) as { properties: Record<string, JsonSchema> }).properties[name] ?? {};
}

function queryParametersOf(operation: Operation) {
  if (operation.method !== 'get') return [];
  const inPath = pathParameters(operation);
  return queryParameters(operation.input)
    .filter(({ name }) => !inPath.includes(name))
    .map((parameter) => ({
      ...parameter,
      in: 'query',
      ...(parameter.schema.type === 'array' ? { style: 'form', explode: false } : {}),
    }));
}

function responsesOf(operation: Operation): Responses {
  const problem = (description: string) => ({
    description,
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  });
  const hasPlace = pathParameters(operation).length > 0;
  const isPost = operation.method === 'post';
  return {
    [operation.created ? 201 : 200]: { description: 'Done.', content: json(operation.outputName) },
    400: problem(isPost ? 'The request has a query, or the body is no JSON object.' : 'A query parameter is wrong.'),
    401: problem('No valid key.'),
    403: problem('The key lacks the scope, or may only read the company.'),
    ...(hasPlace ? { 404: problem('Not there, or not open to the key.') } : {}),
    ...(operation.mayConflict ? { 409: problem('It is there already, or was changed.') } : {}),
    ...(isPost
      ? {
          413: problem('The body is too large.'),
          415: problem('The body is not application/json.'),
          422: problem('A field of the body is wrong; `errors` names each place.'),
        }
      : {}),
    429: problem('Too many requests.'),
  } as Responses;
}

function json(name: string) {
  return { 'application/json': { schema: { $ref: `#/components/schemas/${name}` } } };
}

function requestName(operation: Operation): string {
  return `${operation.id.charAt(0).toUpperCase()}${operation.id.slice(1)}Request`;
}

/** The input of the use case without what is in the path. */
function bodyOf(operation: Operation): z.ZodObject {
  const inPath = pathParameters(operation);
  return z.strictObject(
    Object.fromEntries(Object.entries(operation.input.shape).filter(([name]) => !inPath.includes(name))),
  );
}
