-- People who run the platform. They see which organisations there are and nothing of what is in them.
create table authz.operator (
  user_id uuid primary key references authz.app_user on delete cascade,
  granted_at timestamptz not null default now(),
  revoked_at timestamptz
);
--> statement-breakpoint
-- An operator's look into one organisation: to read, for a reason, for hours, seen by the organisation.
create table authz.break_glass (
  id uuid primary key,
  operator_id uuid not null references authz.app_user,
  tenant_id uuid not null references authz.org on delete cascade,
  reason text not null check (char_length(reason) between 10 and 500),
  opened_at timestamptz not null,
  ends_at timestamptz not null,
  ended_at timestamptz,
  check (ends_at > opened_at and ends_at <= opened_at + interval '4 hours')
);
--> statement-breakpoint
create index on authz.break_glass (operator_id, tenant_id);
--> statement-breakpoint
create index on authz.break_glass (tenant_id);
--> statement-breakpoint
-- Working-day notices of the State Council that came out after the release. Nothing is changed: a correction is a new
-- version, and the newest of a year counts.
create table authz.working_day_notice (
  revision bigint primary key check (revision > 0),
  year int not null check (year between 2000 and 2100),
  version int not null check (version > 0),
  content jsonb not null,
  reason text not null check (char_length(reason) between 3 and 500),
  entered_by uuid references authz.app_user on delete set null,
  entered_at timestamptz not null,
  unique (year, version)
);
--> statement-breakpoint
-- An operator's look in comes after every other way in, and never gives more than reading.
alter function authz.way_in(uuid, uuid, timestamptz) rename to way_in_of_own;
--> statement-breakpoint
create function authz.way_in(p_user uuid, p_tenant uuid, p_at timestamptz, out level text, out role text, out via text)
language plpgsql stable as $$
begin
  select w.level, w.role, w.via into level, role, via from authz.way_in_of_own(p_user, p_tenant, p_at) w;
  if level is not null then return; end if;
  select 'read', 'operator', 'break-glass' into level, role, via
    from authz.break_glass b join authz.operator o on o.user_id = b.operator_id
   where b.operator_id = p_user and b.tenant_id = p_tenant and b.ended_at is null and b.ends_at > p_at
     and b.opened_at <= p_at and o.revoked_at is null
   limit 1;
end $$;
--> statement-breakpoint
-- The operator behind a session; null when it is nobody's or not an operator's.
create function authz.operator_of(p_credential bytea) returns uuid
language sql stable as $$
  select o.user_id from authz.credential c
    join authz.app_user u on u.id = c.user_id and u.disabled_at is null
    join authz.operator o on o.user_id = u.id and o.revoked_at is null
   where c.id = p_credential and c.kind = 'session' and c.level = 'write' and c.revoked_at is null
     and c.expires_at > statement_timestamp() and c.absolute_expires_at > statement_timestamp();
$$;
--> statement-breakpoint
-- What is done to an organisation from outside stands in its own audit, whatever state it is in. Only a function of this
-- schema's owner can set and use this: the policy is for that role alone.
create function authz.noted_tenant(p_level text) returns uuid
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select case when p_level = 'write' then nullif(current_setting('app.noted_tenant', true), '')::uuid end;
$$;
--> statement-breakpoint
create policy note_insert on app.audit_event for insert to zq_authz
  with check (tenant_id = (select authz.noted_tenant('write')));
--> statement-breakpoint
grant insert on app.audit_event to zq_authz;
--> statement-breakpoint
create procedure authz.note_in_audit(
  p_tenant uuid, p_actor uuid, p_action text, p_detail jsonb, p_at timestamptz, p_request text
) language plpgsql as $$
begin
  perform set_config('app.noted_tenant', p_tenant::text, true);
  insert into app.audit_event (tenant_id, id, at, actor_kind, actor_id, action, subject_type, subject_id, detail, request_id)
  values (p_tenant, gen_random_uuid(), p_at, 'user', p_actor, p_action, 'organisation', p_tenant, p_detail, p_request);
  perform set_config('app.noted_tenant', '', true);
