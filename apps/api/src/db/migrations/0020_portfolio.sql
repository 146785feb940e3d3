-- The decision as a set, for sessions and for the read-only portfolio role. It says the same as authz.decide for each
-- organisation, in one statement: asked five hundred times over, the decision would cost more than the page it is for.
create or replace function authz.tenants() returns uuid[]
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare x record; v_user uuid; v uuid[]; n timestamptz := statement_timestamp();
begin
  select * into x from authz.context();
  select c.user_id into v_user from authz.credential c join authz.app_user u on u.id = c.user_id
   where c.id = x.credential and c.kind = 'session' and c.revoked_at is null
     and c.expires_at > n and c.absolute_expires_at > n and u.disabled_at is null;
  if v_user is null then return '{}'; end if;
  select array_agg(q.id) into v from (
    select m.org_id as id from authz.membership m
     where m.user_id = v_user and m.revoked_at is null and (m.valid_to is null or m.valid_to > n)
    union
    select e.company_id from authz.engagement_member em
      join authz.engagement e on e.id = em.engagement_id
      join authz.membership m on m.user_id = em.user_id and m.org_id = e.consultancy_id
      join authz.org k on k.id = e.consultancy_id
     where em.user_id = v_user and e.revoked_at is null and e.starts_at <= n and e.ends_at > n
       and m.revoked_at is null and (m.valid_to is null or m.valid_to > n) and k.status = 'active'
  ) q join authz.org o on o.id = q.id and o.status <> 'suspended';
  return coalesce(v, '{}');
end $$;
--> statement-breakpoint
-- Names of organisations on a page of the portfolio: of those only that the session opens.
create function authz.portfolio_names(p_ids uuid[]) returns table (id uuid, name text)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare x record; n timestamptz := statement_timestamp();
begin
  select * into x from authz.context();
  if not exists (select from authz.credential c where c.id = x.credential and c.kind = 'session') then return; end if;
  return query
    select o.id, o.name from authz.org o
     where o.id = any (p_ids) and (authz.decide(x.credential, o.id, n)).level is not null;
end $$;
--> statement-breakpoint
grant execute on function authz.portfolio_names(uuid[]) to zq_portfolio;
--> statement-breakpoint
-- As a hashed set and not as an array: with an array of hundreds, each probe of an index would prepare it anew, and each
-- row would be held against all of it.
create or replace procedure authz.protect_append_only(p_table regclass) language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  execute format('alter table %s enable row level security', p_table);
  execute format('alter table %s force row level security', p_table);
  execute format('create policy tenant_select on %s for select to zq_app, zq_worker
    using (tenant_id = (select authz.tenant(''read'')))', p_table);
  execute format('create policy tenant_insert on %s for insert to zq_app, zq_worker
    with check (tenant_id = (select authz.tenant(''write'')))', p_table);
  execute format('create policy portfolio_select on %s for select to zq_portfolio
    using (tenant_id in (select unnest(authz.tenants())))', p_table);
  execute format('grant select, insert on %s to zq_app, zq_worker', p_table);
  execute format('grant select on %s to zq_portfolio', p_table);
end $$;
--> statement-breakpoint
do $$
declare p record;
begin
  for p in select polrelid::regclass as tab from pg_policy where polname = 'portfolio_select' loop
    execute format('alter policy portfolio_select on %s using (tenant_id in (select unnest(authz.tenants())))', p.tab);
  end loop;
end $$;
