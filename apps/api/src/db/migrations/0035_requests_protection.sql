-- Row security for requests, custody and back-filled history, and what even a program with a fault cannot do to them.
do $$
declare t regclass;
begin
  foreach t in array array['app.material_request', 'app.material_request_thing', 'app.custody_item']::regclass[] loop
    call authz.protect(t);
    -- None is ever deleted.
    execute format('drop policy tenant_delete on %s', t);
    execute format('revoke update, delete on %s from zq_app, zq_worker', t);
  end loop;
  foreach t in array array['app.material_answer', 'app.material_evidence', 'app.material_upload', 'app.material_request_log',
      'app.custody_move', 'app.back_fill_answer']::regclass[] loop
    call authz.protect_append_only(t);
  end loop;
  -- Only the deletion of a person takes rows out of here.
  call authz.protect('app.custody_person');
  drop policy tenant_update on app.custody_person;
  revoke update on app.custody_person from zq_app, zq_worker;
  grant update (version, title, message, due_on, state, answered_at, answer_round, closed_at) on app.material_request to zq_app, zq_worker;
  grant update (state, reason, batch) on app.material_request_thing to zq_app, zq_worker;
  grant update (version, label, place, note, state, keeper, borrower, lent_on, loan_due_on, loan_purpose) on app.custody_item to zq_app, zq_worker;
  -- The deletion of a whole organisation must reach them, whichever form of `protect` this database has.
  for t in select c.oid from pg_class c where c.relnamespace = 'app'::regnamespace and c.relkind in ('r', 'p')
      and not exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'erasure_delete') loop
    call authz.protect_for_erasure(t);
  end loop;
end $$;
--> statement-breakpoint
-- What was done through a link has the link as its author.
alter table app.audit_event drop constraint audit_event_actor_kind;
--> statement-breakpoint
alter table app.audit_event add constraint audit_event_actor_kind check (actor_kind in ('user', 'api-key', 'system', 'link'));
--> statement-breakpoint
-- A link to one request, for whoever has it: they answer without an account. Only its hash is stored.
create table authz.request_link (
  id uuid primary key,
  token bytea not null unique check (octet_length(token) = 32),
  tenant_id uuid not null references authz.org,
  request_id uuid not null,
  -- on whose behalf it was made; when a consultancy's engagement ends, its links end
  asked_for uuid not null references authz.org,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  check (expires_at <= created_at + interval '30 days')
);
--> statement-breakpoint
create unique index on authz.request_link (tenant_id, request_id) where revoked_at is null;
--> statement-breakpoint
create index on authz.request_link (asked_for);
--> statement-breakpoint
create function authz.is_live(l authz.request_link) returns boolean language sql stable as $$
  select l.revoked_at is null and l.expires_at > statement_timestamp()
     and exists (select from authz.org o where o.id = l.tenant_id and o.status = 'active')
     and (l.asked_for = l.tenant_id or exists (
       select from authz.engagement e join authz.org k on k.id = e.consultancy_id and k.status = 'active'
        where e.consultancy_id = l.asked_for and e.company_id = l.tenant_id and e.revoked_at is null
          and e.starts_at <= statement_timestamp() and e.ends_at > statement_timestamp()));
$$;
--> statement-breakpoint
-- The live link that the transaction was entered by; a setting that is not well formed is none.
create function authz.link_of_context() returns authz.request_link language plpgsql stable as $$
declare s text := current_setting('app.link', true); l authz.request_link;
begin
  if s is null or s !~ '^[0-9a-f]{64}$' then return null; end if;
  select * into l from authz.request_link x where x.token = decode(s, 'hex');
  if l.id is null or not authz.is_live(l) then return null; end if;
  return l;
