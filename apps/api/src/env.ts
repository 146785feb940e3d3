import { z } from 'zod';

const PostgresUrl = z
  .string()
  .regex(/^postgres(ql)?:\/\//, 'must be an address like postgres://login:password@host:port/database');
const Port = z.coerce.number().int().min(0).max(65_535);
const LogLevel = z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']);

/** Folder of the product for what must not lie in the database: master key, notes of audit chains, mails as files. */
const DataFolder = z.string().min(1).optional();

/** Settings of the API process. */
export const ServerEnv = z.object({
  /** Login zq_app. */
  DATABASE_URL: PostgresUrl,
  PORT: Port.default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  /** Folder of the built admin app; without it only the API is served. */
  ADMIN_DIST: z.string().min(1).optional(),
  /** Address under which browsers see the product, when it is not `http://HOST:PORT`. */
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  /** `true` when a proxy of ours sets X-Forwarded-For, so that its last entry is the caller's address. */
  TRUST_PROXY: z.stringbool().default(false),
  DATA_DIR: DataFolder,
  LOG_LEVEL: LogLevel.default('info'),
});

/** Settings of the worker process. */
export const WorkerEnv = z.object({
  /** Login zq_worker. */
  DATABASE_URL: PostgresUrl,
  /** Login zq_jobs, on the same database. */
  JOBS_DATABASE_URL: PostgresUrl,
  DATA_DIR: DataFolder,
  /** Mail server; without it mails are written to files under DATA_DIR. */
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  /** Sender of the product's mails. */
  MAIL_FROM: z.string().min(3).max(254).default('zhengqi@localhost'),
  /** Address that links in mails lead to. */
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).default('http://localhost:3000'),
  LOG_LEVEL: LogLevel.default('info'),
});

export type WorkerEnv = z.infer<typeof WorkerEnv>;

/**
 * Reads the settings of a process.
 * @throws Error with one line that names every setting that is missing or wrong, never its value
 */
export function readEnv<Output>(
  schema: z.ZodType<Output>,
  environment: Readonly<Record<string, string | undefined>>,
): Output {
  const result = schema.safeParse(environment);
  if (result.success) return result.data;
  const problems = result.error.issues.map((issue) =>
    environment[String(issue.path[0])] === undefined
      ? `${issue.path.join('.')} is not set`
      : `${issue.path.join('.')}: ${issue.message}`,
  );
  throw new Error(`settings of the environment: ${problems.join('; ')}`);
}
