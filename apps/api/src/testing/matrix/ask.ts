import { randomUUID } from 'node:crypto';
import type { Hono } from 'hono';
import { ORIGIN } from '../product.ts';

/** An answer as it came over HTTP. */
export interface Answer {
  status: number;
  /** Code of the error, or null for a success. */
  code: string | null;
  /** Headers and body. */
  text: string;
}

/** Calls a procedure as a page of the product does. */
export async function askProcedure(
  app: Hono,
  { name, type }: { name: string; type: string },
  input: unknown,
  more: Record<string, string>,
): Promise<Answer> {
  const headers = new Headers({ host: 'localhost:3000', ...more });
  let url = `${ORIGIN}/api/trpc/${name}`;
  const init: RequestInit = { headers };
  if (type === 'mutation') {
    init.method = 'POST';
    init.body = JSON.stringify(input ?? null);
    headers.set('content-type', 'application/json');
    headers.set('origin', ORIGIN);
  } else if (input !== undefined) url += `?input=${encodeURIComponent(JSON.stringify(input))}`;
  return answerOf(await app.request(new Request(url, init)));
}

/** Reads an answer of any interface of the product. */
export async function answerOf(response: Response): Promise<Answer> {
  const text = await response.text();
  const head = [...response.headers].map(([name, value]) => `${name}: ${value}`).join('\n');
  return { status: response.status, code: response.ok ? null : codeIn(text), text: `${head}\n\n${text}` };
}

function codeIn(text: string): string {
  try {
    const body = JSON.parse(text) as { code?: string; error?: { data?: { app?: { code?: string } } } };
    return body.error?.data?.app?.code ?? body.code ?? 'none';
  } catch {
    return 'none';
  }
}

/** An answer without what differs between two equal ones: ids of requests, what is left of a limit, and ids that the caller itself named. */
export function comparable({ status, text }: Answer, named: readonly string[]): string {
  let rest = text;
  for (const id of named) rest = rest.replaceAll(id, 'ID');
  rest = rest.replaceAll(/^(x-)?ratelimit.*\n/gm, '');
  return `${status}\n${rest.replaceAll(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, 'UUID')}`;
}

const ID = /^[a-z]{3}_[0-9a-f]{32}$/;

/** Ids anywhere in an input. */
export function idsIn(value: unknown): string[] {
  if (typeof value === 'string') return ID.test(value) ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(idsIn);
}

/** The same input with ids that do not exist in the place of those that do. */
export function withMissingIds<T>(value: T): T {
  if (typeof value === 'string' && ID.test(value)) {
    return `${value.slice(0, 4)}${randomUUID().replaceAll('-', '')}` as T;
  }
  if (Array.isArray(value)) return value.map(withMissingIds) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, withMissingIds(member)])) as T;
}
