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
import {
  FILE_BODY,
  FILE_NAME,
  HEADERS,
  headerParametersOf,
  PARAMETERS,
  QUERY_WORDS,
  responsesOf,
} from './document-parts.ts';
import { inputSchema, type JsonSchema, SchemaCollection } from './json-schema.ts';
import { fullPath, type Operation, pathParameters, takesFile } from './operation.ts';
import { Problem } from './problem.ts';
import { queryParameters } from './query.ts';

const TAGS = [
  { name: 'companies', description: 'Companies (持证企业) that the key may act for.' },
  { name: 'licences', description: 'Licences (许可证): registered from a document or from fields, and read.' },
  { name: 'facts', description: 'Facts (事实): answers about the company that rules depend on, and open questions.' },
  { name: 'events', description: 'Trigger events (触发事件): happenings that start clocks.' },
  {
    name: 'people',
    description: 'People (人员) with contracts, posts and proofs, and the staffing checks. Numbers are masked.',
  },
  {
    name: 'occurrences',
    description: 'Occurrences (义务事项): dated duties, each with the derivation of its dates; work and evidence.',
  },
  {
    name: 'workflows',
    description: 'Workflows (办理流程): renewals, changes, annual reports, step by step from the start to the receipt.',
  },
  {
    name: 'rules',
    description:
      'Rules (规则): the release of the rulebook that a company goes by, its own duties, and what was known on a day.',
  },
  { name: 'files', description: 'Files (文件): uploaded once, then attached as evidence or receipts.' },
  { name: 'sandbox', description: 'Sandbox companies (沙盒企业): for rehearsals, with a clock that can be moved.' },
];

/** The types of the library stop at OpenAPI 3.0, which has no SPDX identifier. */
const PROPRIETARY: { name: string } = Object.freeze({ name: 'Proprietary', identifier: 'LicenseRef-Proprietary' });

const DESCRIPTION = `Licences, facts, trigger events and lawful dates for the ERP of a holder of PRC value-added telecom licences.

Send a key as \`Authorization: Bearer zq_live_…\`. Dates are civil dates of China (\`YYYY-MM-DD\`), moments are RFC 3339 in UTC.
Lists take \`limit\` and \`cursor\`; \`nextCursor\` is null on the last page. Unknown parameters and fields are refused.
Errors are \`application/problem+json\` (RFC 9457) in Chinese, or in English by \`Accept-Language\`. New members may come to answers at any time.

Every POST needs an \`Idempotency-Key\`: repeated within 7 days it happens once. What is read alone has an \`ETag\`: \`If-None-Match\` saves a read, \`If-Match\` is needed to change it.
A key may make 600 requests a minute over all servers; \`RateLimit\` says what is left. A test key (\`zq_test_…\`) works for sandbox companies only, and a live key for all others only; with a test key \`X-Test-Clock\` moves the day.

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
    parameters: [...pathParametersOf(operation), ...queryParametersOf(operation), ...headerParametersOf(operation)],
    responses: responsesOf(operation, pathParameters(operation).length > 0),
  } as unknown as RouteConfig);
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
    if (operation.method === 'get') continue;
    const entry = document.paths[fullPath(operation)]?.[operation.method];
    if (entry)
      entry.requestBody = { required: true, content: takesFile(operation) ? FILE_BODY : json(requestName(operation)) };
  }
  return {
    ...document,
    components: {
      securitySchemes: {
        apiKey: { type: 'http', scheme: 'bearer', description: 'A key of an organisation, made in the admin app.' },
      },
      parameters: PARAMETERS,
      headers: HEADERS,
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
    if (!operation.givesFile) schemas.answer(operation.outputName, operation.output);
    if (operation.method === 'get' || takesFile(operation)) continue;
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
  if (takesFile(operation)) return [FILE_NAME];
  if (operation.method !== 'get') return [];
  const inPath = pathParameters(operation);
  return queryParameters(operation.input)
    .filter(({ name }) => !inPath.includes(name))
    .map((parameter) => ({
      ...parameter,
      in: 'query',
      description: QUERY_WORDS[parameter.name],
      ...(parameter.schema.type === 'array' ? { style: 'form', explode: false } : {}),
    }));
}

function json(name: string) {
  return { 'application/json': { schema: { $ref: `#/components/schemas/${name}` } } };
}

function requestName(operation: Operation): string {
  return `${operation.id.charAt(0).toUpperCase()}${operation.id.slice(1)}Request`;
}

/** The input of the use case without what is in the path or in a header. */
function bodyOf(operation: Operation): z.ZodObject {
  const elsewhere = [...pathParameters(operation), operation.ifMatch];
  return z.strictObject(
    Object.fromEntries(Object.entries(operation.input.shape).filter(([name]) => !elsewhere.includes(name))),
  );
}
