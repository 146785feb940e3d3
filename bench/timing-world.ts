import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { createApp } from '../apps/api/src/app.ts';
import { hashPassword } from '../apps/api/src/auth/password.ts';
import type { TenantContext } from '../apps/api/src/context.ts';
import { publicId } from '../apps/api/src/db/ids.ts';
import { recordTriggerEvent } from '../apps/api/src/features/events/record-trigger-event.ts';
import { previewDocument } from '../apps/api/src/features/licences/preview-document.ts';
import { registerLicence } from '../apps/api/src/features/licences/register-licence.ts';
import { createLogger } from '../apps/api/src/logger.ts';
import { type Services, startServices } from '../apps/api/src/services.ts';
import { arrange } from '../apps/api/src/testing/people.ts';
import { openBenchDatabase } from './postgres.ts';

const ORIGIN = 'http://localhost:3000';

/** The product with accounts, a company of the caller's and a company of somebody else. */
export interface TimingWorld {
  /** Address of the n-th account, and one that nobody has. */
  known(i: number): string;
  unknown(i: number): string;
  /** The caller's organisation. */
  own: string;
  foreign: { organisationId: string; licenceId: string; occurrenceId: string; eventId: string };
  /** An id of the kind that does not exist. */
  missing(prefix: string): string;
  /** Calls a procedure as the owner of the own company; the answer without what is new each time. */
  ask(procedure: string, input: unknown, query: boolean): Promise<{ ms: number; answer: string }>;
  forgetAttempts(): Promise<void>;
  close(): Promise<void>;
}

export async function openTimingWorld(accounts: number): Promise<TimingWorld> {
  const database = await openBenchDatabase();
  const dataFolder = mkdtempSync(path.join(os.tmpdir(), 'zhengqi-bench-'));
  const { services, close } = await startServices({
    databaseUrl: database.urlFor('zq_app'),
    publicUrl: null,
    dataFolder,
    logger: createLogger({ name: 'bench', level: 'silent' }),
    clock: () => new Date(),
  });
  const admin = new pg.Pool({ connectionString: database.urlFor(), max: 1 });
  // The server may be quicker to end than the last connection.
  admin.on('error', () => {});
  const app = createApp({ services, readiness: { stopping: false }, adminDist: null, addressOf: () => '127.0.0.1' });
  await addAccounts(admin, accounts);
  const own = await company(admin, services);
  const other = await company(admin, services);
  const foreign = await fill(admin, other);
  return {
    known: (i) => `known-${i}@example.cn`,
    // The same length and letters, so that nothing but the account differs.
    unknown: (i) => `ghost-${i}@example.cn`,
    own: publicId('organisation', own.ctx.tenantId),
    foreign,
    missing: (prefix) => `${prefix}_${randomUUID().replaceAll('-', '')}`,
    async ask(procedure, input, query) {
      const request = requestFor(procedure, input, query, own.cookie);
      const begin = performance.now();
      const response = await app.request(request);
      const text = await response.text();
      return { ms: performance.now() - begin, answer: `${response.status} ${text.replaceAll(NEW_EACH_TIME, '…')}` };
    },
    async forgetAttempts() {
      await admin.query('delete from authz.attempt');
    },
    async close() {
      await admin.end();
      await close();
      await database.close();
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}

/** Ids of requests and of what a call makes. */
const NEW_EACH_TIME = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|\b[a-z]{3}_[0-9a-f]{32}\b/g;

function requestFor(procedure: string, input: unknown, query: boolean, cookie: string): Request {
  const headers = { host: 'localhost:3000', origin: ORIGIN, cookie, 'content-type': 'application/json' };
  const url = `${ORIGIN}/api/trpc/${procedure}`;
  const text = JSON.stringify(input);
  if (query) return new Request(`${url}?input=${encodeURIComponent(text)}`, { headers });
  return new Request(url, { method: 'POST', body: text, headers });
}

async function addAccounts(admin: pg.Pool, count: number): Promise<void> {
  await admin.query(
    `insert into authz.app_user (id, email, email_key, name, password_hash, email_verified_at)
     select gen_random_uuid(), a, a, '某人', $2, now() from generate_series(0, $1::int) n, lateral (select 'known-' || n || '@example.cn' as a) x`,
    [count, await hashPassword('the right password, nobody knows it')],
  );
}

async function company(admin: pg.Pool, services: Services): Promise<{ ctx: TenantContext; cookie: string }> {
  const make = arrange(admin);
  const [tenantId, userId] = [await make.organisation(), await make.user()];
  await make.membership(userId, tenantId);
  const { cookie, credentialHash } = await services.sessions.start(userId);
  const { tenantPool: pool, clock, newId, rules } = services;
  const entry = { kind: 'credential' as const, credentialHash };
  return {
    ctx: { pool, tenantId, entry, clock, newId, rules, requestId: 'bench' },
    cookie: cookie.split(';')[0] ?? '',
  };
}

/** Something in every place whose id is asked for. */
async function fill(admin: pg.Pool, { ctx }: { ctx: TenantContext }): Promise<TimingWorld['foreign']> {
  const file = path.join(import.meta.dirname, '../samples/information-services.txt');
  const document = { kind: 'text' as const, text: readFileSync(file, 'utf8') };
  const { licence } = await previewDocument(ctx, { document });
  const fields = { ...licence, issuedOn: '2024-03-01', validTo: '2029-03-01' };
  const { licenceId } = await registerLicence(ctx, { document, licence: fields });
  const event = { type: 'illegal-content-disposed', attributes: { on: '2026-11-20' } };
  const { eventId } = await recordTriggerEvent(ctx, event);
  const { rows } = await admin.query<{ id: string }>('select id from app.occurrence where tenant_id = $1 limit 1', [
    ctx.tenantId,
  ]);
  return {
    organisationId: publicId('organisation', ctx.tenantId),
    licenceId,
    occurrenceId: publicId('occurrence', rows[0]?.id ?? ''),
    eventId,
  };
}
