import { createHash, randomBytes } from 'node:crypto';
import { civilDateOf } from '@zhengqi/obligations';
import { publicId } from '../../apps/api/src/db/ids.ts';
import { arrange } from '../../apps/api/src/testing/people.ts';
import { fillLicensedCompanies } from '../../bench/licensed-companies.ts';
import type { CrashProduct } from './product.ts';

/** What became of a call. `unknown`: no answer came, so that it may be done or not. */
export type Outcome =
  | { is: 'done'; data: Record<string, unknown> }
  | { is: 'refused'; code: string }
  | { is: 'unknown' };

/** A company whose owner works with it over HTTP. */
export interface Company {
  tenantId: string;
  ownerId: string;
  colleagueId: string;
  change(procedure: string, input: object): Promise<Outcome>;
  read(procedure: string, input: object): Promise<Outcome>;
  upload(name: string, bytes: string): Promise<Outcome>;
}

const LICENCES = 2;
const PATIENCE_MS = 20_000;

/** Makes companies with licences, an owner and a colleague who both get mails. */
export async function makeCompanies(product: CrashProduct, count: number): Promise<Company[]> {
  const { admin } = product;
  const tenants = await fillLicensedCompanies(admin, count, LICENCES, civilDateOf(product.now().toISOString()));
  const make = arrange(admin);
  return Promise.all(
    tenants.map(async (tenantId) => {
      const { rows } = await admin.query<{ id: string }>(
        'select user_id as id from authz.membership where org_id = $1',
        [tenantId],
      );
      const ownerId = rows[0]?.id ?? '';
      const colleagueId = await make.user('示例乙');
      await make.membership(colleagueId, tenantId, 'member');
      await admin.query('update authz.app_user set email_verified_at = now() where id = $1', [colleagueId]);
      const caller = callerOf(product, publicId('organisation', tenantId), await session(product, ownerId));
      return { tenantId, ownerId, colleagueId, ...caller };
    }),
  );
}

/** Lives longer than any run, by whichever clock. */
async function session({ admin }: CrashProduct, userId: string): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await admin.query(
    `insert into authz.credential (id, kind, user_id, level, created_at, expires_at, absolute_expires_at, proven_at, second_factor)
     values ($1, 'session', $2, 'write', now(), now() + interval '1 year', now() + interval '1 year', 'infinity', true)`,
    [createHash('sha256').update(token).digest(), userId],
  );
  return `__Host-zq_session=${token}`;
}

function callerOf({ url }: CrashProduct, organisationId: string, cookie: string) {
  const headers = { cookie, origin: url };
  const post = (address: string, body: string, type: string) =>
    answered(address, { method: 'POST', body, headers: { ...headers, 'content-type': type } });
  return {
    change: (procedure: string, input: object) =>
      post(`${url}/api/trpc/${procedure}`, JSON.stringify({ organisationId, ...input }), 'application/json'),
    read: (procedure: string, input: object) => {
      const query = encodeURIComponent(JSON.stringify({ organisationId, ...input }));
      return answered(`${url}/api/trpc/${procedure}?input=${query}`, { headers });
    },
    upload: (name: string, bytes: string) =>
      post(
        `${url}/api/files?organisationId=${organisationId}&name=${encodeURIComponent(name)}`,
        bytes,
        'application/octet-stream',
      ),
  };
}

async function answered(address: string, init: RequestInit): Promise<Outcome> {
  try {
    const response = await fetch(address, { ...init, signal: AbortSignal.timeout(PATIENCE_MS) });
    const body = (await response.json()) as {
      result?: { data: Record<string, unknown> };
      error?: { message?: string; data?: { app?: { code: string } } };
    };
    if (response.ok) return { is: 'done', data: body.result?.data ?? (body as Record<string, unknown>) };
    // What went wrong on the server may have gone wrong after the commit.
    if (response.status >= 500) return { is: 'unknown' };
    return { is: 'refused', code: body.error?.data?.app?.code ?? String(response.status) };
  } catch {
    return { is: 'unknown' };
  }
}
