-- Every table of tenants is open to the deletion of its tenant: the copy of this procedure in 0020 had lost that.
create or replace procedure authz.protect_rows(p_table regclass) language plpgsql set search_path = pg_catalog, pg_temp as $$
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
create or replace procedure authz.protect_append_only(p_table regclass) language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  call authz.protect_rows(p_table);
  call authz.protect_for_erasure(p_table);
end $$;
--> statement-breakpoint
do $$
declare t regclass;
begin
  for t in select c.oid from pg_class c where c.relnamespace = 'app'::regnamespace and c.relkind in ('r', 'p') and c.relrowsecurity
      and not exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'erasure_delete') loop
    call authz.protect_for_erasure(t);
  end loop;
end $$;
--> statement-breakpoint
call authz.protect('app.idempotency_record');
--> statement-breakpoint
call authz.protect('app.sandbox_mail');
--> statement-breakpoint
-- Takes one of so many requests in a window, and tells how many are left and when the window ends.
create function authz.take_request(p_bucket bytea, p_limit int, p_window int, p_at timestamptz) returns table (taken int, ends_in int)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare a authz.attempt; w interval := make_interval(secs => p_window);
begin
  insert into authz.attempt as x (bucket, window_started_at, taken) values (p_bucket, p_at, 1)
  on conflict (bucket) do update set
    taken = case when x.window_started_at + w <= p_at then 1 else least(x.taken, p_limit) + 1 end,
    window_started_at = case when x.window_started_at + w <= p_at then p_at else x.window_started_at end
  returning * into a;
  return query select a.taken, greatest(1, ceil(extract(epoch from a.window_started_at + w - p_at))::int);
end $$;
--> statement-breakpoint
-- A request that was answered with "nothing new" does not count.
create function authz.give_back_request(p_bucket bytea) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
  update authz.attempt a set taken = a.taken - 1 where a.bucket = p_bucket and a.taken > 0;
$$;
--> statement-breakpoint
grant execute on function authz.take_request(bytea, int, int, timestamptz), authz.give_back_request(bytea) to zq_auth;
--> statement-breakpoint
-- An audit row of what a function of this schema did, in the trail of any organisation, whatever state it is in and
-- whoever caused it: under the policy that only these functions can use.
drop procedure authz.write_audit(uuid, uuid, text, text, uuid, jsonb, text);
--> statement-breakpoint
create procedure authz.write_audit(
  p_tenant uuid, p_actor uuid, p_action text, p_type text, p_subject uuid, p_detail jsonb, p_request text, p_kind text default 'user'
) language plpgsql as $$
begin
  if not exists (select from authz.org o where o.id = p_tenant) then return; end if;
  perform set_config('app.noted_tenant', p_tenant::text, true);
  insert into app.audit_event (tenant_id, id, at, actor_kind, actor_id, action, subject_type, subject_id, detail, request_id)
  values (p_tenant, gen_random_uuid(), clock_timestamp(), p_kind, p_actor, p_action, p_type, p_subject, p_detail, p_request);
  perform set_config('app.noted_tenant', '', true);
end $$;
--> statement-breakpoint
drop policy authz_insert on app.audit_event;
--> statement-breakpoint
-- Who began the closing of an organisation: an owner may take back what an owner began.
alter table authz.org
  add column closing_by text check (closing_by in ('owner', 'operator')),
  add column closing_since timestamptz,
  add column sandbox_of uuid references authz.org on delete set null;
--> statement-breakpoint
create index on authz.org (sandbox_of) where sandbox_of is not null;
--> statement-breakpoint
-- As authz.manager, for what an organisation may do while it closes too: it writes nothing of the organisation itself.
create function authz.closing_manager(p_roles text[]) returns authz.access
language plpgsql stable as $$
declare x record; a authz.access;
begin
  select * into x from authz.context();
  a := authz.decide(x.credential, x.tenant, statement_timestamp());
  if a.via is distinct from 'membership' or not (a.role = any (p_roles)) or (a.level <> 'write' and a.org_status <> 'closing') then
    raise exception 'not for this role' using errcode = 'insufficient_privilege';
  end if;
  return a;
end $$;
--> statement-breakpoint
create or replace function authz.close_organisation(p_request text) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare a authz.access := authz.manager(array['owner']);
begin
  call authz.write_audit(a.tenant_id, a.user_id, 'organisation.closing', 'organisation', a.tenant_id, '{}', p_request);
  update authz.org o set status = 'closing', closing_by = 'owner', closing_since = statement_timestamp() where o.id = a.tenant_id;
