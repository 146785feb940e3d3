import type pg from 'pg';

/** What a login must not have. Each row of the answer is one thing it has too much. */
const EXCESS = `
  with me as (select * from pg_roles where rolname = session_user)
  select 'is a superuser' as excess from me where rolsuper
  union all select 'bypasses row security' from me where rolbypassrls
  union all select 'may create roles' from me where rolcreaterole
  union all select 'may create databases' from me where rolcreatedb
  union all select 'may replicate' from me where rolreplication
  union all select 'acts as another role (' || current_user || ')' where current_user <> session_user
  union all select 'is a member of ' || m.roleid::regrole::text from pg_auth_members m join me on me.oid = m.member
  union all select 'owns ' || c.oid::regclass::text from pg_class c join me on me.oid = c.relowner
    join pg_namespace n on n.oid = c.relnamespace where n.nspname is distinct from $1 and n.nspname <> 'pg_toast'
  union all select 'owns the schema ' || n.nspname from pg_namespace n join me on me.oid = n.nspowner
    where n.nspname is distinct from $1
  union all select 'owns the database' from pg_database d join me on me.oid = d.datdba where d.datname = current_database()
  union all select 'may create in the schema ' || nspname from pg_namespace
    where nspname !~ '^pg_' and nspname is distinct from $1 and has_schema_privilege(oid, 'create')
  limit 5`;

/**
 * Makes sure that a login is as weak as row security needs it.
 * @param ownSchema the one schema it may own, for the login of the job store
 * @throws Error naming the login and what it has too much
 */
export async function requireRestrictedLogin(pool: pg.Pool, ownSchema: string | null = null): Promise<void> {
  const { rows } = await pool.query<{ excess: string }>(EXCESS, [ownSchema]);
  if (rows.length === 0) return;
  const { rows: who } = await pool.query<{ name: string }>('select session_user as name');
  throw new Error(
    `the database login "${who[0]?.name}" is stronger than this program may be: it ${rows.map((row) => row.excess).join(', ')}; ` +
      'give it one of the logins that the migration creates',
  );
}
