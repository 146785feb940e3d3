import type pg from 'pg';

/** A break of a rule that keeps tenants apart. */
export interface CatalogueFinding {
  rule: string;
  object: string;
}

/**
 * What must hold for the schema of every table that has rows of tenants, asked of the catalogue itself: each row of the
 * answer is a finding. The list of exempt tables (reference data without tenants) is empty and should stay so.
 */
const RULES = `
with cfg as (select array['app'] as tenant_schemas, array[]::text[] as exempt,
    array['zq_app', 'zq_worker', 'zq_portfolio', 'zq_auth'] as runtime_roles,
    array['zq_app', 'zq_worker', 'zq_portfolio', 'zq_auth', 'zq_jobs'] as logins),
t as (select c.oid, n.nspname, c.relname, c.relkind, c.relrowsecurity, c.relforcerowsecurity, c.relowner, c.reloptions,
    exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id' and a.attnotnull) as has_tenant
  from pg_class c join pg_namespace n on n.oid = c.relnamespace, cfg
  where n.nspname = any (cfg.tenant_schemas) and not (c.relname = any (cfg.exempt))),
tab as (select * from t where relkind in ('r', 'p')),
pol as (select p.*, tab.relname, coalesce(pg_get_expr(p.polqual, p.polrelid), '') as reads,
    coalesce(pg_get_expr(p.polwithcheck, p.polrelid), '') as checks from tab join pg_policy p on p.polrelid = tab.oid),
tid as (select attrelid, attnum from pg_attribute where attname = 'tenant_id' and not attisdropped),
definer as (select p.*, o.rolname, o.rolsuper from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    join pg_roles o on o.oid = p.proowner where p.prosecdef and n.nspname not in ('pg_catalog', 'information_schema'))
select 'C01 no tenant_id not null' as rule, relname::text as object from tab where not has_tenant
union all select 'C02 row security not enabled', relname from tab where not relrowsecurity
union all select 'C03 row security not forced', relname from tab where not relforcerowsecurity
union all select 'C04 no policy', relname from tab where not exists (select from pg_policy p where p.polrelid = tab.oid)
union all select 'C05 policy not decided by authz.tenant', relname || '.' || polname from pol
  where (polqual is not null and reads !~ '\\( SELECT (unnest\\()?authz\\.(tenants?|noted_tenant|erased_tenant|link_tenant|feed_tenants)\\(')
     or (polwithcheck is not null and checks !~ '\\( SELECT (unnest\\()?authz\\.(tenants?|noted_tenant|erased_tenant|link_tenant|feed_tenants)\\(')
union all select 'C06 writing policy decided at read level', relname || '.' || polname from pol
  where (polcmd in ('*', 'w', 'd') and reads !~ '''write''') or (polcmd in ('*', 'a', 'w') and checks !~ '''write''')
union all select 'C07 policy to public', relname || '.' || polname from pol where polroles = '{0}'
union all select 'C08 key without tenant_id', tab.relname || '.' || i.indexrelid::regclass
  from tab join pg_index i on i.indrelid = tab.oid join tid on tid.attrelid = tab.oid
  where i.indisunique and not (tid.attnum = any (i.indkey::int2[]))
union all select 'C09 foreign key without tenant_id', tab.relname || '.' || k.conname
  from tab join pg_constraint k on k.conrelid = tab.oid and k.contype = 'f' join tab r on r.oid = k.confrelid
  join tid on tid.attrelid = tab.oid where not (tid.attnum = any (k.conkey))
union all select 'C10 no index that starts with tenant_id', relname from tab join tid on tid.attrelid = tab.oid
  where not exists (select from pg_index i where i.indrelid = tab.oid and i.indkey[0] = tid.attnum)
union all select 'C11 view without security_invoker', relname from t where relkind = 'v'
  and not (coalesce(reloptions, '{}') && array['security_invoker=true', 'security_invoker=on'])
union all select 'C12 materialized view readable', relname || ' by ' || r from t, cfg, unnest(cfg.logins) r
  where relkind = 'm' and has_table_privilege(r, t.oid, 'select')
union all select 'C13 truncate, references or trigger granted', relname || ' to ' || r from t, cfg, unnest(cfg.logins) r
  where relkind in ('r', 'p') and has_table_privilege(r, t.oid, 'truncate, references, trigger')
union all select 'C14 login owns a relation or schema', relname || ' by ' || r from t, cfg, unnest(cfg.logins) r
  where pg_has_role(r, t.relowner, 'member')
union all select 'C15 login with strong attributes', rolname from pg_roles, cfg where rolname = any (cfg.logins)
  and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication)
union all select 'C16 login is a member of a role', m.roleid::regrole || ' <- ' || m.member::regrole
  from pg_auth_members m, cfg where m.member::regrole::text = any (cfg.logins)
union all select 'C17 definer function without pinned search_path', oid::regprocedure::text from definer
  where not exists (select from unnest(coalesce(proconfig, '{}')) c where c like 'search_path=%')
union all select 'C18 definer function of a superuser or table owner', oid::regprocedure::text from definer
  where rolsuper or proowner in (select relowner from tab)
union all select 'C19 definer function open to public', oid::regprocedure::text from definer
  where proacl is null or exists (select from aclexplode(proacl) a where a.grantee = 0)
union all select 'C20 login may create in a schema', nspname || ' by ' || r from pg_namespace, cfg, unnest(cfg.runtime_roles) r
  where nspname !~ '^pg_' and has_schema_privilege(r, pg_namespace.oid, 'create')
union all select 'C21 login touches authz tables', c.relname || ' by ' || r from pg_class c join pg_namespace n on n.oid = c.relnamespace,
  cfg, unnest(cfg.logins) r where n.nspname = 'authz' and c.relkind = 'r' and has_table_privilege(r, c.oid, 'select, insert, update, delete')
union all select 'C22 index column that is not leakproof', tab.relname || '.' || a.attname
  from tab join pg_index i on i.indrelid = tab.oid join pg_attribute a on a.attrelid = tab.oid and a.attnum = any (i.indkey::int2[])
  join pg_type ty on ty.oid = a.atttypid where ty.typtype = 'e' or ty.typname in ('numeric', 'jsonb', 'tsvector')
union all select 'C23 partition without row security', c.relname from pg_inherits h join pg_class c on c.oid = h.inhrelid
  join tab p on p.oid = h.inhparent where not c.relrowsecurity
union all select 'C24 the job login sees tenants', relname from t where has_table_privilege('zq_jobs', t.oid, 'select, insert, update, delete')
union all select 'C25 append-only table can be changed', relname || ' by ' || r from tab, cfg, unnest(cfg.logins) r
  where relname in ('audit_event', 'fact', 'licence_revision', 'licence_document', 'schedule_change', 'schedule_run', 'provision',
      'roster_kept', 'staffing_parameter', 'work_log', 'receipt', 'comment_revision', 'comment_mention', 'review_rhythm',
      'compliance_statement', 'material_answer', 'material_evidence', 'material_upload', 'material_request_log', 'custody_move',
      'back_fill_answer')
    and has_table_privilege(r, tab.oid, 'update, delete')
union all select 'C26 sign-in function within reach of tenant queries', p.oid::regprocedure || ' by ' || r
  from pg_proc p join pg_namespace n on n.oid = p.pronamespace, unnest(array['zq_app', 'zq_worker', 'zq_portfolio']) r
  where n.nspname = 'authz' and p.proname in ('set_up', 'password_of', 'rehash_password', 'start_session', 'read_session',
    'list_sessions', 'organisations_of', 'totp_of', 'password_of_user', 'change_password', 'use_totp_step', 'use_recovery_code',
    'begin_password_reset', 'finish_password_reset', 'prove_session', 'describe_session', 'activate_totp', 'remove_totp',
    'read_passkey', 'passkeys_of', 'add_passkey', 'use_passkey', 'remove_passkey', 'take_passkey_challenge')
   and has_function_privilege(r, p.oid, 'execute')
union all select 'C28 authz routine open to public', p.oid::regprocedure::text from pg_proc p join pg_namespace n on n.oid = p.pronamespace
  where n.nspname = 'authz' and (p.proacl is null or exists (select from aclexplode(p.proacl) a where a.grantee = 0))
union all select 'C29 not open to the deletion of its tenant', relname from tab where not exists (
    select from pol where pol.polrelid = tab.oid and polcmd = 'd' and reads ~ 'erased_tenant' and pg_has_role('zq_authz', polroles[1], 'member'))
union all select 'C27 sequence in a tenant schema', relname from t where relkind = 'S'
order by 1, 2`;

/** Asks the catalogue; an empty answer is a pass. */
export async function catalogueFindings(client: Pick<pg.ClientBase, 'query'>): Promise<CatalogueFinding[]> {
  const { rows } = await client.query<CatalogueFinding>(RULES);
  return rows;
}