end $$;
--> statement-breakpoint
-- done, unchanged (it is not closing), by-operator, or too-late (its deletion is due)
create function authz.reopen_organisation(p_request text) returns text
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare a authz.access; o authz.org;
begin
  select * into o from authz.org x where x.id = (select c.tenant from authz.context() c) for update;
  a := authz.closing_manager(array['owner']);
  if o.status <> 'closing' then return 'unchanged'; end if;
  if o.closing_by = 'operator' then return 'by-operator'; end if;
  if exists (select from authz.erasure e where e.org_id = o.id and (e.erased_at is not null or e.erase_after <= statement_timestamp())) then
    return 'too-late';
  end if;
  delete from authz.erasure e where e.org_id in (select s.id from authz.org s where s.sandbox_of = o.id union select o.id) and e.erased_at is null;
  if found then call authz.write_audit(o.id, a.user_id, 'data.erasure-cancelled', 'organisation', o.id, '{}', p_request); end if;
  update authz.org x set status = 'active', closing_by = null, closing_since = null
   where x.id = o.id or (x.sandbox_of = o.id and x.status = 'closing' and x.closing_since = o.closing_since);
  call authz.write_audit(o.id, a.user_id, 'organisation.reopened', 'organisation', o.id, '{}', p_request);
  return 'done';
end $$;
--> statement-breakpoint
-- done, unchanged
create function authz.rename_organisation(p_name text, p_request text) returns text
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare a authz.access; v_before text;
begin
  select o.name into v_before from authz.org o where o.id = (select c.tenant from authz.context() c) for update;
  a := authz.manager(array['owner', 'admin']);
  if v_before = p_name then return 'unchanged'; end if;
  update authz.org o set name = p_name where o.id = a.tenant_id;
  call authz.write_audit(a.tenant_id, a.user_id, 'organisation.renamed', 'organisation', a.tenant_id,
                         jsonb_build_object('before', v_before, 'after', p_name), p_request);
  return 'done';
end $$;
--> statement-breakpoint
drop function authz.organisation();
--> statement-breakpoint
create function authz.organisation() returns table (
  id uuid, kind text, name text, uscc text, status text, created_at timestamptz, created_by uuid, created_by_name text, has_owner boolean,
  is_sandbox boolean, sandbox_of uuid, sandbox_of_name text, closing_by text, closing_since timestamptz, erase_after timestamptz
) language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare t uuid := authz.tenant('read');
begin
  return query
    select o.id, o.kind, o.name, o.uscc, o.status, o.created_at, k.id, k.name, authz.owners(o.id) > 0,
           o.is_sandbox, p.id, p.name, o.closing_by, o.closing_since, e.erase_after
      from authz.org o left join authz.org k on k.id = o.created_by_org left join authz.org p on p.id = o.sandbox_of
      left join authz.erasure e on e.org_id = o.id and e.erased_at is null where o.id = t;
end $$;
--> statement-breakpoint
create or replace function authz.operator_set_status(
  p_credential bytea, p_org uuid, p_status text, p_reason text, p_at timestamptz, p_request text
) returns text
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare v_operator uuid := authz.operator_of(p_credential); v_before text;
begin
  if v_operator is null then return 'not-operator'; end if;
  select o.status into v_before from authz.org o where o.id = p_org for update;
  if not found then return 'not-found'; end if;
  if v_before = p_status then return 'unchanged'; end if;
  update authz.org o set status = p_status,
    closing_by = case when p_status = 'closing' then 'operator' when p_status = 'suspended' then o.closing_by end,
    closing_since = case when p_status = 'closing' then statement_timestamp() when p_status = 'suspended' then o.closing_since end
   where o.id = p_org;
  call authz.note_in_audit(p_org, v_operator, 'operator.status-changed',
    jsonb_build_object('before', v_before, 'after', p_status, 'reason', p_reason), p_at, p_request);
  return 'done';
end $$;
--> statement-breakpoint
-- With an organisation go its sandboxes.
create or replace function authz.request_erasure(
  p_credential bytea, p_org uuid, p_name text, p_reason text, p_at timestamptz, p_request text
) returns table (outcome text, erase_after timestamptz)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare v_owner uuid := authz.owner_of(p_credential, p_org); o authz.org; v_now timestamptz := statement_timestamp();
        v_after timestamptz := statement_timestamp() + interval '30 days';
begin
  if v_owner is null then return query select 'not-owner', null::timestamptz; return; end if;
  select * into o from authz.org x where x.id = p_org for update;
  if o.name <> p_name then return query select 'other-name', null::timestamptz; return; end if;
  if exists (select from authz.erasure e where e.org_id = p_org) then
    return query select 'unchanged', null::timestamptz; return;
  end if;
  v_now := coalesce(case when o.status = 'closing' then o.closing_since end, v_now);
  update authz.org x set status = 'closing', closing_by = coalesce(x.closing_by, 'owner'), closing_since = v_now
   where x.id = p_org or (x.sandbox_of = p_org and x.status = 'active');
  insert into authz.erasure (org_id, requested_by, requested_at, erase_after)
  select x.id, v_owner, statement_timestamp(), v_after from authz.org x where x.id = p_org or x.sandbox_of = p_org on conflict do nothing;
  call authz.note_in_audit(p_org, v_owner, 'data.erasure-requested',
    jsonb_build_object('eraseAfter', v_after, 'reason', p_reason), p_at, p_request);
  return query select 'done', v_after;