end $$;
--> statement-breakpoint
-- For the policies: tenant and request of the link. A link opens nothing besides its request.
create function authz.link_tenant(p_level text) returns uuid
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return case when p_level in ('read', 'write') then (authz.link_of_context()).tenant_id end;
end $$;
--> statement-breakpoint
create function authz.link_request() returns uuid
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return (authz.link_of_context()).request_id;
end $$;
--> statement-breakpoint
create policy link_select on app.material_request for select to zq_app
  using (tenant_id = (select authz.link_tenant('read')) and id = (select authz.link_request()));
--> statement-breakpoint
create policy link_update on app.material_request for update to zq_app
  using (tenant_id = (select authz.link_tenant('write')) and id = (select authz.link_request()))
  with check (tenant_id = (select authz.link_tenant('write')) and id = (select authz.link_request()));
--> statement-breakpoint
create policy link_update on app.material_request_thing for update to zq_app
  using (tenant_id = (select authz.link_tenant('write')) and request_id = (select authz.link_request()))
  with check (tenant_id = (select authz.link_tenant('write')) and request_id = (select authz.link_request()));
--> statement-breakpoint
do $$
declare t regclass;
begin
  foreach t in array array['app.material_request_thing', 'app.material_answer', 'app.material_upload', 'app.material_request_log']::regclass[] loop
    execute format('create policy link_select on %s for select to zq_app
      using (tenant_id = (select authz.link_tenant(''read'')) and request_id = (select authz.link_request()))', t);
  end loop;
  foreach t in array array['app.material_answer', 'app.material_upload', 'app.material_request_log']::regclass[] loop
    execute format('create policy link_insert on %s for insert to zq_app
      with check (tenant_id = (select authz.link_tenant(''write'')) and request_id = (select authz.link_request()))', t);
  end loop;
  -- Files, audit and work for the worker can be added through a link, and not be read.
  foreach t in array array['app.stored_file', 'app.audit_event', 'app.outbox']::regclass[] loop
    execute format('create policy link_insert on %s for insert to zq_app
      with check (tenant_id = (select authz.link_tenant(''write'')))', t);
  end loop;
end $$;
--> statement-breakpoint
-- Opens a transaction by a link, and by nothing else.
create function authz.enter_by_link(p_token text, out tenant_id uuid, out link_id uuid, out request_id uuid)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare l authz.request_link;
begin
  perform set_config('app.credential', '', true), set_config('app.tenant', '', true), set_config('app.link', coalesce(p_token, ''), true);
  l := authz.link_of_context();
  tenant_id := l.tenant_id; link_id := l.id; request_id := l.request_id;
end $$;
--> statement-breakpoint
create function authz.tenant_of_link(p_token bytea) returns uuid
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select l.tenant_id from authz.request_link l where l.token = p_token and authz.is_live(l);
$$;
--> statement-breakpoint
-- What the page of a link says besides the request.
create function authz.link_scene() returns table (company text, expires_at timestamptz)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare l authz.request_link := authz.link_of_context();
begin
  return query select o.name, l.expires_at from authz.org o where o.id = l.tenant_id;
end $$;
--> statement-breakpoint
-- Room that the files of the organisation take, for whoever may add one and see none.
create policy link_size on app.stored_file for select to zq_authz using (tenant_id = (select authz.link_tenant('read')));
--> statement-breakpoint
grant select (tenant_id, size_bytes) on app.stored_file to zq_authz;
--> statement-breakpoint
create function authz.file_bytes_by_link() returns bigint
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return (select coalesce(sum(f.size_bytes), 0) from app.stored_file f where f.tenant_id = authz.link_tenant('read'));
end $$;
--> statement-breakpoint
-- The organisation for which the caller acts in the tenant of the context.
create function authz.asking_organisation() returns table (id uuid, name text)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_column
declare x record; a authz.access; v uuid; n timestamptz := statement_timestamp();
begin
  select * into x from authz.context();
  a := authz.decide(x.credential, x.tenant, n);
  if a.level is null then return; end if;
  if a.via = 'engagement' then
    select e.consultancy_id into v from authz.engagement_member em join authz.engagement e on e.id = em.engagement_id
     where em.user_id = a.user_id and e.company_id = a.tenant_id and e.revoked_at is null and e.starts_at <= n and e.ends_at > n
     order by e.level desc, e.ends_at desc limit 1;
  elsif a.via = 'api-key' then
    select c.tenant_id into v from authz.credential c where c.id = x.credential;
  end if;
  return query select o.id, o.name from authz.org o where o.id = coalesce(v, a.tenant_id);
end $$;
--> statement-breakpoint
-- A new link of a request; the older one ends. Null when the caller may not write here.
create function authz.issue_request_link(p_id uuid, p_token bytea, p_request uuid, p_days int) returns timestamptz
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare t uuid := authz.tenant('write'); n timestamptz := statement_timestamp(); v timestamptz := n + make_interval(days => p_days);
begin
  if t is null then return null; end if;
  update authz.request_link l set revoked_at = n where l.tenant_id = t and l.request_id = p_request and l.revoked_at is null;
  insert into authz.request_link (id, token, tenant_id, request_id, asked_for, created_at, expires_at)
  select p_id, p_token, t, p_request, o.id, n, v from authz.asking_organisation() o;
  return v;
end $$;
--> statement-breakpoint
create function authz.revoke_request_link(p_request uuid) returns uuid
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare t uuid := authz.tenant('write'); v uuid;
begin
  update authz.request_link l set revoked_at = statement_timestamp()
   where l.tenant_id = t and l.request_id = p_request and l.revoked_at is null returning l.id into v;
  return v;
end $$;
--> statement-breakpoint
-- The newest link of each of these requests.
create function authz.request_links(p_requests uuid[]) returns table (request_id uuid, id uuid, expires_at timestamptz, live boolean)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_column
declare t uuid := authz.tenant('read');
begin
  return query
    select distinct on (l.request_id) l.request_id, l.id, l.expires_at, authz.is_live(l) from authz.request_link l
     where l.tenant_id = t and l.request_id = any (p_requests) order by l.request_id, l.created_at desc;
end $$;
--> statement-breakpoint
grant execute on function
  authz.link_tenant(text), authz.link_request(), authz.enter_by_link(text), authz.link_scene(), authz.file_bytes_by_link(),
  authz.asking_organisation(), authz.issue_request_link(uuid, bytea, uuid, int), authz.revoke_request_link(uuid), authz.request_links(uuid[])
to zq_app;
--> statement-breakpoint
grant execute on function authz.tenant_of_link(bytea) to zq_auth;
--> statement-breakpoint
-- A secret address that a calendar program reads: of one person, for one path. Only its hash is stored.
create table authz.calendar_feed (
  id uuid primary key,
  token bytea not null unique check (octet_length(token) = 32),
  user_id uuid not null references authz.app_user on delete cascade,
  -- null: what is given to this person, in all organisations that are open to them
  tenant_id uuid references authz.org,
  language text not null check (language in ('zh', 'en')),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  last_used_at timestamptz,
  check (expires_at <= created_at + interval '366 days')
);
--> statement-breakpoint
create unique index on authz.calendar_feed (user_id, coalesce(tenant_id, user_id)) where revoked_at is null;
--> statement-breakpoint
create index on authz.calendar_feed (tenant_id);
--> statement-breakpoint
-- Whether a person may still see an organisation by a right of their own: an operator's look in is none.
create function authz.sees(p_user uuid, p_tenant uuid) returns boolean language sql stable as $$
  select exists (
    select from authz.app_user u join authz.org o on o.id = p_tenant and o.status <> 'suspended'
     cross join lateral authz.way_in(u.id, p_tenant, statement_timestamp()) w
     where u.id = p_user and u.disabled_at is null and w.level is not null and w.via in ('membership', 'engagement'));
$$;
--> statement-breakpoint
create function authz.feed_of_context() returns authz.calendar_feed language plpgsql stable as $$
declare s text := current_setting('app.feed', true); f authz.calendar_feed;
begin
  if s is null or s !~ '^[0-9a-f]{64}$' then return null; end if;
  select * into f from authz.calendar_feed x
   where x.token = decode(s, 'hex') and x.revoked_at is null and x.expires_at > statement_timestamp();
  return f;
end $$;
--> statement-breakpoint
-- For the policies: organisations that the feed of the context may show, as of now.
create function authz.feed_tenants() returns uuid[]
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare f authz.calendar_feed := authz.feed_of_context();
begin
  if f.id is null then return '{}'; end if;
  if f.tenant_id is not null then
    return case when authz.sees(f.user_id, f.tenant_id) then array[f.tenant_id] else '{}' end;
  end if;
  return coalesce((
    select array_agg(q.id) from (
      select m.org_id as id from authz.membership m where m.user_id = f.user_id
      union
      select e.company_id from authz.engagement_member em join authz.engagement e on e.id = em.engagement_id
       where em.user_id = f.user_id offset 0) q
     where authz.sees(f.user_id, q.id)), '{}');
end $$;
--> statement-breakpoint
do $$
declare t regclass;
begin
  foreach t in array array['app.occurrence', 'app.schedule_change', 'app.schedule_run']::regclass[] loop
    execute format('create policy feed_select on %s for select to zq_authz
      using (tenant_id in (select unnest(authz.feed_tenants())))', t);
  end loop;
end $$;
--> statement-breakpoint
grant select (tenant_id, id, duty_id, clause, action, applies, due_on, due_at, act_by, provisional, mark, sort_on, first_seen_at,
  removed_at, work_state, worked_at, assignee_id) on app.occurrence to zq_authz;
--> statement-breakpoint
grant select (tenant_id, run_id, occurrence_id, change) on app.schedule_change to zq_authz;
--> statement-breakpoint
grant select (tenant_id, id, recorded_at) on app.schedule_run to zq_authz;
--> statement-breakpoint
-- A new feed of the person of a session; the older one for the same ends. Null when the organisation is not open to them.
create function authz.create_calendar_feed(
  p_credential bytea, p_id uuid, p_token bytea, p_tenant uuid, p_language text, p_at timestamptz, p_request text
) returns timestamptz language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare v_user uuid := authz.notice_reader(p_credential); n timestamptz := statement_timestamp(); v timestamptz := n + interval '1 year';
begin
  if v_user is null or (p_tenant is not null and not authz.sees(v_user, p_tenant)) then return null; end if;
  update authz.calendar_feed f set revoked_at = n
   where f.user_id = v_user and f.tenant_id is not distinct from p_tenant and f.revoked_at is null;
  insert into authz.calendar_feed (id, token, user_id, tenant_id, language, created_at, expires_at)
  values (p_id, p_token, v_user, p_tenant, p_language, n, v);
  if p_tenant is not null then
    call authz.note_in_audit(p_tenant, v_user, 'calendar-feed.created', jsonb_build_object('feedId', p_id), p_at, p_request);
  end if;
  return v;
end $$;
--> statement-breakpoint
create function authz.revoke_calendar_feed(p_credential bytea, p_id uuid, p_at timestamptz, p_request text) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare v_user uuid := authz.notice_reader(p_credential); f authz.calendar_feed;
begin
  update authz.calendar_feed x set revoked_at = statement_timestamp()
   where x.id = p_id and x.user_id = v_user and x.revoked_at is null returning * into f;
  if f.id is null then return false; end if;
  if f.tenant_id is not null then
    call authz.note_in_audit(f.tenant_id, v_user, 'calendar-feed.revoked', jsonb_build_object('feedId', p_id), p_at, p_request);
  end if;
  return true;
end $$;
--> statement-breakpoint
create function authz.calendar_feeds(p_credential bytea) returns table (
  id uuid, tenant_id uuid, organisation_name text, language text, created_at timestamptz, expires_at timestamptz, last_used_at timestamptz
) language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select f.id, f.tenant_id, o.name, f.language, f.created_at, f.expires_at, f.last_used_at
    from authz.calendar_feed f left join authz.org o on o.id = f.tenant_id
   where f.user_id = authz.notice_reader(p_credential) and f.revoked_at is null and f.expires_at > statement_timestamp()
     and (f.tenant_id is null or authz.sees(f.user_id, f.tenant_id))
   order by f.tenant_id nulls first, f.created_at;
$$;
--> statement-breakpoint
-- Opens a feed by its token on its own path; no row for any other. Its reading is noted once an hour.
create function authz.open_calendar_feed(p_token bytea, p_tenant uuid) returns table (id uuid, language text, organisation_name text)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_column
declare f authz.calendar_feed; n timestamptz := statement_timestamp();
begin
  perform set_config('app.feed', encode(p_token, 'hex'), true);
  f := authz.feed_of_context();
  if f.id is null or f.tenant_id is distinct from p_tenant then return; end if;
  if p_tenant is not null and not authz.sees(f.user_id, p_tenant) then return; end if;
  if not exists (select from authz.app_user u where u.id = f.user_id and u.disabled_at is null) then return; end if;
  update authz.calendar_feed x set last_used_at = n
   where x.id = f.id and (x.last_used_at is null or x.last_used_at < n - interval '1 hour');
  return query select f.id, f.language, (select o.name from authz.org o where o.id = p_tenant);
end $$;
--> statement-breakpoint
-- Dated items of the feed of the context. `p_gone`: those that no rule asks for any more are shown until so long after.
create function authz.calendar_feed_items(p_token bytea, p_from date, p_until date, p_gone timestamptz, p_limit int) returns table (
  tenant_id uuid, organisation_name text, id uuid, duty_id text, clause text, action jsonb, applies text, due_on text, due_at text,
  act_by text, provisional boolean, mark text, work_state text, is_gone boolean, moves int, changed_at timestamptz
) language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_column
declare f authz.calendar_feed;
begin
  perform set_config('app.feed', encode(p_token, 'hex'), true);
  f := authz.feed_of_context();
  if f.id is null then return; end if;
  return query
    select o.tenant_id, g.name, o.id, o.duty_id, o.clause, o.action, o.applies, o.due_on::text, o.due_at, o.act_by::text, o.provisional,
           o.mark, o.work_state, o.removed_at is not null and o.work_state = 'open', c.moves,
           greatest(o.first_seen_at, o.worked_at, o.removed_at, c.last)
      from unnest(authz.feed_tenants()) t (id)
      join authz.org g on g.id = t.id
     cross join lateral (
       select x.tenant_id, x.id, x.duty_id, x.clause, x.action, x.applies, x.due_on, x.due_at, x.act_by, x.provisional, x.mark,
              x.work_state, x.removed_at, x.first_seen_at, x.worked_at, x.sort_on
         from app.occurrence x
        where x.tenant_id = t.id and x.sort_on between p_from and p_until and (x.due_on is not null or x.due_at is not null)
          and (f.tenant_id is not null or x.assignee_id = f.user_id)
          and (x.removed_at is null or x.removed_at > p_gone or x.work_state <> 'open')) o
     cross join lateral (
       select (count(*) filter (where s.change <> 'added'))::int as moves, max(r.recorded_at) as last
         from app.schedule_change s join app.schedule_run r on r.tenant_id = s.tenant_id and r.id = s.run_id
        where s.tenant_id = o.tenant_id and s.occurrence_id = o.id) c
     order by o.sort_on, o.id limit p_limit;
end $$;
--> statement-breakpoint
grant execute on function
  authz.create_calendar_feed(bytea, uuid, bytea, uuid, text, timestamptz, text), authz.revoke_calendar_feed(bytea, uuid, timestamptz, text),
  authz.calendar_feeds(bytea), authz.open_calendar_feed(bytea, uuid), authz.calendar_feed_items(bytea, date, date, timestamptz, int)
to zq_auth;
