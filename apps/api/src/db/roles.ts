import type pg from 'pg';
import { scramVerifier } from './scram-verifier.ts';

/** Passwords of the login roles of the running product. */
export interface RolePasswords {
  /** Of zq_app, and of zq_auth and zq_portfolio, which the same process uses. */
  app: string;
  /** Of zq_worker, and of zq_jobs, which the same process uses. */
  worker: string;
}

/** Owners, then the role that migrates, then the logins, which own nothing but (zq_jobs) the job store. */
const ROLES: readonly { name: string; login?: keyof RolePasswords; bypassesRowSecurity?: boolean; limits?: boolean }[] =
  [
    { name: 'zq_owner' },
    { name: 'zq_authz' },
    { name: 'zq_migrate', bypassesRowSecurity: true },
    { name: 'zq_backup', bypassesRowSecurity: true },
    { name: 'zq_app', login: 'app', limits: true },
    { name: 'zq_auth', login: 'app', limits: true },
    { name: 'zq_portfolio', login: 'app', limits: true },
    { name: 'zq_worker', login: 'worker', limits: true },
    { name: 'zq_jobs', login: 'worker' },
  ];

/** A statement that hangs, a lock that is waited for and a forgotten transaction must not take the product along. */
const LIMITS = { statement_timeout: '15s', lock_timeout: '3s', idle_in_transaction_session_timeout: '30s' };

const DUPLICATE_OBJECT = '42710';
const UNIQUE_VIOLATION = '23505';
const INSUFFICIENT_PRIVILEGE = '42501';
/** "tuple concurrently updated": roles belong to the whole server, and another database is migrated just now. */
const INTERNAL_ERROR = 'XX000';

/** Makes the roles of the product where they are missing, and sets the passwords. Can be repeated at any time. */
export async function ensureRoles(client: pg.ClientBase, passwords: RolePasswords): Promise<void> {
  for (const role of ROLES) {
    await tolerating(client, `create role ${role.name} nologin`, DUPLICATE_OBJECT, UNIQUE_VIOLATION);
    if (role.bypassesRowSecurity) {
      // Without it (a server where we are not superuser) migrations that fill data must go tenant by tenant.
      await tolerating(client, `alter role ${role.name} bypassrls`, INSUFFICIENT_PRIVILEGE);
    }
    if (role.login) {
      const verifier = scramVerifier(passwords[role.login]);
      await repeated(client, `alter role ${role.name} login password ${client.escapeLiteral(verifier)}`);
    }
    for (const [name, value] of Object.entries(role.limits ? LIMITS : {})) {
      await repeated(client, `alter role ${role.name} set ${name} = '${value}'`);
    }
  }
  await repeated(client, 'grant zq_owner, zq_authz to zq_migrate');
  await tolerating(client, 'grant pg_read_all_data to zq_backup', INSUFFICIENT_PRIVILEGE);
  await ensureDatabaseRights(client);
}

/** Who may make what in this database: only the role that migrates, and nobody by default. */
async function ensureDatabaseRights(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ name: string }>('select current_database() as name');
  const database = client.escapeIdentifier(rows[0]?.name ?? '');
  await client.query(`grant create on database ${database} to zq_migrate`);
  await client.query(`revoke temporary on database ${database} from public`);
  await client.query('revoke all on schema public from public');
  // Membership in zq_jobs lets the role that migrates hand the job store over; it is needed for nothing else.
  await repeated(client, 'grant zq_jobs to zq_migrate');
  await repeated(client, 'grant zq_migrate to current_user');
  await client.query('alter default privileges for role zq_migrate revoke execute on functions from public');
}

/** Runs a statement; the given errors mean that there is nothing to do. */
async function tolerating(client: pg.ClientBase, statement: string, ...codes: string[]): Promise<void> {
  try {
    await repeated(client, statement);
  } catch (error) {
    if (!codes.includes(codeOf(error))) throw error;
  }
}

/** Runs a statement again when another migration changed the same role at the same moment. */
async function repeated(client: pg.ClientBase, statement: string): Promise<void> {
  for (let left = 20; ; left -= 1) {
    try {
      await client.query(statement);
      return;
    } catch (error) {
      if (codeOf(error) !== INTERNAL_ERROR || left === 0) throw error;
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