end $$;
--> statement-breakpoint
create or replace function authz.cancel_erasure(p_credential bytea, p_org uuid, p_at timestamptz, p_request text) returns text
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare v_owner uuid := authz.owner_of(p_credential, p_org); o authz.org;
begin
  if v_owner is null then return 'not-owner'; end if;
  select * into o from authz.org x where x.id = p_org for update;
  delete from authz.erasure e where e.org_id = p_org and e.erased_at is null;
  if not found then return 'unchanged'; end if;
  delete from authz.erasure e using authz.org s where s.sandbox_of = p_org and e.org_id = s.id and e.erased_at is null;
  -- what the operator has closed stays closed
  update authz.org x set status = 'active', closing_by = null, closing_since = null
   where x.status = 'closing' and x.closing_by is distinct from 'operator'
     and (x.id = p_org or (x.sandbox_of = p_org and x.closing_since = o.closing_since));
  call authz.note_in_audit(p_org, v_owner, 'data.erasure-cancelled', '{}', p_at, p_request);
  return 'done';
end $$;
--> statement-breakpoint
-- Sandboxes first: their people have no other reason to be known then.
create or replace function authz.due_erasures() returns setof uuid
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select e.org_id from authz.erasure e join authz.org o on o.id = e.org_id
   where e.erased_at is null and e.erase_after <= statement_timestamp() and o.status = 'closing' order by e.erase_after, o.is_sandbox desc;
$$;
--> statement-breakpoint
-- Either side ends it, at once, and while it closes too. The mail goes to the other side's owners.
create or replace function authz.end_engagement(p_engagement uuid, p_request text) returns table (outcome text, company text, consultancy text, tell text[])
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare a authz.access := authz.closing_manager(array['owner', 'admin']); e authz.engagement; v_other uuid;
begin
  select * into e from authz.engagement x where x.id = p_engagement and a.tenant_id in (x.company_id, x.consultancy_id) for update;
  if not found or e.revoked_at is not null then
    return query select case when e.id is null then 'missing' else 'unchanged' end, null::text, null::text, '{}'::text[];
    return;
  end if;
  call authz.end_engagement_row(e, a.user_id, p_request);
  v_other := case when a.tenant_id = e.company_id then e.consultancy_id else e.company_id end;
  return query select 'done', c.name, k.name, array(
      select u.email from authz.membership m join authz.app_user u on u.id = m.user_id
       where m.org_id = v_other and m.role = 'owner' and m.revoked_at is null and u.email_verified_at is not null)
    from authz.org c, authz.org k where c.id = e.company_id and k.id = e.consultancy_id;
end $$;
--> statement-breakpoint
create or replace procedure authz.end_engagement_row(e authz.engagement, p_actor uuid, p_request text) language plpgsql as $$
declare k record;
begin
  update authz.engagement x set revoked_at = statement_timestamp() where x.id = e.id and x.revoked_at is null;
  -- keys of the consultancy end for this company too, whatever comes later
  for k in
    delete from authz.api_key_grant g using authz.credential c
     where c.id = g.credential_id and c.tenant_id = e.consultancy_id and g.tenant_id = e.company_id returning g.credential_id
  loop
    call authz.note_foreign_key(k.credential_id, e.company_id, 'api-key.foreign-withdrawn', p_actor, 'user', '{"by": "engagement-ended"}', p_request);
  end loop;
  call authz.write_audit(e.company_id, p_actor, 'engagement.ended', 'engagement', e.id, '{}', p_request);
  call authz.write_audit(e.consultancy_id, p_actor, 'engagement.ended', 'engagement', e.id, '{}', p_request);
end $$;
--> statement-breakpoint
-- What happens to the key of a consultancy stands in the trail of the company that it was given.
alter table authz.api_key_grant add column first_used_at timestamptz;
--> statement-breakpoint
create procedure authz.note_foreign_key(
  p_credential bytea, p_company uuid, p_action text, p_actor uuid, p_kind text, p_more jsonb, p_request text
) language plpgsql as $$
declare k record;
begin
  select y.id, y.name, o.name as owner_name into k from authz.api_key y join authz.org o on o.id = y.tenant_id
   where y.credential_id = p_credential and y.tenant_id <> p_company;
  if not found then return; end if;
  call authz.write_audit(p_company, coalesce(p_actor, k.id), p_action, 'api-key', k.id,
                         jsonb_build_object('name', k.name, 'ownerName', k.owner_name) || p_more, p_request, p_kind);
