import pg from 'pg';
import { AppError, conflict } from '../errors.ts';

/** SQLSTATEs (and classes of them) that mean "not now": time-outs, lost or refused connections, shutdown. */
const NOT_NOW = new Set([
  '57014',
  '55P03',
  '25P03',
  '25P04',
  '57P01',
  '57P02',
  '57P03',
  '57P05',
  '53300',
  '40001',
  '40P01',
]);
const UNIQUE_VIOLATION = '23505';
const READ_ONLY_TRANSACTION = '25006';
const ROW_SECURITY_VIOLATION = '42501';

const UNIQUE_MESSAGES: Readonly<Record<string, () => AppError>> = {
  licence_number_unique: () =>
    conflict('该许可证编号已登记。', 'A licence with this number is registered already.', [
      { path: 'licence.number', message: { zh: '该编号已登记。', en: 'This number is registered already.' } },
    ]),
};

/** The PostgreSQL error inside an error: drizzle wraps it, and its message carries statement and parameters. */
export function postgresErrorOf(error: unknown): pg.DatabaseError | undefined {
  for (let e = error, depth = 0; e instanceof Error && depth < 5; e = e.cause, depth += 1) {
    if (e instanceof pg.DatabaseError) return e;
  }
  return undefined;
}

/** An error of the database as one that a caller may see; undefined when it is a fault of ours. */
export function appErrorOfDatabase(error: unknown): AppError | undefined {
  const found = postgresErrorOf(error);
  if (found?.code === UNIQUE_VIOLATION) return UNIQUE_MESSAGES[found.constraint ?? '']?.();
  // Row security refused what the use case allowed: the right ended between the two.
  if (found?.code === ROW_SECURITY_VIOLATION || found?.code === READ_ONLY_TRANSACTION) return undefined;
  if (found ? NOT_NOW.has(found.code ?? '') || found.code?.startsWith('08') : isConnectionError(error)) {
    return new AppError(
      'unavailable',
      { zh: '数据库暂时不可用，请稍后重试。', en: 'The database is not available just now; try again shortly.' },
      { cause: error },
    );
  }
  return undefined;
}

/** Errors of the driver itself: no connection, or the one in use died. They have no SQLSTATE. */
function isConnectionError(error: unknown): boolean {
  for (let e = error, depth = 0; e instanceof Error && depth < 5; e = e.cause, depth += 1) {
    const code = 'code' in e ? String(e.code) : '';
    if (['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND'].includes(code)) return true;
    if (/Connection terminated|connection error|timeout exceeded when trying to connect/i.test(e.message)) return true;
  }
  return false;
}
