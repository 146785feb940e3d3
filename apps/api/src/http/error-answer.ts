import { getHTTPStatusCodeFromError } from '@trpc/server/http';
import type { Logger } from '../logger.ts';
import { toAppError, toTRPCError } from '../trpc/map-errors.ts';

/** The answer to a request that never reached a procedure, in the shape that procedures' errors have. */
export function errorAnswer(error: unknown, logger: Logger, requestId: string): Response {
  const { code, text, fields } = toAppError(error);
  if (code === 'internal') logger.error({ requestId, err: error }, 'request failed');
  else logger.info({ requestId, code }, 'request refused');
  const mapped = toTRPCError(error);
  const status = getHTTPStatusCodeFromError(mapped);
  const app = { code, message: text, fields, requestId };
  const data = { code: mapped.code, httpStatus: status, app };
  return Response.json({ error: { message: text.en, code: -32600, data } }, { status });
}