end $$;
--> statement-breakpoint
drop function authz.grantable_companies();
--> statement-breakpoint
-- Companies that the person of the context may give a key of this organisation for: never more than the person may do.
create function authz.grantable_companies() returns table (company_id uuid, name text, level text, is_sandbox boolean)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare a authz.access := authz.key_manager('read'); x record; n timestamptz := statement_timestamp();
begin
  select * into x from authz.context();
  return query
    select q.id, q.name, (q.d).level, q.is_sandbox from (
      select o.id, o.name, o.is_sandbox, authz.decide(x.credential, o.id, n) as d from authz.org o
       where (o.id = a.tenant_id and o.kind = 'company') or o.sandbox_of = a.tenant_id or o.id in (
         select e.company_id from authz.engagement e join authz.engagement_member em on em.engagement_id = e.id
          where e.consultancy_id = a.tenant_id and em.user_id = a.user_id
            and e.revoked_at is null and e.starts_at <= n and e.ends_at > n)
      offset 0) q
     where (q.d).level is not null order by q.name, q.id;
end $$;
--> statement-breakpoint
-- An organisation's way into a company, for the API keys it owns: itself, its own sandbox, or by a live engagement. A test
-- key works for sandboxes only, and no other key does.
create or replace function authz.key_level(p_owner uuid, p_key bytea, p_tenant uuid, p_at timestamptz) returns text
language plpgsql stable as $$
declare g record; v_engaged text;
begin
  select x.level, x.engagement_id, o.status, c.sandbox_of into g
    from authz.api_key_grant x
    join authz.org o on o.id = p_owner and o.status <> 'suspended'
    join authz.org c on c.id = p_tenant
    left join authz.api_key k on k.credential_id = x.credential_id
   where x.credential_id = p_key and x.tenant_id = p_tenant and c.is_sandbox = (coalesce(k.mode, 'live') = 'test');
  if not found then return null; end if;
  if p_owner = p_tenant then return g.level; end if;
  if g.status <> 'active' then return null; end if;
  if g.sandbox_of = p_owner then return g.level; end if;
  select max(e.level) into v_engaged from authz.engagement e
   where e.consultancy_id = p_owner and e.company_id = p_tenant and (g.engagement_id is null or e.id = g.engagement_id)
     and e.revoked_at is null and e.starts_at <= p_at and e.ends_at > p_at;
  -- not least(): it would pass over a missing engagement
  return case when v_engaged = 'read' then 'read' when v_engaged = 'write' then g.level end;
end $$;
--> statement-breakpoint
drop function authz.grant_api_key(uuid, uuid, text);
--> statement-breakpoint
-- Lets a key act for a company: granted, unchanged, missing (no such key here) or not-open (no such company for them).
create function authz.grant_api_key(p_key uuid, p_company uuid, p_level text, p_request text) returns text
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare a authz.access := authz.key_manager('write'); n timestamptz := statement_timestamp(); k record; v_own text; v_engagement uuid;
begin
  select y.credential_id, y.mode into k from authz.api_key y join authz.credential c on c.id = y.credential_id
   where y.id = p_key and y.tenant_id = a.tenant_id and c.revoked_at is null for update of y;
  if not found then return 'missing'; end if;
  -- nobody hands to a program what they may not do themselves: a consultant must be named, an admin is not enough
  select g.level into v_own from authz.grantable_companies() g
   where g.company_id = p_company and g.is_sandbox = (k.mode = 'test');
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
  call authz.note_foreign_key(k.credential_id, p_company, 'api-key.foreign-granted', a.user_id, 'user', jsonb_build_object('level', p_level), p_request);
  return 'granted';
end $$;
--> statement-breakpoint
drop function authz.withdraw_api_key_grant(uuid, uuid);
--> statement-breakpoint
create function authz.withdraw_api_key_grant(p_key uuid, p_company uuid, p_request text) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare a authz.access := authz.key_manager('write'); v_credential bytea;
begin
  -- the owner of the key, or the company that it acts for
  delete from authz.api_key_grant g using authz.api_key k
   where k.id = p_key and g.credential_id = k.credential_id and g.tenant_id = p_company
     and a.tenant_id in (k.tenant_id, g.tenant_id) returning g.credential_id into v_credential;
  if not found then return false; end if;
  -- what the company does itself, it writes down itself
  if a.tenant_id <> p_company then
    call authz.note_foreign_key(v_credential, p_company, 'api-key.foreign-withdrawn', a.user_id, 'user', '{"by": "owner"}', p_request);
  end if;
  return true;
