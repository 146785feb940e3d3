import { type DestinationStream, type Logger as PinoLogger, pino, stdTimeFunctions } from 'pino';
import { postgresErrorOf } from './db/database-errors.ts';

export type Logger = PinoLogger;

/** Logs as lines of JSON. Personal data, tokens, SQL and its parameters stay out: errors pass through `errorForLog`. */
export function createLogger(options: { name: string; level: string; destination?: DestinationStream }): Logger {
  const settings = {
    name: options.name,
    level: options.level,
    timestamp: stdTimeFunctions.isoTime,
    serializers: { err: errorForLog },
  };
  return options.destination ? pino(settings, options.destination) : pino(settings);
}

/** What may be logged of an error. Messages of the database carry values of rows and parameters, so they are left out. */
export function errorForLog(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { type: typeof error };
  const database = postgresErrorOf(error);
  if (database) {
    const { code, schema, table, constraint, routine } = database;
    return { type: error.name, sqlState: code, schema, table, constraint, routine, at: placesOf(error) };
  }
  const isQuery = 'query' in error && 'params' in error;
  const cause = error.cause === undefined ? undefined : errorForLog(error.cause);
  return { type: error.name, message: isQuery ? 'query failed' : error.message, at: placesOf(error), cause };
}

/** The stack without its first lines, which repeat the message. */
function placesOf(error: Error): string[] {
  return (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 12)
    .map((line) => line.trim());
}
