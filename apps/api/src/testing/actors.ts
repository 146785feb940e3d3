import { randomUUID } from 'node:crypto';
import type { SignedIn } from '../auth/confirm-address.ts';
import type { TenantContext } from '../context.ts';
import { arrange } from './people.ts';
import type { TestProduct } from './product.ts';

/** Somebody with an account and a session of their own. */
export interface TestPerson {
  userId: string;
  email: string;
  /** Calls of no organisation. */
  signedIn: SignedIn;
  /** Calls for an organisation. */
  in(tenantId: string): TenantContext;
}

/** Makes a person; the address is proven unless said otherwise. */
export async function makePerson(
  { database, services }: TestProduct,
  options: { email?: string; verified?: boolean; name?: string } = {},
): Promise<TestPerson> {
  const make = arrange(database.admin);
  const { email = `${randomUUID()}@example.cn`, verified = true, name = '李小红' } = options;
  const userId = await make.user(name);
  await database.admin.query(
    'update authz.app_user set email = $2, email_key = lower($2), email_verified_at = case when $3 then now() end where id = $1',
    [userId, email, verified],
  );
  const credentialHash = await make.session(userId);
  const entry = { kind: 'credential' as const, credentialHash };
  const { tenantPool: pool, clock, newId, rules } = services;
  const session = { user: { id: userId, email, name }, credentialHash, renewedCookie: null };
  const origin = { method: 'POST', host: 'localhost:3000', origin: null, secFetchSite: null, hasCookie: true };
  const address = '127.0.0.1';
  return {
    userId,
    email,
    signedIn: { services, requestId: 'test', origin, address, session, setCookie: () => {} } as SignedIn,
    in: (tenantId) => ({ pool, tenantId, entry, clock, newId, rules, requestId: 'test' }) as TenantContext,
  };
}

/** The secret of the link in the last mail that waits for an address; empty when there is none. */
export async function tokenMailedTo({ database }: TestProduct, email: string): Promise<string> {
  const { rows } = await database.admin.query<{ token: string | null }>(
    `select data ->> 'token' as token from authz.mail where to_address = $1 order by created_at desc limit 1`,
    [email],
  );
  return rows[0]?.token ?? '';
}

/** Actions in the trail of an organisation, oldest first. */
export async function trailOf({ database }: TestProduct, tenantId: string): Promise<string[]> {
  const { rows } = await database.admin.query<{ action: string }>(
    'select action from app.audit_event where tenant_id = $1 order by at, id',
    [tenantId],
  );
  return rows.map(({ action }) => action);
}