end $$;
--> statement-breakpoint
drop function authz.rotate_api_key(uuid, uuid, bytea, text, int, int);
--> statement-breakpoint
-- A second key in the place of the first, which goes on for the overlap: rotated, missing or ended, and when the old one ends.
create function authz.rotate_api_key(
  p_old uuid, p_new uuid, p_credential bytea, p_start text, p_days int, p_overlap_hours int, p_request text,
  out outcome text, out previous_ends_at timestamptz
) language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare a authz.access := authz.key_manager('write'); n timestamptz := statement_timestamp(); k authz.api_key; c authz.credential; g record;
begin
  select * into k from authz.api_key y where y.id = p_old and y.tenant_id = a.tenant_id for update;
  if not found then outcome := 'missing'; return; end if;
  select * into c from authz.credential y where y.id = k.credential_id for update;
  if k.replaced_by is not null or c.revoked_at is not null or c.expires_at <= n then outcome := 'ended'; return; end if;
  perform authz.create_api_key(p_new, p_credential, k.name, k.mode, p_start, k.scopes, c.level, p_days);
  for g in
    insert into authz.api_key_grant (credential_id, tenant_id, level, engagement_id, granted_by, granted_at)
    select p_credential, x.tenant_id, x.level, x.engagement_id, x.granted_by, x.granted_at
      from authz.api_key_grant x where x.credential_id = k.credential_id returning tenant_id, level
  loop
    call authz.note_foreign_key(p_credential, g.tenant_id, 'api-key.foreign-granted', a.user_id, 'user',
      jsonb_build_object('level', g.level, 'by', 'rotation'), p_request);
  end loop;
  update authz.api_key y set replaced_by = p_new where y.id = p_old;
  update authz.credential y set expires_at = least(y.expires_at, n + make_interval(hours => p_overlap_hours))
   where y.id = k.credential_id returning y.expires_at into previous_ends_at;
  outcome := 'rotated';
end $$;
--> statement-breakpoint
drop function authz.revoke_api_key(uuid);
--> statement-breakpoint
create function authz.revoke_api_key(p_key uuid, p_request text) returns text
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare a authz.access := authz.key_manager('write'); v_credential bytea; g record;
begin
  update authz.credential c set revoked_at = statement_timestamp() from authz.api_key k
   where k.id = p_key and k.tenant_id = a.tenant_id and c.id = k.credential_id and c.revoked_at is null returning c.id into v_credential;
  if found then
    for g in select x.tenant_id from authz.api_key_grant x where x.credential_id = v_credential loop
      call authz.note_foreign_key(v_credential, g.tenant_id, 'api-key.foreign-withdrawn', a.user_id, 'user', '{"by": "revocation"}', p_request);
    end loop;
    return 'revoked';
  end if;
  return case when exists (select from authz.api_key k where k.id = p_key and k.tenant_id = a.tenant_id) then 'unchanged' else 'missing' end;
end $$;
--> statement-breakpoint
drop function authz.use_api_key(bytea);
--> statement-breakpoint
-- Who comes with this key, for which company. Notes at most once a minute that it is in use, and in the company's own trail
-- when the key of somebody else comes for the first time.
create function authz.use_api_key(p_credential bytea, p_company uuid, p_request text) returns table (key_id uuid, tenant_id uuid, mode text, scopes text[])
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare k record; n timestamptz := statement_timestamp();
begin
  select y.id, y.tenant_id, y.mode, y.scopes, y.last_used_at into k from authz.api_key y
    join authz.credential c on c.id = y.credential_id join authz.org o on o.id = y.tenant_id
   where c.id = p_credential and c.kind = 'api_key' and c.revoked_at is null
     and c.expires_at > n and c.absolute_expires_at > n and o.status <> 'suspended';
  if not found then return; end if;
  if k.last_used_at is null or k.last_used_at < n - interval '1 minute' then
    update authz.api_key y set last_used_at = n where y.id = k.id and y.last_used_at is not distinct from k.last_used_at;
  end if;
  if p_company <> k.tenant_id and (authz.decide(p_credential, p_company, n)).level is not null then
    update authz.api_key_grant g set first_used_at = n
     where g.credential_id = p_credential and g.tenant_id = p_company and g.first_used_at is null;
    if found then call authz.note_foreign_key(p_credential, p_company, 'api-key.foreign-first-used', null, 'api-key', '{}', p_request); end if;
  end if;
  return query select k.id, k.tenant_id, k.mode, k.scopes;
end $$;
--> statement-breakpoint
grant execute on function
  authz.grantable_companies(), authz.grant_api_key(uuid, uuid, text, text), authz.withdraw_api_key_grant(uuid, uuid, text),
  authz.rotate_api_key(uuid, uuid, bytea, text, int, int, text), authz.revoke_api_key(uuid, text),
  authz.organisation(), authz.rename_organisation(text, text), authz.reopen_organisation(text)
to zq_app;
--> statement-breakpoint
grant execute on function authz.use_api_key(bytea, uuid, text) to zq_auth;
--> statement-breakpoint
-- Whether the tenant of the context is there to rehearse: nothing leaves the product for it.
create function authz.is_sandbox() returns boolean
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare t uuid := authz.tenant('read');
begin
  return coalesce((select o.is_sandbox from authz.org o where o.id = t), false);
