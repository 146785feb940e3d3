import { randomBytes, randomUUID } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { PRC_CALENDAR, RULEBOOK } from '@zhengqi/obligations';
import type { Hono } from 'hono';
import { createApp } from '../app.ts';
import { Sessions } from '../auth/session.ts';
import { newSecret } from '../auth/token.ts';
import type { TenantContext } from '../context.ts';
import { CurrentRules } from '../db/current-rules.ts';
import { createLogger } from '../logger.ts';
import { openOutbound, type Outbound } from '../outbound/post-json.ts';
import type { Services } from '../services.ts';
import { createTestDatabase, type TestDatabase } from './database.ts';
import { arrange } from './people.ts';

/** The product of one test file: its own database, a clock that stands still, and its log as text. */
export interface TestProduct {
  database: TestDatabase;
  services: Services;
  app: Hono;
  /** Moves the clock. */
  setNow(instant: string): void;
  /** Everything logged so far. */
  log(): string;
  /** A new company with its owner, as a use case sees them. */
  company(): Promise<TestCompany>;
  drop(): Promise<void>;
}

export interface TestCompany {
  ctx: TenantContext;
  tenantId: string;
  userId: string;
}

/** The day on which tests are, unless they move the clock. */
export const TODAY = '2026-11-24';
export const ORIGIN = 'http://localhost:3000';
/** Tests that say nothing of robots reach none. */
const NO_ROBOTS = openOutbound({ scheme: 'https:', ports: [443], hosts: [], isAllowedAddress: () => false });

/**
 * @param options.sessionsFollowClock sessions live by the product's clock; otherwise by the real one, by which the
 * database decides whether they may still do anything
 */
export async function createTestProduct(
  options: { adminDist?: string; publicUrl?: string | null; sessionsFollowClock?: boolean; robots?: Outbound } = {},
): Promise<TestProduct> {
  const database = await createTestDatabase();
  let now = new Date(`${TODAY}T10:00:00+08:00`);
  const clock = () => new Date(now);
  const lines: string[] = [];
  const logger = createLogger({
    name: 'test',
    level: 'trace',
    destination: { write: (line) => void lines.push(line) },
  });
  const tenantPool = database.poolFor('zq_app', 5);
  const authPool = database.poolFor('zq_auth', 5);
  const portfolioPool = database.poolFor('zq_portfolio', 2);
  const sessionClock = options.sessionsFollowClock ? clock : () => new Date();
  const sessions = new Sessions({ pool: authPool, clock: sessionClock, newSecret });
  const currentRules = new CurrentRules({ rulebook: RULEBOOK, calendar: PRC_CALENDAR }, authPool);
  const { publicUrl = null, adminDist = null } = options;
  const sealingKey = randomBytes(32);
  const parts = {
    clock,
    newId: randomUUID,
    sealingKey,
    logger,
    tenantPool,
    authPool,
    portfolioPool,
    sessions,
    publicUrl,
    currentRules,
    robots: options.robots ?? NO_ROBOTS,
  };
  const services: Services = {
    ...parts,
    get rules() {
      return currentRules.now;
    },
  };
  return {
    database,
    services,
    app: createApp({ services, readiness: { stopping: false }, adminDist, addressOf: () => '127.0.0.1' }),
    setNow: (instant) => {
      now = new Date(instant);
    },
    log: () => lines.join(''),
    async company() {
      const make = arrange(database.admin);
      const [tenantId, userId] = [await make.organisation(), await make.user()];
      await make.membership(userId, tenantId);
      const credentialHash = await make.session(userId);
      const entry = { kind: 'credential' as const, credentialHash };
      const ctx = {
        pool: tenantPool,
        tenantId,
        entry,
        clock,
        newId: randomUUID,
        rules: services.rules,
        requestId: 'test',
        sealingKey,
        robots: services.robots,
        publicUrl,
      };
      return { ctx, tenantId, userId };
    },
    drop: () => database.drop(),
  };
}

/** A fictional licence document of the repository. */
export function sampleDocument(name: string): { kind: 'file'; fileName: string; base64: string } {
  const file = path.join(import.meta.dirname, '../../../../samples', name);
  return { kind: 'file', fileName: name, base64: fs.readFileSync(file).toString('base64') };
}

/** Calls a procedure as a browser page of the product would, or with other headers. */
export async function call(
  app: Hono,
  name: string,
  input: unknown,
  options: { mutation?: boolean; cookie?: string; headers?: Record<string, string> } = {},
): Promise<{
  status: number;
  headers: Headers;
  data: unknown;
  error: { code: string; fields: { path: string }[] } | undefined;
}> {
  const headers = new Headers({ host: 'localhost:3000', ...options.headers });
  if (options.cookie) headers.set('cookie', options.cookie);
  let url = `${ORIGIN}/api/trpc/${name}`;
  const init: RequestInit = { headers };
  if (options.mutation) {
    init.method = 'POST';
    init.body = JSON.stringify(input);
    if (!headers.has('content-type')) headers.set('content-type', 'application/json');
    if (!headers.has('origin')) headers.set('origin', ORIGIN);
  } else url += `?input=${encodeURIComponent(JSON.stringify(input))}`;
  const response = await app.request(new Request(url, init));
  const body = (await response.json()) as { result?: { data: unknown }; error?: { data: { app: never } } };
  return { status: response.status, headers: response.headers, data: body.result?.data, error: body.error?.data.app };
}

/** The cookie that an answer sets, as a browser would send it back. */
export function cookieOf(headers: Headers): string {
  return headers.getSetCookie()[0]?.split(';')[0] ?? '';
}
