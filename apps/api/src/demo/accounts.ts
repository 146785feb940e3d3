import { createHash } from 'node:crypto';
import { hashPassword } from '../auth/password.ts';
import { withConnection } from '../db/connection.ts';
import { creditCodeOf } from './licences.ts';
import type { DemoCompany } from './companies.ts';

/** Somebody who can sign in to the demo. */
export interface DemoPerson {
  id: string;
  name: string;
  email: string;
  /** What this account shows. */
  shows: string;
}

const DOMAIN = 'demo.zhengqi.example';
export const CONSULTANCY = { id: idOf('consultancy'), name: '示例合规咨询有限公司' };
const person = (login: string, name: string, shows: string): DemoPerson => ({
  id: idOf(`person ${login}`),
  name,
  email: `${login}@${DOMAIN}`,
  shows,
});
/** Owner of the consultancy, who is named in every engagement. */
export const CONSULTANT = person(
  'lin',
  '林示例',
  '咨询机构负责人：全部 40 家企业 / owner of the consultancy: all 40 companies',
);
const COLLEAGUE = person('zhou', '周示例', '咨询顾问：其中 20 家，部分只读 / consultant: 20 of them, some read only');
const COMPANY_OWNER = person('wang', '王示例', '持证企业：只有自己一家 / company: its own only');
export const PEOPLE: readonly DemoPerson[] = [CONSULTANT, COLLEAGUE, COMPANY_OWNER];

/** Id of a company of the demo: the same every time. */
export function companyIdOf({ index }: DemoCompany): string {
  return idOf(`company ${index}`);
}

/** What the demo found in the database. */
export type DemoState = 'empty' | 'demo' | 'in-use';

/** What the people of the demo sign in with. */
export interface DemoSecrets {
  password: string;
  /** The secret of everybody's authenticator app, as it is stored for a person. */
  sealedTotpFor: (userId: string) => Buffer;
  /** Hashes of the recovery codes of a person. */
  recoveryHashesFor: (userId: string) => readonly Buffer[];
}

/**
 * Makes organisations, people and engagements in an empty database, and gives the people of the demo a new password and
 * a new second factor in any. A database that somebody else uses is left alone.
 */
export async function prepareAccounts(
  url: string,
  companies: readonly DemoCompany[],
  { password, sealedTotpFor, recoveryHashesFor }: DemoSecrets,
): Promise<DemoState> {
  const passwordHash = await hashPassword(password);
  return withConnection({ url, name: 'demo' }, async (client) => {
    await client.query('set role zq_migrate');
    const { rows } = await client.query<{ users: number; demo: boolean }>(
      'select count(*)::int as users, coalesce(bool_or(id = $1), false) as demo from authz.app_user',
      [CONSULTANT.id],
    );
    const state: DemoState = rows[0]?.demo ? 'demo' : rows[0]?.users ? 'in-use' : 'empty';
    if (state === 'in-use') return state;
    await client.query('begin');
    const insert = (table: string, columns: string, ...values: unknown[]) =>
      client.query(
        `insert into authz.${table} (${columns}) values (${values.map((_, i) => `$${i + 1}`).join(', ')}) on conflict do nothing`,
        values,
      );
    await insert('org', 'id, kind, name', CONSULTANCY.id, 'consultancy', CONSULTANCY.name);
    for (const { id, name, email } of PEOPLE) {
      await insert('app_user', 'id, email, email_key, name, password_hash', id, email, email, name, passwordHash);
      await client.query(
        'update authz.app_user set password_hash = $2, email_verified_at = coalesce(email_verified_at, now()) where id = $1',
        [id, passwordHash],
      );
      await client.query('select authz.remove_totp($1)', [id]);
      const sealed = sealedTotpFor(id);
      await insert('totp', 'user_id, state, sealed_secret, created_at', id, 'active', sealed, new Date());
      await client.query('select authz.replace_recovery_codes($1, $2)', [id, recoveryHashesFor(id)]);
    }
    await insert('membership', 'user_id, org_id, role', CONSULTANT.id, CONSULTANCY.id, 'owner');
    await insert('membership', 'user_id, org_id, role', COLLEAGUE.id, CONSULTANCY.id, 'member');
    for (const company of companies) {
      const id = companyIdOf(company);
      await insert('org', 'id, kind, name, uscc', id, 'company', company.name, creditCodeOf(company));
      const people = company.index % 2 === 0 ? [CONSULTANT, COLLEAGUE] : [CONSULTANT];
      for (const { id: userId } of people) {
        const level = userId === COLLEAGUE.id && company.index % 6 === 0 ? 'read' : 'write';
        const engagement = idOf(`engagement ${company.index} ${userId}`);
        await client.query(
          `insert into authz.engagement (id, consultancy_id, company_id, level, starts_at, ends_at)
           values ($1, $2, $3, $4, now() - interval '15 months', now() + interval '9 months') on conflict do nothing`,
          [engagement, CONSULTANCY.id, id, level],
        );
        await insert('engagement_member', 'user_id, engagement_id', userId, engagement);
      }
      if (company.index === 0) await insert('membership', 'user_id, org_id, role', COMPANY_OWNER.id, id, 'owner');
    }
    await client.query('commit');
    return state;
  });
}

function idOf(words: string): string {
  const hex = createHash('sha256').update(`zhengqi demo ${words}`).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), `5${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  );
}
