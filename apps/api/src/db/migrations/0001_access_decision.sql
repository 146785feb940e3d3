-- THE decision: what may this credential do in this tenant? Everything else asks here.
-- The helpers are open to nobody and run with the rights and the search path of the functions that call them: changing
-- both again at each step would cost more than the step.
create type authz.access as (
  tenant_id uuid, user_id uuid, level text, role text, via text, org_kind text, org_status text
);
--> statement-breakpoint
-- A person's way into an organisation: as its member, or as a named consultant of a live engagement.
create function authz.way_in(p_user uuid, p_tenant uuid, p_at timestamptz, out level text, out role text, out via text)
language plpgsql stable as $$
begin
  select case when m.role = 'viewer' then 'read' else 'write' end, m.role, 'membership' into level, role, via
    from authz.membership m
   where m.user_id = p_user and m.org_id = p_tenant
     and m.revoked_at is null and (m.valid_to is null or m.valid_to > p_at);
  if found then return; end if;
  select case when m.role = 'viewer' then 'read' else e.level end, 'consultant', 'engagement' into level, role, via
    from authz.engagement_member em
    join authz.engagement e on e.id = em.engagement_id
    join authz.membership m on m.user_id = em.user_id and m.org_id = e.consultancy_id
    join authz.org k on k.id = e.consultancy_id
   where em.user_id = p_user and e.company_id = p_tenant
     and e.revoked_at is null and e.starts_at <= p_at and e.ends_at > p_at
     and m.revoked_at is null and (m.valid_to is null or m.valid_to > p_at)
     and k.status = 'active'
   order by case when m.role = 'viewer' then 'read' else e.level end desc limit 1;
end $$;
--> statement-breakpoint
-- An organisation's way into a company, for the API keys it owns: itself, or by a live engagement.
create function authz.key_level(p_owner uuid, p_key bytea, p_tenant uuid, p_at timestamptz) returns text
language plpgsql stable as $$
declare v_level text; v_engaged text;
begin
  select g.level into v_level from authz.api_key_grant g
    join authz.org o on o.id = p_owner and o.status <> 'suspended'
   where g.credential_id = p_key and g.tenant_id = p_tenant;
  if v_level is null or p_owner = p_tenant then return v_level; end if;
  select max(e.level) into v_engaged from authz.engagement e
   where e.consultancy_id = p_owner and e.company_id = p_tenant
     and e.revoked_at is null and e.starts_at <= p_at and e.ends_at > p_at;
  -- not least(): it would pass over a missing engagement
  return case when v_engaged = 'read' then 'read' when v_engaged = 'write' then v_level end;
end $$;
--> statement-breakpoint
create function authz.decide(p_credential bytea, p_tenant uuid, p_at timestamptz) returns authz.access
language plpgsql stable as $$
declare c record; a authz.access;
begin
  -- one statement for all that must hold whoever asks: it runs with every statement of every request
  select x.id, x.kind, x.level, x.user_id, x.tenant_id, o.kind as org_kind, o.status as org_status into c
    from authz.credential x
    join authz.org o on o.id = p_tenant and o.status <> 'suspended'
    left join authz.app_user u on u.id = x.user_id
   where x.id = p_credential and x.revoked_at is null and x.expires_at > p_at and x.absolute_expires_at > p_at
     and u.disabled_at is null;
  if not found then return null; end if;
  if c.kind = 'api_key' then
    a.level := authz.key_level(c.tenant_id, c.id, p_tenant, p_at); a.role := 'api-key'; a.via := 'api-key';
  elsif c.kind = 'job' and c.tenant_id is distinct from p_tenant then
    return null;
  elsif c.kind = 'job' and c.user_id is null then
    a.level := 'write'; a.role := 'system'; a.via := 'job';
  else
    select w.level, w.role, w.via into a.level, a.role, a.via from authz.way_in(c.user_id, p_tenant, p_at) w;
  end if;
  if a.level is null then return null; end if;
  if c.level = 'read' or c.org_status = 'closing' then a.level := 'read'; end if;
  a.tenant_id := p_tenant; a.user_id := c.user_id; a.org_kind := c.org_kind; a.org_status := c.org_status;
  return a;