end $$;
--> statement-breakpoint
-- A company to rehearse with; its owner is the caller. done, full (five are enough), or sandbox (it is one itself)
create function authz.create_sandbox(p_org uuid, p_name text, p_request text) returns text
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare a authz.access; o authz.org;
begin
  select * into o from authz.org x where x.id = (select c.tenant from authz.context() c) for update;
  a := authz.manager(array['owner', 'admin']);
  if o.is_sandbox then return 'sandbox'; end if;
  if (select count(*) from authz.org x where x.sandbox_of = a.tenant_id) >= 5 then return 'full'; end if;
  insert into authz.org (id, kind, name, is_sandbox, sandbox_of) values (p_org, 'company', p_name, true, a.tenant_id);
  insert into authz.membership (user_id, org_id, role) values (a.user_id, p_org, 'owner');
  call authz.write_audit(a.tenant_id, a.user_id, 'sandbox.created', 'organisation', p_org, '{}', p_request);
  call authz.write_audit(p_org, a.user_id, 'organisation.created', 'organisation', p_org, '{}', p_request);
  return 'done';
end $$;
--> statement-breakpoint
create function authz.sandboxes() returns table (id uuid, name text, created_at timestamptz, status text, open boolean)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare x record; a authz.access; n timestamptz := statement_timestamp();
begin
  select * into x from authz.context();
  a := authz.decide(x.credential, x.tenant, n);
  if a.via is distinct from 'membership' then raise exception 'for members only' using errcode = 'insufficient_privilege'; end if;
  return query
    select o.id, o.name, o.created_at, o.status, (authz.decide(x.credential, o.id, n)).level is not null
      from authz.org o where o.sandbox_of = a.tenant_id and o.status <> 'suspended' order by o.created_at, o.id;
end $$;
--> statement-breakpoint
grant execute on function authz.is_sandbox() to zq_app, zq_worker;
--> statement-breakpoint
grant execute on function authz.create_sandbox(uuid, text, text), authz.sandboxes() to zq_app;
--> statement-breakpoint
create policy sandbox_insert on app.sandbox_mail for insert to zq_authz with check (tenant_id = (select authz.tenant('write')));
--> statement-breakpoint
grant insert on app.sandbox_mail to zq_authz;
--> statement-breakpoint
-- In the language of who gets it; `p_language` is for people who have not chosen one, or have no account. No mail leaves
-- for a sandbox: it is kept where the sandbox can read it.
create or replace function authz.enqueue_mail(p_to text, p_template text, p_language text, p_data jsonb) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  t uuid := authz.tenant('read');
  v_language text := coalesce((select u.language from authz.app_user u where u.email_key = lower(normalize(p_to, nfkc))), p_language);
begin
  -- a statement smuggled into a tenant's query must at least stand in a tenant
  if session_user <> 'zq_auth' and t is null then
    raise exception 'no tenant' using errcode = 'insufficient_privilege';
  end if;
  if exists (select from authz.org o where o.id = t and o.is_sandbox) then
    -- one that is closing keeps none
    if authz.tenant('write') is not null then
      insert into app.sandbox_mail (tenant_id, id, to_address, template, language, data, created_at)
      values (t, gen_random_uuid(), p_to, p_template, v_language, p_data, clock_timestamp());
    end if;
    return;
  end if;
  insert into authz.mail (to_address, template, language, data) values (p_to, p_template, v_language, p_data);
  perform pg_notify('zq_mail', '');
end $$;
--> statement-breakpoint
-- done, no-company, or sandbox (nobody works for one)
create or replace function authz.invite_consultancy(
  p_id uuid, p_token bytea, p_email text, p_key text, p_level text, p_ends timestamptz, p_request text
) returns text language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare a authz.access := authz.manager(array['owner', 'admin']); i authz.invitation;
begin
  if a.org_kind <> 'company' then return 'no-company'; end if;
  if (select o.is_sandbox from authz.org o where o.id = a.tenant_id) then return 'sandbox'; end if;
  i.id := p_id; i.token := p_token; i.purpose := 'engagement'; i.org_id := a.tenant_id; i.from_org := a.tenant_id;
  i.email := p_email; i.email_key := p_key; i.level := p_level; i.ends_at := p_ends; i.invited_by := a.user_id;
  call authz.add_invitation(i, p_request);
  return 'done';
end $$;
--> statement-breakpoint
-- The decision as a set, for sessions and for the read-only portfolio role. It says the same as authz.decide for each
-- organisation but sandboxes, which are in no portfolio, in one statement: asked five hundred times over, the decision would
-- cost more than the page it is for.
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
  ) q join authz.org o on o.id = q.id and o.status <> 'suspended' and not o.is_sandbox;
  return coalesce(v, '{}');
