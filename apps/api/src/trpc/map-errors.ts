import { TRPCError, type TRPCDefaultErrorShape } from '@trpc/server';
import type { Bilingual } from '@zhengqi/obligations';
import { ZodError } from 'zod';
import { appErrorOfDatabase } from '../db/database-errors.ts';
import { AppError, type AppErrorCode, type FieldError, invalidInput } from '../errors.ts';
import { fieldErrorOf } from '../parse-input.ts';

const TRPC_CODES = {
  'invalid-input': 'BAD_REQUEST',
  unauthenticated: 'UNAUTHORIZED',
  forbidden: 'FORBIDDEN',
  'not-found': 'NOT_FOUND',
  conflict: 'CONFLICT',
  'too-many-attempts': 'TOO_MANY_REQUESTS',
  'payload-too-large': 'PAYLOAD_TOO_LARGE',
  'unsupported-media-type': 'UNSUPPORTED_MEDIA_TYPE',
  'method-not-allowed': 'METHOD_NOT_SUPPORTED',
  'idempotency-key-missing': 'BAD_REQUEST',
  'idempotency-key-reused': 'UNPROCESSABLE_CONTENT',
  'request-in-progress': 'CONFLICT',
  'precondition-required': 'PRECONDITION_REQUIRED',
  'precondition-failed': 'PRECONDITION_FAILED',
  'insecure-origin': 'PRECONDITION_FAILED',
  'step-up-required': 'FORBIDDEN',
  'set-up-closed': 'CONFLICT',
  unavailable: 'SERVICE_UNAVAILABLE',
  internal: 'INTERNAL_SERVER_ERROR',
} as const satisfies Record<AppErrorCode, TRPCError['code']>;

/** What a client finds under `error.data.app`. */
export interface AppErrorData {
  code: AppErrorCode;
  message: Bilingual;
  fields: readonly FieldError[];
  requestId: string;
  retryAfterSeconds?: number;
}

const INTERNAL: Bilingual = {
  zh: '服务器内部错误，请稍后重试；如持续出现，请提供请求编号。',
  en: 'Something went wrong on our side; try again, and name the request id if it stays.',
};

/** Any error as one that a caller may see. The one place where errors meet the transport. */
export function toAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  if (error instanceof TRPCError) return ofTRPC(error);
  if (error instanceof ZodError) return invalidInput(error.issues.map(fieldErrorOf));
  return appErrorOfDatabase(error) ?? new AppError('internal', INTERNAL, { cause: error });
}

/** The same, as tRPC wants it thrown. */
export function toTRPCError(error: unknown): TRPCError {
  const cause = toAppError(error);
  return new TRPCError({ code: TRPC_CODES[cause.code], message: cause.text.en, cause });
}

function ofTRPC(error: TRPCError): AppError {
  // Wrong output is our fault, wrong input the caller's; both arrive as a zod error inside.
  if (error.code === 'INTERNAL_SERVER_ERROR') {
    if (error.cause === undefined || error.cause instanceof ZodError)
      return new AppError('internal', INTERNAL, { cause: error.cause });
    return toAppError(error.cause);
  }
  if (error.cause instanceof AppError || error.cause instanceof ZodError) return toAppError(error.cause);
  if (error.code === 'NOT_FOUND')
    return new AppError('not-found', { zh: '没有这个接口。', en: 'There is no such procedure.' });
  if (error.code === 'PAYLOAD_TOO_LARGE')
    return new AppError('payload-too-large', { zh: '请求过大。', en: 'The request is too large.' });
  return new AppError('invalid-input', { zh: '请求格式有误。', en: 'The request is not well formed.' });
}

/** The answer to a failed call: no stack, no SQL, no parameter; a code, words in both languages, places, request id. */
export function errorShape(shape: TRPCDefaultErrorShape, error: TRPCError, requestId: string) {
  const { code, text, fields, retryAfterSeconds } = toAppError(error);
  const app: AppErrorData = {
    code,
    message: text,
    fields,
    requestId,
    ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
  };
  const { path, httpStatus } = shape.data;
  const data = { code: shape.data.code, httpStatus, ...(path === undefined ? {} : { path }), app };
  return { code: shape.code, message: text.en, data };
}
