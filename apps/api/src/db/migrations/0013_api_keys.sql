-- Keys of programs. The credential decides; beside it stands what people see of a key. Never the secret: only its
-- sha256 (the credential's id) and the first four characters.
create table authz.api_key (
  id uuid primary key,
  credential_id bytea not null unique references authz.credential on delete cascade,
  -- the organisation that owns it
  tenant_id uuid not null references authz.org,
  name text not null check (char_length(name) between 1 and 100),
  mode text not null check (mode in ('live', 'test')),
  start text not null check (char_length(start) = 4),
  scopes text[] not null check (cardinality(scopes) between 1 and 30),
  created_by uuid references authz.app_user,
  last_used_at timestamptz,
  replaced_by uuid references authz.api_key on delete set null
);
--> statement-breakpoint
create index on authz.api_key (tenant_id);
--> statement-breakpoint
-- Companies to rehearse with. A test key works for these only, a live key for all others only.
alter table authz.org add column is_sandbox boolean not null default false;
--> statement-breakpoint
-- A grant of a consultancy's key rests on one engagement: when that has ended, a later one does not bring the key back.
alter table authz.api_key_grant
  add column engagement_id uuid references authz.engagement on delete cascade,
  add column granted_by uuid references authz.app_user,
  add column granted_at timestamptz not null default now();
--> statement-breakpoint
create index on authz.api_key_grant (tenant_id);
--> statement-breakpoint
-- An organisation's way into a company, for the API keys it owns: itself, or by a live engagement.
create or replace function authz.key_level(p_owner uuid, p_key bytea, p_tenant uuid, p_at timestamptz) returns text
language plpgsql stable as $$
declare g record; v_engaged text;
begin
  select x.level, x.engagement_id, o.status into g
    from authz.api_key_grant x
    join authz.org o on o.id = p_owner and o.status <> 'suspended'
    join authz.org c on c.id = p_tenant
    left join authz.api_key k on k.credential_id = x.credential_id
   where x.credential_id = p_key and x.tenant_id = p_tenant and c.is_sandbox = (coalesce(k.mode, 'live') = 'test');
  if not found then return null; end if;
  if p_owner = p_tenant then return g.level; end if;
  if g.status <> 'active' then return null; end if;
  select max(e.level) into v_engaged from authz.engagement e
   where e.consultancy_id = p_owner and e.company_id = p_tenant and (g.engagement_id is null or e.id = g.engagement_id)
     and e.revoked_at is null and e.starts_at <= p_at and e.ends_at > p_at;
  -- not least(): it would pass over a missing engagement
  return case when v_engaged = 'read' then 'read' when v_engaged = 'write' then g.level end;
end $$;
--> statement-breakpoint
-- Owner or admin of the organisation of the context, in person: no consultant, no key, no job manages keys.
create function authz.key_manager(p_level text) returns authz.access
language plpgsql stable as $$
declare x record; a authz.access;
begin
  select * into x from authz.context();
  a := authz.decide(x.credential, x.tenant, statement_timestamp());
  if a.via is distinct from 'membership' or a.role not in ('owner', 'admin') or (p_level = 'write' and a.level <> 'write') then
    raise exception 'keys are managed by owners and admins' using errcode = 'insufficient_privilege';
  end if;
  return a;
end $$;
--> statement-breakpoint
create function authz.api_keys() returns table (
  id uuid, name text, mode text, start text, scopes text[], created_at timestamptz, created_by uuid,
  expires_at timestamptz, last_used_at timestamptz, revoked_at timestamptz, replaced_by uuid, is_live boolean
) language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare a authz.access := authz.key_manager('read');
begin
  return query
    select k.id, k.name, k.mode, k.start, k.scopes, c.created_at, k.created_by, c.expires_at, k.last_used_at, c.revoked_at,
           k.replaced_by, c.revoked_at is null and c.expires_at > statement_timestamp()
      from authz.api_key k join authz.credential c on c.id = k.credential_id
     where k.tenant_id = a.tenant_id order by c.created_at desc, k.id;
end $$;
--> statement-breakpoint
create function authz.api_key_grants() returns table (
  key_id uuid, company_id uuid, company_name text, level text, effective text, granted_by uuid, granted_at timestamptz
) language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare a authz.access := authz.key_manager('read');
begin
  return query
    select k.id, g.tenant_id, o.name, g.level, (authz.decide(k.credential_id, g.tenant_id, statement_timestamp())).level,
           g.granted_by, g.granted_at
      from authz.api_key k join authz.api_key_grant g on g.credential_id = k.credential_id join authz.org o on o.id = g.tenant_id
     where k.tenant_id = a.tenant_id order by o.name, o.id;
end $$;
--> statement-breakpoint
-- Companies that the person of the context may give a key of this organisation for: never more than the person may do.
create function authz.grantable_companies() returns table (company_id uuid, name text, level text)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare a authz.access := authz.key_manager('read'); x record; n timestamptz := statement_timestamp();
begin
  select * into x from authz.context();
  return query
    select q.id, q.name, (q.d).level from (
      select o.id, o.name, authz.decide(x.credential, o.id, n) as d from authz.org o
       where (o.id = a.tenant_id and o.kind = 'company') or o.id in (
         select e.company_id from authz.engagement e join authz.engagement_member em on em.engagement_id = e.id
          where e.consultancy_id = a.tenant_id and em.user_id = a.user_id
            and e.revoked_at is null and e.starts_at <= n and e.ends_at > n)
      offset 0) q
     where (q.d).level is not null order by q.name, q.id;
end $$;
--> statement-breakpoint
-- A new key without grants. Its life is counted by the clock that also ends it.
create function authz.create_api_key(
  p_id uuid, p_credential bytea, p_name text, p_mode text, p_start text, p_scopes text[], p_level text, p_days int
) returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare a authz.access := authz.key_manager('write'); n timestamptz := statement_timestamp();
begin
  insert into authz.credential (id, kind, tenant_id, level, created_at, expires_at, absolute_expires_at)
  values (p_credential, 'api_key', a.tenant_id, p_level, n, n + make_interval(days => p_days), n + make_interval(days => p_days));
  insert into authz.api_key (id, credential_id, tenant_id, name, mode, start, scopes, created_by)
  values (p_id, p_credential, a.tenant_id, p_name, p_mode, p_start, p_scopes, a.user_id);
end $$;
--> statement-breakpoint
-- Lets a key act for a company: granted, unchanged, missing (no such key here) or not-open (no such company for them).
create function authz.grant_api_key(p_key uuid, p_company uuid, p_level text) returns text
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare a authz.access := authz.key_manager('write'); n timestamptz := statement_timestamp(); k record; v_own text; v_engagement uuid;
begin
  select y.credential_id, y.mode into k from authz.api_key y join authz.credential c on c.id = y.credential_id
   where y.id = p_key and y.tenant_id = a.tenant_id and c.revoked_at is null for update of y;
  if not found then return 'missing'; end if;
  -- nobody hands to a program what they may not do themselves: a consultant must be named, an admin is not enough
  select g.level into v_own from authz.grantable_companies() g join authz.org o on o.id = g.company_id
   where g.company_id = p_company and o.is_sandbox = (k.mode = 'test');
  if v_own is null or (p_level = 'write' and v_own <> 'write') then return 'not-open'; end if;
  if p_company <> a.tenant_id then
    select e.id into v_engagement from authz.engagement e
     where e.consultancy_id = a.tenant_id and e.company_id = p_company and e.revoked_at is null and e.starts_at <= n and e.ends_at > n
     order by e.level = 'write' desc, e.ends_at desc limit 1;
  end if;
  if exists (select from authz.api_key_grant g where g.credential_id = k.credential_id and g.tenant_id = p_company
               and g.level = p_level and g.engagement_id is not distinct from v_engagement) then return 'unchanged'; end if;
  insert into authz.api_key_grant as g (credential_id, tenant_id, level, engagement_id, granted_by, granted_at)
  values (k.credential_id, p_company, p_level, v_engagement, a.user_id, n)
  on conflict (credential_id, tenant_id) do update
     set level = excluded.level, engagement_id = excluded.engagement_id, granted_by = excluded.granted_by, granted_at = excluded.granted_at;
  return 'granted';
end $$;
--> statement-breakpoint
create function authz.withdraw_api_key_grant(p_key uuid, p_company uuid) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare a authz.access := authz.key_manager('write');
begin
  -- the owner of the key, or the company that it acts for
  delete from authz.api_key_grant g using authz.api_key k
   where k.id = p_key and g.credential_id = k.credential_id and g.tenant_id = p_company
     and a.tenant_id in (k.tenant_id, g.tenant_id);
  return found;
end $$;
--> statement-breakpoint
-- A second key in the place of the first, which goes on for the overlap: rotated, missing or ended, and when the old one ends.
create function authz.rotate_api_key(
  p_old uuid, p_new uuid, p_credential bytea, p_start text, p_days int, p_overlap_hours int,
  out outcome text, out previous_ends_at timestamptz
) language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare a authz.access := authz.key_manager('write'); n timestamptz := statement_timestamp(); k authz.api_key; c authz.credential;
begin
  select * into k from authz.api_key y where y.id = p_old and y.tenant_id = a.tenant_id for update;
  if not found then outcome := 'missing'; return; end if;
  select * into c from authz.credential y where y.id = k.credential_id for update;
  if k.replaced_by is not null or c.revoked_at is not null or c.expires_at <= n then outcome := 'ended'; return; end if;
  perform authz.create_api_key(p_new, p_credential, k.name, k.mode, p_start, k.scopes, c.level, p_days);
  insert into authz.api_key_grant (credential_id, tenant_id, level, engagement_id, granted_by, granted_at)
  select p_credential, g.tenant_id, g.level, g.engagement_id, g.granted_by, g.granted_at
    from authz.api_key_grant g where g.credential_id = k.credential_id;
  update authz.api_key y set replaced_by = p_new where y.id = p_old;
  update authz.credential y set expires_at = least(y.expires_at, n + make_interval(hours => p_overlap_hours))
   where y.id = k.credential_id returning y.expires_at into previous_ends_at;
  outcome := 'rotated';
end $$;
--> statement-breakpoint
create function authz.revoke_api_key(p_key uuid) returns text
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare a authz.access := authz.key_manager('write');
begin
  update authz.credential c set revoked_at = statement_timestamp() from authz.api_key k
   where k.id = p_key and k.tenant_id = a.tenant_id and c.id = k.credential_id and c.revoked_at is null;
  if found then return 'revoked'; end if;
  return case when exists (select from authz.api_key k where k.id = p_key and k.tenant_id = a.tenant_id) then 'unchanged' else 'missing' end;
end $$;
--> statement-breakpoint
-- Keys of others that were given this company.
create function authz.foreign_api_keys() returns table (
  key_id uuid, owner_name text, name text, mode text, start text, scopes text[], level text, effective text,
  granted_at timestamptz, expires_at timestamptz, last_used_at timestamptz
) language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare a authz.access := authz.key_manager('read'); n timestamptz := statement_timestamp();
begin
  return query
    select k.id, o.name, k.name, k.mode, k.start, k.scopes, g.level, (authz.decide(c.id, g.tenant_id, n)).level,
           g.granted_at, c.expires_at, k.last_used_at
      from authz.api_key_grant g join authz.api_key k on k.credential_id = g.credential_id
      join authz.credential c on c.id = k.credential_id join authz.org o on o.id = k.tenant_id
     where g.tenant_id = a.tenant_id and k.tenant_id <> a.tenant_id and c.revoked_at is null and c.expires_at > n
     order by o.name, g.granted_at, k.id;
end $$;
--> statement-breakpoint
-- Who comes with this key. Notes at most once a minute that it is in use.
create function authz.use_api_key(p_credential bytea) returns table (key_id uuid, tenant_id uuid, scopes text[])
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare k record; n timestamptz := statement_timestamp();
begin
  select y.id, y.tenant_id, y.scopes, y.last_used_at into k from authz.api_key y
    join authz.credential c on c.id = y.credential_id join authz.org o on o.id = y.tenant_id
   where c.id = p_credential and c.kind = 'api_key' and c.revoked_at is null
     and c.expires_at > n and c.absolute_expires_at > n and o.status <> 'suspended';
  if not found then return; end if;
  if k.last_used_at is null or k.last_used_at < n - interval '1 minute' then
    update authz.api_key y set last_used_at = n where y.id = k.id and y.last_used_at is not distinct from k.last_used_at;
  end if;
  return query select k.id, k.tenant_id, k.scopes;
end $$;
--> statement-breakpoint
-- Companies that a key may act for now, a page at a time in the order of their making; or the one asked for.
create function authz.companies_of_key(p_credential bytea, p_only uuid, p_after_at timestamptz, p_after uuid, p_limit int)
returns table (id uuid, name text, uscc text, status text, level text, sort_at text)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare n timestamptz := statement_timestamp();
begin
  return query
    select o.id, o.name, o.uscc, o.status, (q.d).level,
           to_char(o.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')
      from (select g.tenant_id, authz.decide(p_credential, g.tenant_id, n) as d from authz.api_key_grant g
             where g.credential_id = p_credential and (p_only is null or g.tenant_id = p_only) offset 0) q
      join authz.org o on o.id = q.tenant_id
     where (q.d).level is not null and (p_after_at is null or (o.created_at, o.id) > (p_after_at, p_after))
     order by o.created_at, o.id limit p_limit;
end $$;
--> statement-breakpoint
grant execute on function
  authz.api_keys(), authz.api_key_grants(), authz.grantable_companies(), authz.foreign_api_keys(),
  authz.create_api_key(uuid, bytea, text, text, text, text[], text, int), authz.grant_api_key(uuid, uuid, text),
  authz.withdraw_api_key_grant(uuid, uuid), authz.rotate_api_key(uuid, uuid, bytea, text, int, int), authz.revoke_api_key(uuid)
to zq_app;
--> statement-breakpoint
grant execute on function
  authz.use_api_key(bytea), authz.companies_of_key(bytea, uuid, timestamptz, uuid, int)
to zq_auth;