end $$;
--> statement-breakpoint
drop function authz.organisations_of(bytea);
--> statement-breakpoint
-- Organisations that a session may enter, with what it may do there; `until`: an operator's look in ends then.
create function authz.organisations_of(p_id bytea)
returns table (id uuid, kind text, name text, uscc text, status text, role text, level text, until timestamptz, is_sandbox boolean)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare v_user uuid; n timestamptz := statement_timestamp();
begin
  select c.user_id into v_user from authz.credential c where c.id = p_id and c.kind = 'session';
  return query
    select o.id, o.kind, o.name, o.uscc, o.status, (a.d).role, (a.d).level,
           case when (a.d).via = 'break-glass' then (
             select max(b.ends_at) from authz.break_glass b
              where b.operator_id = v_user and b.tenant_id = o.id and b.ended_at is null and b.opened_at <= n) end,
           o.is_sandbox
      from (
      select q.id, authz.decide(p_id, q.id, n) as d from (
        select m.org_id as id from authz.membership m where m.user_id = v_user
        union
        select e.company_id from authz.engagement_member em join authz.engagement e on e.id = em.engagement_id
         where em.user_id = v_user
        union
        select b.tenant_id from authz.break_glass b
         where b.operator_id = v_user and b.ended_at is null and b.ends_at > n) q
      offset 0) a
      join authz.org o on o.id = a.id
     where (a.d).level is not null
     order by o.is_sandbox, o.kind desc, o.name, o.id;