end $$;
--> statement-breakpoint
-- The context of the transaction. Anything that is not well formed is nothing: it shows nothing and raises nothing.
create function authz.context(out credential bytea, out tenant uuid)
language plpgsql stable as $$
declare s text;
begin
  s := current_setting('app.credential', true);
  if s ~ '^[0-9a-f]{64}$' then credential := decode(s, 'hex'); end if;
  s := current_setting('app.tenant', true);
  if s ~ '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$' then tenant := s::uuid; end if;
end $$;
--> statement-breakpoint
-- For the policies: the tenant, if the context may act in it at this level.
create function authz.tenant(p_level text) returns uuid
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare x record; a authz.access;
begin
  if p_level is null or p_level not in ('read', 'write') then return null; end if;
  select * into x from authz.context();
  if x.credential is null or x.tenant is null then return null; end if;
  a := authz.decide(x.credential, x.tenant, statement_timestamp());
  return case when p_level = 'read' or a.level = 'write' then a.tenant_id end;
end $$;
--> statement-breakpoint
-- The same decision as a set, only for sessions and only for the read-only portfolio role.
create function authz.tenants() returns uuid[]
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare x record; v_user uuid; v uuid[]; n timestamptz := statement_timestamp();
begin
  select * into x from authz.context();
  select c.user_id into v_user from authz.credential c where c.id = x.credential and c.kind = 'session';
  select array_agg(q.id) into v from (
    select m.org_id as id from authz.membership m where m.user_id = v_user
    union
    select e.company_id from authz.engagement_member em join authz.engagement e on e.id = em.engagement_id
     where em.user_id = v_user
  ) q where (authz.decide(x.credential, q.id, n)).level is not null;
  return coalesce(v, '{}');
end $$;
--> statement-breakpoint
-- Opens a transaction for a credential in a tenant; what it may do there comes back, null when nothing.
create function authz.enter(p_credential text, p_tenant text) returns authz.access
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare x record;
begin
  perform set_config('app.credential', coalesce(p_credential, ''), true), set_config('app.tenant', coalesce(p_tenant, ''), true);
  select * into x from authz.context();
  return authz.decide(x.credential, x.tenant, statement_timestamp());
end $$;
--> statement-breakpoint
-- Gives the open transaction a lease on one tenant, for a person's job (while that person may) or the product's own.
create function authz.begin_job(p_tenant uuid, p_actor uuid, p_level text, p_seconds int) returns authz.access
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare k bytea := sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())); n timestamptz := clock_timestamp();
begin
  if not exists (select from authz.org o where o.id = p_tenant) then return null; end if;
  if p_actor is not null and not exists (select from authz.app_user u where u.id = p_actor) then return null; end if;
  insert into authz.credential (id, kind, user_id, tenant_id, level, created_at, expires_at, absolute_expires_at)
  values (k, 'job', p_actor, p_tenant, p_level, n, n + make_interval(secs => least(p_seconds, 900)),
          n + make_interval(secs => least(p_seconds, 900)));
  perform set_config('app.credential', encode(k, 'hex'), true), set_config('app.tenant', p_tenant::text, true);
  return authz.decide(k, p_tenant, n);
end $$;
--> statement-breakpoint
-- Takes the lease back before the commit.
create function authz.end_job() returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare x record;
begin
  select * into x from authz.context();
  delete from authz.credential c where c.id = x.credential and c.kind = 'job';
end $$;
--> statement-breakpoint
-- Names of the people who act or acted in the tenant of the context.
create function authz.people() returns table (id uuid, name text)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare t uuid := authz.tenant('read');
begin
  return query
    select u.id, u.name from authz.app_user u where u.id in (
      select m.user_id from authz.membership m where m.org_id = t
      union
      select em.user_id from authz.engagement_member em join authz.engagement e on e.id = em.engagement_id
       where e.company_id = t);
end $$;
--> statement-breakpoint
grant usage on schema authz to zq_app, zq_worker, zq_portfolio;
--> statement-breakpoint
grant execute on function authz.tenant(text) to zq_app, zq_worker;
--> statement-breakpoint
grant execute on function authz.enter(text, text), authz.people() to zq_app;
--> statement-breakpoint
grant execute on function authz.begin_job(uuid, uuid, text, int), authz.end_job() to zq_worker;
--> statement-breakpoint
grant execute on function authz.enter(text, text), authz.tenants() to zq_portfolio;
