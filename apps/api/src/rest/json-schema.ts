import { z } from 'zod';

/** A JSON Schema (2020-12), which is also the schema language of OpenAPI 3.1. */
export type JsonSchema = { [key: string]: unknown };

/** Named schemas of answers and of requests, as they go into the OpenAPI document. */
export class SchemaCollection {
  private readonly answers = z.registry<{ id: string }>();
  private readonly requests = z.registry<{ id: string }>();

  /** Names the schema of an answer; parts that are named too become references. */
  answer(id: string, schema: z.ZodType): void {
    if (!this.answers.has(schema)) this.answers.add(schema, { id });
  }

  request(id: string, schema: z.ZodType): void {
    if (!this.requests.has(schema)) this.requests.add(schema, { id });
  }

  /** All of them by name. */
  components(): Record<string, JsonSchema> {
    const uri = (id: string) => `#/components/schemas/${id}`;
    const answers = z.toJSONSchema(this.answers, { io: 'output', uri, unrepresentable: 'any' }).schemas;
    const requests = z.toJSONSchema(this.requests, { io: 'input', uri, unrepresentable: 'any' }).schemas;
    return {
      // New members may come to answers at any time: a client must not break on them.
      ...mapValues(answers, (schema) => tidy(schema as JsonSchema, true)),
      ...mapValues(requests, (schema) => tidy(schema as JsonSchema, false)),
    };
  }
}

/** JSON Schema of what a caller sends for a Zod schema. */
export function inputSchema(schema: z.ZodType): JsonSchema {
  return tidy(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as JsonSchema, false);
}

/** Without the marks of a stand-alone document; and open for members to come, when asked. */
function tidy(schema: JsonSchema, isOpen: boolean): JsonSchema {
  const clean = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(clean);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).flatMap(([key, member]) =>
        key === '$schema' || key === '$id' || (isOpen && key === 'additionalProperties' && member === false)
          ? []
          : [[key, clean(member)]],
      ),
    );
  };
  return clean(schema) as JsonSchema;
}

function mapValues<A, B>(record: Record<string, A>, change: (value: A) => B): Record<string, B> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}
