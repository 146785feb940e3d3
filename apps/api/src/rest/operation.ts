import type { ZodObject, ZodType } from 'zod';
import type { ApiScope } from '../auth/api-scopes.ts';
import type { KeyContext, TenantContext } from '../context.ts';

/** What every operation says about itself. */
interface OperationBase<Output> {
  method: 'get' | 'post' | 'put';
  /** Name for programs, in camel case. */
  id: string;
  tag:
    | 'companies'
    | 'licences'
    | 'facts'
    | 'events'
    | 'people'
    | 'occurrences'
    | 'workflows'
    | 'rules'
    | 'files'
    | 'sandbox';
  scope: ApiScope;
  summary: string;
  description: string;
  /** Input of the use case. Members with the name of a path parameter come from the path, the others from query or body. */
  input: ZodObject;
  output: ZodType<Output>;
  /** Name of the answer in the OpenAPI document. */
  outputName: string;
  /** Answered with 201, and with the address of what was made, relative to the company, when it has one. */
  created?: (output: Output) => string | null;
  /** The body may hold a document. */
  takesDocument?: boolean;
  /** It may clash with what is there. */
  mayConflict?: boolean;
  /** It answers with a file. */
  givesFile?: boolean;
  /** It reads one thing: the answer has an ETag, with this version of the thing when it has one. */
  single?: { version: ((output: Output) => number) | null };
  /** Member of the input with the version that the caller has met; it comes in `If-Match` and not in the body. */
  ifMatch?: string;
}

/** An operation on one company: its path begins behind `/companies/{companyId}`. */
export interface CompanyOperation<Output = unknown> extends OperationBase<Output> {
  on: 'company';
  path: `/${string}` | '';
  /** The body is a file. This refuses who may not send one, before the first byte is read. */
  takesFile?: (ctx: TenantContext) => Promise<void>;
  run: (ctx: TenantContext, input: unknown) => Promise<Output>;
}

/** An operation of the key itself, or on what is the same for all companies. */
export interface KeyOperation<Output = unknown> extends OperationBase<Output> {
  on: 'key';
  path: `/${string}`;
  run: (ctx: KeyContext, input: unknown) => Promise<Output> | Output;
}

export type Operation = CompanyOperation | KeyOperation;

/** Lets each operation keep the type of its own answer while lists of them forget it. */
export function companyOperation<Output>(operation: Omit<CompanyOperation<Output>, 'on'>): CompanyOperation {
  return { ...operation, on: 'company' } as unknown as CompanyOperation;
}

export function keyOperation<Output>(operation: Omit<KeyOperation<Output>, 'on'>): KeyOperation {
  return { ...operation, on: 'key' } as unknown as KeyOperation;
}

/** Path behind `/api/v1`, with its parameters in braces. */
export function fullPath(operation: Operation): string {
  return operation.on === 'company' ? `/companies/{companyId}${operation.path}` : operation.path;
}

/** Names of the parameters in a path. */
export function pathParameters(operation: Operation): string[] {
  return [...fullPath(operation).matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '');
}

/** Whether the body of an operation is a file. */
export function takesFile(
  operation: Operation,
): operation is CompanyOperation & Required<Pick<CompanyOperation, 'takesFile'>> {
  return operation.on === 'company' && operation.takesFile !== undefined;
}
