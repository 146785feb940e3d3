import type { z } from 'zod';
import { type FieldError, invalidInput } from '../errors.ts';
import { inputSchema, type JsonSchema } from './json-schema.ts';

/** A query parameter of an operation. */
export interface QueryParameter {
  name: string;
  required: boolean;
  schema: JsonSchema;
}

/** The members of a use case's input as query parameters. */
export function queryParameters(input: z.ZodObject): QueryParameter[] {
  const { properties = {}, required = [] } = inputSchema(input) as {
    properties?: Record<string, JsonSchema>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    required: required.includes(name),
    schema: withoutNull(schema),
  }));
}

/**
 * Query parameters as the use case takes them. A text that is no number stays a text, about which the use case says what
 * is wrong.
 * @throws AppError `invalid-input` naming each parameter that does not exist or is given twice
 */
export function decodeQuery(parameters: readonly QueryParameter[], query: URLSearchParams): Record<string, unknown> {
  const errors: FieldError[] = [];
  const input: Record<string, unknown> = {};
  for (const name of new Set(query.keys())) {
    const parameter = parameters.find((known) => known.name === name);
    const values = query.getAll(name);
    if (!parameter) {
      errors.push({ path: name.slice(0, 100), message: { zh: '没有这个参数。', en: 'There is no such parameter.' } });
    } else if (parameter.schema.type === 'array') {
      input[name] = values.flatMap((value) => value.split(','));
    } else if (values.length > 1) {
      errors.push({
        path: name,
        message: { zh: '该参数只能出现一次。', en: 'This parameter may be given once only.' },
      });
    } else input[name] = decode(values[0] ?? '', parameter.schema.type);
  }
  if (errors.length > 0) throw invalidInput(errors);
  return input;
}

function decode(value: string, type: unknown): unknown {
  if (type === 'integer' && /^-?\d{1,15}$/.test(value)) return Number(value);
  if (type === 'boolean' && (value === 'true' || value === 'false')) return value === 'true';
  return value;
}

/** A query has no null: what may be null may be left out. */
function withoutNull(schema: JsonSchema): JsonSchema {
  const { anyOf, ...rest } = schema as { anyOf?: JsonSchema[] };
  const others = anyOf?.filter((part) => part.type !== 'null') ?? [];
  return others.length === 1 && others[0] !== undefined ? { ...rest, ...others[0] } : schema;
}