end $$;
--> statement-breakpoint
create function authz.is_operator(p_credential bytea) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select authz.operator_of(p_credential) is not null;
$$;
--> statement-breakpoint
-- Who there is: names, state and how many people, nothing of what is inside. `p_before` is the place of a page's last row.
create function authz.operator_organisations(
  p_credential bytea, p_search text, p_status text, p_before_at timestamptz, p_before_id uuid, p_limit int
) returns table (
  id uuid, kind text, name text, uscc text, status text, created_at text, members int, engagements int
) language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  if authz.operator_of(p_credential) is null then return; end if;
  return query
    select o.id, o.kind, o.name, o.uscc, o.status,
           to_char(o.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
           (select count(*)::int from authz.membership m where m.org_id = o.id and m.revoked_at is null),
           (select count(*)::int from authz.engagement e where o.id in (e.company_id, e.consultancy_id)
               and e.revoked_at is null and e.ends_at > statement_timestamp())
      from authz.org o
     where (p_status is null or o.status = p_status)
       and (p_search is null or strpos(lower(o.name), lower(p_search)) > 0 or o.uscc = upper(p_search))
       and (p_before_at is null or (o.created_at, o.id) < (p_before_at, p_before_id))
     order by o.created_at desc, o.id desc limit p_limit;
end $$;
--> statement-breakpoint
create function authz.operator_set_status(
  p_credential bytea, p_org uuid, p_status text, p_reason text, p_at timestamptz, p_request text
) returns text
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare v_operator uuid := authz.operator_of(p_credential); v_before text;
begin
  if v_operator is null then return 'not-operator'; end if;
  select o.status into v_before from authz.org o where o.id = p_org for update;
  if not found then return 'not-found'; end if;
  if v_before = p_status then return 'unchanged'; end if;
  update authz.org o set status = p_status where o.id = p_org;
  call authz.note_in_audit(p_org, v_operator, 'operator.status-changed',
    jsonb_build_object('before', v_before, 'after', p_status, 'reason', p_reason), p_at, p_request);
  return 'done';
end $$;
--> statement-breakpoint
create function authz.open_break_glass(
  p_credential bytea, p_id uuid, p_org uuid, p_reason text, p_minutes int, p_at timestamptz, p_request text
) returns text
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare v_operator uuid := authz.operator_of(p_credential); v_status text;
        n timestamptz := statement_timestamp(); v_ends timestamptz := n + make_interval(mins => p_minutes);
begin
  if v_operator is null then return 'not-operator'; end if;
  select o.status into v_status from authz.org o where o.id = p_org for share;
  if not found then return 'not-found'; end if;
  if v_status = 'suspended' then return 'suspended'; end if;
  -- the database's own clock decides whether it is open, so it says how long
  insert into authz.break_glass (id, operator_id, tenant_id, reason, opened_at, ends_at)
  values (p_id, v_operator, p_org, p_reason, n, v_ends);
  call authz.note_in_audit(p_org, v_operator, 'operator.break-glass-opened',
    jsonb_build_object('breakGlassId', p_id, 'reason', p_reason, 'endsAt', v_ends), p_at, p_request);
  return 'done';
end $$;
--> statement-breakpoint
create function authz.end_break_glass(p_credential bytea, p_id uuid, p_at timestamptz, p_request text) returns text
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare v_operator uuid := authz.operator_of(p_credential); b authz.break_glass;
begin
  if v_operator is null then return 'not-operator'; end if;
  select * into b from authz.break_glass x where x.id = p_id for update;
  if not found then return 'not-found'; end if;
  if b.ended_at is not null or b.ends_at <= statement_timestamp() then return 'unchanged'; end if;
  update authz.break_glass x set ended_at = statement_timestamp() where x.id = p_id;
  call authz.note_in_audit(b.tenant_id, v_operator, 'operator.break-glass-ended',
    jsonb_build_object('breakGlassId', p_id), p_at, p_request);
  return 'done';
end $$;
--> statement-breakpoint
create function authz.operator_break_glasses(p_credential bytea, p_limit int) returns table (
  id uuid, org_id uuid, org_name text, operator text, reason text,
  opened_at timestamptz, ends_at timestamptz, ended_at timestamptz, active boolean
) language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  if authz.operator_of(p_credential) is null then return; end if;
  return query
    select b.id, o.id, o.name, u.name, b.reason, b.opened_at, b.ends_at, b.ended_at,
           b.ended_at is null and b.ends_at > statement_timestamp()
      from authz.break_glass b join authz.org o on o.id = b.tenant_id join authz.app_user u on u.id = b.operator_id
     order by b.opened_at desc, b.id limit p_limit;
end $$;
--> statement-breakpoint
-- The same for the organisation that was looked into.
create function authz.operator_access(p_limit int) returns table (
  id uuid, operator text, reason text, opened_at timestamptz, ends_at timestamptz, ended_at timestamptz, active boolean
) language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare t uuid := authz.tenant('read');
begin
  return query
    select b.id, u.name, b.reason, b.opened_at, b.ends_at, b.ended_at,
           b.ended_at is null and b.ends_at > statement_timestamp()
      from authz.break_glass b join authz.app_user u on u.id = b.operator_id
     where b.tenant_id = t order by b.opened_at desc, b.id limit p_limit;
end $$;
--> statement-breakpoint
-- The newest version of each year. Public law: every login that counts dates may read it.
create function authz.working_day_notices() returns table (
  revision bigint, year int, version int, content jsonb, entered_at timestamptz
) language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select distinct on (n.year) n.revision, n.year, n.version, n.content, n.entered_at
    from authz.working_day_notice n order by n.year, n.version desc;
$$;
--> statement-breakpoint
-- Stores a notice that the program has checked against all others. `p_revision` is what it was checked against.
create function authz.enter_working_day_notice(
  p_credential bytea, p_year int, p_content jsonb, p_reason text, p_revision bigint, p_at timestamptz
) returns table (outcome text, version int)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare v_operator uuid := authz.operator_of(p_credential); v_version int;
begin
  if v_operator is null then return query select 'not-operator', 0; return; end if;
  lock table authz.working_day_notice in share row exclusive mode;
  if (select coalesce(max(n.revision), 0) from authz.working_day_notice n) <> p_revision then
    return query select 'changed-meanwhile', 0; return;
  end if;
  select coalesce(max(n.version), 0) + 1 into v_version from authz.working_day_notice n where n.year = p_year;
  insert into authz.working_day_notice (revision, year, version, content, reason, entered_by, entered_at)
  values (p_revision + 1, p_year, v_version, p_content, p_reason, v_operator, p_at);
  perform pg_notify('zq_calendar', '');
  return query select 'done', v_version;
end $$;
--> statement-breakpoint
grant execute on function
  authz.is_operator(bytea), authz.operator_organisations(bytea, text, text, timestamptz, uuid, int),
  authz.operator_set_status(bytea, uuid, text, text, timestamptz, text),
  authz.open_break_glass(bytea, uuid, uuid, text, int, timestamptz, text),
  authz.end_break_glass(bytea, uuid, timestamptz, text), authz.operator_break_glasses(bytea, int),
  authz.working_day_notices(), authz.enter_working_day_notice(bytea, int, jsonb, text, bigint, timestamptz)
to zq_auth;
--> statement-breakpoint
grant execute on function authz.operator_access(int) to zq_app;
--> statement-breakpoint
grant execute on function authz.working_day_notices() to zq_app, zq_worker;