end $$;
--> statement-breakpoint
drop function authz.companies_of_key(bytea, uuid, timestamptz, uuid, int);
--> statement-breakpoint
-- Companies that a key may act for now, a page at a time in the order of their making; or the one asked for.
create function authz.companies_of_key(p_credential bytea, p_only uuid, p_after_at timestamptz, p_after uuid, p_limit int)
returns table (id uuid, name text, uscc text, status text, level text, is_sandbox boolean, sort_at text)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare n timestamptz := statement_timestamp();
begin
  return query
    select o.id, o.name, o.uscc, o.status, (q.d).level, o.is_sandbox,
           to_char(o.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')
      from (select g.tenant_id, authz.decide(p_credential, g.tenant_id, n) as d from authz.api_key_grant g
             where g.credential_id = p_credential and (p_only is null or g.tenant_id = p_only) offset 0) q
      join authz.org o on o.id = q.tenant_id
     where (q.d).level is not null and (p_after_at is null or (o.created_at, o.id) > (p_after_at, p_after))
     order by o.created_at, o.id limit p_limit;
end $$;
--> statement-breakpoint
drop function authz.operator_organisations(bytea, text, text, timestamptz, uuid, int);
--> statement-breakpoint
-- Who there is: names, state and how many people, nothing of what is inside. `p_before` is the place of a page's last row.
create function authz.operator_organisations(
  p_credential bytea, p_search text, p_status text, p_before_at timestamptz, p_before_id uuid, p_limit int
) returns table (
  id uuid, kind text, name text, uscc text, status text, created_at text, members int, engagements int, is_sandbox boolean, ownerless boolean
) language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  if authz.operator_of(p_credential) is null then return; end if;
  return query
    select o.id, o.kind, o.name, o.uscc, o.status,
           to_char(o.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
           (select count(*)::int from authz.membership m where m.org_id = o.id and m.revoked_at is null),
           (select count(*)::int from authz.engagement e where o.id in (e.company_id, e.consultancy_id)
               and e.revoked_at is null and e.ends_at > statement_timestamp()),
           o.is_sandbox, authz.is_ownerless(o)
      from authz.org o
     where (p_status is null or o.status = p_status)
       and (p_search is null or strpos(lower(o.name), lower(p_search)) > 0 or o.uscc = upper(p_search))
       and (p_before_at is null or (o.created_at, o.id) < (p_before_at, p_before_id))
     order by o.created_at desc, o.id desc limit p_limit;
end $$;
--> statement-breakpoint
-- A company that nobody can act for as its owner, and no consultancy either: the one that entered it is gone.
create function authz.is_ownerless(o authz.org) returns boolean language sql stable as $$
  select o.kind = 'company' and o.created_by_org is null and authz.owners(o.id) = 0;
$$;
--> statement-breakpoint
-- An operator hands such a company over to a person of its own, by an invitation. done, owned (it has an owner, or a
-- consultancy that hands it over itself), closed, not-found, not-operator; and the names for the mail.
create function authz.operator_hand_over(
  p_credential bytea, p_org uuid, p_id uuid, p_token bytea, p_email text, p_key text, p_reason text, p_at timestamptz, p_request text,
  out outcome text, out organisation text, out inviter text
) language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare v_operator uuid := authz.operator_of(p_credential); o authz.org; n timestamptz := statement_timestamp();
begin
  if v_operator is null then outcome := 'not-operator'; return; end if;
  select * into o from authz.org x where x.id = p_org for update;
  if not found then outcome := 'not-found'; return; end if;
  if not authz.is_ownerless(o) then outcome := 'owned'; return; end if;
  if o.status <> 'active' then outcome := 'closed'; return; end if;
  update authz.invitation i set revoked_at = n
   where i.org_id = p_org and i.purpose = 'membership' and i.accepted_at is null and i.revoked_at is null;
  insert into authz.invitation (id, token, purpose, org_id, from_org, email, email_key, role, invited_by, created_at, expires_at)
  values (p_id, p_token, 'membership', p_org, p_org, p_email, p_key, 'owner', v_operator, n, n + interval '7 days');
  call authz.note_in_audit(p_org, v_operator, 'operator.handed-over',
    jsonb_build_object('invitationId', p_id, 'reason', p_reason), p_at, p_request);
  outcome := 'done'; organisation := o.name;
  select u.name into inviter from authz.app_user u where u.id = v_operator;
end $$;
--> statement-breakpoint
-- How often the owners get the end of the audit chain by mail. No row: weekly.
create table authz.audit_mail (
  tenant_id uuid primary key references authz.org on delete cascade,
  frequency text not null default 'weekly' check (frequency in ('weekly', 'monthly', 'off')),
  sent_on date,
  sent_seq bigint
);
--> statement-breakpoint
create function authz.audit_mail() returns table (frequency text, sent_on text)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare t uuid := authz.tenant('read');
begin
  return query select coalesce(m.frequency, 'weekly'), m.sent_on::text
    from (select t as id) x left join authz.audit_mail m on m.tenant_id = x.id where t is not null;
end $$;
--> statement-breakpoint
-- done, unchanged
create function authz.set_audit_mail(p_frequency text, p_request text) returns text
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare a authz.access := authz.manager(array['owner', 'admin']); v_before text;
begin
  insert into authz.audit_mail (tenant_id) values (a.tenant_id) on conflict do nothing;
  select m.frequency into v_before from authz.audit_mail m where m.tenant_id = a.tenant_id for update;
  if v_before = p_frequency then return 'unchanged'; end if;
  update authz.audit_mail m set frequency = p_frequency where m.tenant_id = a.tenant_id;
  call authz.write_audit(a.tenant_id, a.user_id, 'audit.mail-changed', 'organisation', a.tenant_id,
                         jsonb_build_object('before', v_before, 'after', p_frequency), p_request);
  return 'done';
end $$;
--> statement-breakpoint
-- Leaves the mails with the end of the chain, when they are due and something has happened since the last ones: to every
-- owner with a proven address. How many there are.
create function authz.mail_audit_head(p_day date) returns int
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare t uuid := authz.tenant('read'); m authz.audit_mail; h authz.audit_head; v_to text; v_name text; v_sent int := 0;
begin
  if t is null then return 0; end if;
  insert into authz.audit_mail (tenant_id) values (t) on conflict do nothing;
  select * into m from authz.audit_mail x where x.tenant_id = t for update;
  select * into h from authz.audit_head x where x.tenant_id = t;
  if h.seq is null or h.seq is not distinct from m.sent_seq or not (case m.frequency
    when 'weekly' then m.sent_on is null or p_day >= m.sent_on + 7
    when 'monthly' then m.sent_on is null or date_trunc('month', p_day) > date_trunc('month', m.sent_on)
    else false end) then return 0; end if;
  select o.name into v_name from authz.org o where o.id = t;
  for v_to in
    select u.email from authz.membership y join authz.app_user u on u.id = y.user_id
     where y.org_id = t and y.role = 'owner' and y.revoked_at is null and u.disabled_at is null and u.email_verified_at is not null
  loop
    perform authz.enqueue_mail(v_to, 'audit-anchor', 'zh', jsonb_build_object('organisation', v_name, 'seq', h.seq,
      'hash', encode(h.hash, 'hex'), 'at', p_day::text));
    v_sent := v_sent + 1;
  end loop;
  if v_sent > 0 then update authz.audit_mail x set sent_on = p_day, sent_seq = h.seq where x.tenant_id = t; end if;
  return v_sent;
end $$;
--> statement-breakpoint
grant execute on function authz.audit_mail(), authz.set_audit_mail(text, text) to zq_app;
--> statement-breakpoint
grant execute on function authz.mail_audit_head(date) to zq_worker;
--> statement-breakpoint
grant execute on function
  authz.organisations_of(bytea), authz.companies_of_key(bytea, uuid, timestamptz, uuid, int),
  authz.operator_organisations(bytea, text, text, timestamptz, uuid, int),
  authz.operator_hand_over(bytea, uuid, uuid, bytea, text, text, text, timestamptz, text)
to zq_auth;
