-- Row security for the rules of companies, and the releases of the base rules that all of them share.
do $$
declare t regclass;
begin
  foreach t in array array['app.company_rules', 'app.own_duty']::regclass[] loop
    call authz.protect_append_only(t);
  end loop;
  foreach t in array array['app.rule_change', 'app.rule_change_company']::regclass[] loop
    call authz.protect(t);
    -- Neither is ever deleted, and what a change says never changes.
    execute format('drop policy tenant_delete on %s', t);
    execute format('revoke update, delete on %s from zq_app, zq_worker', t);
  end loop;
  grant update (version, state, reason, updated_at) on app.rule_change to zq_app, zq_worker;
  grant update (state, pending, counts, worked_on, note, at) on app.rule_change_company to zq_app, zq_worker;
  -- The deletion of a whole organisation must reach them, whichever form of `protect` this database has.
  for t in select c.oid from pg_class c where c.relnamespace = 'app'::regnamespace and c.relkind in ('r', 'p')
      and not exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'erasure_delete') loop
    call authz.protect_for_erasure(t);
  end loop;
end $$;
--> statement-breakpoint
-- Releases of the base rules. Written by the migration login alone, once for each version; a company goes by one of them.
create table authz.rulebook_release (
  version text primary key,
  seq int not null unique,
  as_of date not null,
  content jsonb not null,
  sha256 text not null,
  published_at timestamptz not null default now()
);
--> statement-breakpoint
-- Public law: every login that counts dates may read it.
create function authz.rulebook_releases() returns table (version text, seq int, as_of text, published_at timestamptz)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select r.version, r.seq, r.as_of::text, r.published_at from authz.rulebook_release r order by r.seq desc;
$$;
--> statement-breakpoint
create function authz.rulebook_content(p_version text) returns jsonb
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select r.content from authz.rulebook_release r where r.version = p_version;
$$;
--> statement-breakpoint
grant execute on function authz.rulebook_releases(), authz.rulebook_content(text) to zq_app, zq_worker;
--> statement-breakpoint
-- Companies that whoever is in this transaction may look into on behalf of its organisation: the organisation itself, and
-- of a consultancy those that have engaged it, with that person named. For nobody but a signed-in person.
create function authz.companies_of_tenant() returns table (id uuid, name text)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare x record; t uuid := authz.tenant('read'); v_user uuid; n timestamptz := statement_timestamp();
begin
  select * into x from authz.context();
  select c.user_id into v_user from authz.credential c where c.id = x.credential and c.kind = 'session';
  if t is null or v_user is null then return; end if;
  return query
    select o.id, o.name from authz.org o
     where o.kind = 'company' and (authz.decide(x.credential, o.id, n)).level is not null
       and (o.id = t or o.id in (
         select e.company_id from authz.engagement e join authz.engagement_member em on em.engagement_id = e.id
          where e.consultancy_id = t and em.user_id = v_user and e.revoked_at is null
            and e.starts_at <= n and e.ends_at > n))
     order by o.name, o.id;
end $$;
--> statement-breakpoint
grant execute on function authz.companies_of_tenant() to zq_app;
