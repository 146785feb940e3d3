-- Row security for notices, and what the worker needs to send them: whose turn it is, over all organisations.
do $$
declare t regclass;
begin
  foreach t in array array['app.notice', 'app.notice_channel', 'app.reminder_setting']::regclass[] loop
    call authz.protect(t);
    -- What was told stays told; a robot or a setting that is taken back keeps its row.
    execute format('drop policy tenant_delete on %s', t);
    execute format('revoke delete on %s from zq_app, zq_worker', t);
    -- The deletion of a whole organisation must reach them, whichever form of `protect` this database has.
    if not exists (select from pg_policy p where p.polrelid = t and p.polname = 'erasure_delete') then
      call authz.protect_for_erasure(t);
    end if;
  end loop;
end $$;
--> statement-breakpoint
-- How a person wants to be told, wherever they work: it belongs to the person and to no organisation.
create table authz.notice_preference (
  user_id uuid primary key references authz.app_user on delete cascade,
  settings jsonb not null check (octet_length(settings::text) <= 8000),
  version int not null,
  updated_at timestamptz not null
);
--> statement-breakpoint
-- "This recipient has something waiting in this organisation": so that one message can hold what many hold for a person.
create table authz.notice_due (
  channel text not null check (channel in ('email', 'robot')),
  recipient_id uuid not null,
  tenant_id uuid not null references authz.org,
  due_at timestamptz not null,
  primary key (channel, recipient_id, tenant_id)
);
--> statement-breakpoint
create index on authz.notice_due (due_at);
--> statement-breakpoint
create index on authz.notice_due (tenant_id);
--> statement-breakpoint
-- A message under way. It keeps its id over all attempts; once sealed, nothing is added to it.
create table authz.notice_turn (
  channel text not null,
  recipient_id uuid not null,
  message_id uuid,
  is_sealed boolean not null default false,
  attempts int not null default 0,
  next_at timestamptz not null default '-infinity',
  primary key (channel, recipient_id)
);
--> statement-breakpoint
-- When an organisation must be looked at before the night: an item there is due at a moment.
create table authz.notice_check (
  tenant_id uuid primary key references authz.org,
  next_at timestamptz not null
);
--> statement-breakpoint
create index on authz.notice_check (next_at);
--> statement-breakpoint
-- When a robot spoke, by the hash of its address: two organisations may have the same one, and so may two workers.
create table authz.robot_pace (
  robot bytea primary key check (octet_length(robot) = 32),
  calls timestamptz[] not null default '{}',
  closed_until timestamptz not null default '-infinity'
);
--> statement-breakpoint
create function authz.signal_notices() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  insert into authz.notice_due as d (channel, recipient_id, tenant_id, due_at)
  select a.channel, a.recipient_id, a.tenant_id, min(a.send_after) from added a
   where a.state = 'pending' and a.channel <> 'in-app' group by 1, 2, 3 order by 1, 2, 3
  on conflict (channel, recipient_id, tenant_id) do update set due_at = least(d.due_at, excluded.due_at);
  return null;
end $$;
--> statement-breakpoint
create trigger signal after insert on app.notice referencing new table as added
  for each statement execute function authz.signal_notices();
--> statement-breakpoint
-- People who may see the organisation of the context now, and how they want to be told.
create function authz.notice_people() returns table (
  user_id uuid, role text, via text, manages boolean, has_address boolean, language text, settings jsonb
) language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_column
declare t uuid := authz.tenant('read'); n timestamptz := statement_timestamp();
begin
  return query
    select distinct on (q.user_id) q.user_id, q.role, q.via, q.manages, u.email_verified_at is not null, u.language, p.settings
      from (
        select m.user_id, m.role, 'membership' as via, m.role in ('owner', 'admin') as manages from authz.membership m
         where m.org_id = t and m.revoked_at is null and (m.valid_to is null or m.valid_to > n)
        union all
        select em.user_id, 'consultant', 'engagement', m.role in ('owner', 'admin')
          from authz.engagement_member em join authz.engagement e on e.id = em.engagement_id
          join authz.membership m on m.user_id = em.user_id and m.org_id = e.consultancy_id
          join authz.org k on k.id = e.consultancy_id and k.status = 'active'
         where e.company_id = t and e.revoked_at is null and e.starts_at <= n and e.ends_at > n
           and m.revoked_at is null and (m.valid_to is null or m.valid_to > n)) q
      join authz.app_user u on u.id = q.user_id and u.disabled_at is null
      left join authz.notice_preference p on p.user_id = q.user_id
     order by q.user_id, q.via desc;
end $$;
--> statement-breakpoint
create function authz.notice_scene() returns table (name text, kind text)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare t uuid := authz.tenant('read');
begin
  return query select o.name, o.kind from authz.org o where o.id = t;
end $$;
--> statement-breakpoint
-- Whether messages of the organisation of the context leave the product at all.
create function authz.notices_leave() returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select not o.is_sandbox from authz.org o where o.id = authz.tenant('read');
$$;
--> statement-breakpoint
-- Engagements of the organisation of the context, on either side, that end soon.
create function authz.ending_engagements(p_at timestamptz, p_until timestamptz)
returns table (id uuid, company_name text, consultancy_name text, ends_at timestamptz, is_company boolean, people uuid[])
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_column
declare t uuid := authz.tenant('read');
begin
  return query
    select e.id, c.name, k.name, e.ends_at, e.company_id = t,
           array(select em.user_id from authz.engagement_member em where em.engagement_id = e.id)
      from authz.engagement e join authz.org c on c.id = e.company_id join authz.org k on k.id = e.consultancy_id
     where t in (e.company_id, e.consultancy_id) and e.revoked_at is null
       and e.starts_at <= p_at and e.ends_at > p_at and e.ends_at <= p_until;
end $$;
--> statement-breakpoint
-- Takes recipients whose time has come. One whose sender dies comes back after the lease, with the same message.
create function authz.claim_notice_turns(p_channel text, p_at timestamptz, p_lease int, p_limit int)
returns table (
  channel text, recipient_id uuid, message_id uuid, is_sealed boolean, attempts int, tenants uuid[], address text
) language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_column
begin
  insert into authz.notice_turn (channel, recipient_id)
  select distinct d.channel, d.recipient_id from authz.notice_due d
   where d.channel = p_channel and d.due_at <= p_at order by 1, 2
  on conflict do nothing;
  return query
    with taken as (
      select t.channel, t.recipient_id from authz.notice_turn t
       where t.channel = p_channel and t.next_at <= p_at and exists (
         select from authz.notice_due d
          where d.channel = t.channel and d.recipient_id = t.recipient_id and d.due_at <= p_at)
       order by t.next_at limit p_limit for update skip locked)
    update authz.notice_turn t set message_id = coalesce(t.message_id, gen_random_uuid()), attempts = t.attempts + 1,
           next_at = p_at + make_interval(secs => p_lease)
      from taken x where t.channel = x.channel and t.recipient_id = x.recipient_id
    returning t.channel, t.recipient_id, t.message_id, t.is_sealed, t.attempts,
      array(select d.tenant_id from authz.notice_due d
             where d.channel = t.channel and d.recipient_id = t.recipient_id and d.due_at <= p_at order by 1),
      case when t.channel = 'email' then (
        select u.email from authz.app_user u
         where u.id = t.recipient_id and u.disabled_at is null and u.email_verified_at is not null) end;
end $$;
--> statement-breakpoint
-- From here on the message may have left. False: somebody else has the turn now.
create function authz.seal_notice_turn(p_channel text, p_recipient uuid, p_message uuid, p_attempts int) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  update authz.notice_turn t set is_sealed = true
   where t.channel = p_channel and t.recipient_id = p_recipient and t.message_id = p_message and t.attempts = p_attempts;
  return found;
end $$;
--> statement-breakpoint
-- The message is over: sent, or given up.
create function authz.end_notice_turn(p_channel text, p_recipient uuid, p_message uuid) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
  delete from authz.notice_turn t where t.channel = p_channel and t.recipient_id = p_recipient and t.message_id = p_message;
$$;
--> statement-breakpoint
-- To be tried again at this moment. What nobody has tried to send yet counts as no attempt and takes on what comes.
create function authz.postpone_notice_turn(p_channel text, p_recipient uuid, p_message uuid, p_next timestamptz, p_was_tried boolean)
returns void language sql security definer set search_path = pg_catalog, pg_temp as $$
  update authz.notice_turn t set next_at = p_next, is_sealed = t.is_sealed and p_was_tried,
         attempts = case when p_was_tried then t.attempts else greatest(t.attempts - 1, 0) end
   where t.channel = p_channel and t.recipient_id = p_recipient and t.message_id = p_message;
$$;
--> statement-breakpoint
-- In the organisation of the context: holds back whoever leaves a notice for this recipient just now, so that what is
-- still waiting can be counted.
create function authz.lock_notice_due(p_channel text, p_recipient uuid) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform from authz.notice_due d where d.channel = p_channel and d.recipient_id = p_recipient
     and d.tenant_id = authz.tenant('write') for update;
end $$;
--> statement-breakpoint
create function authz.settle_notice_due(p_channel text, p_recipient uuid, p_due timestamptz) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare t uuid := authz.tenant('write');
begin
  if t is null then return; end if;
  if p_due is null then
    delete from authz.notice_due d where d.channel = p_channel and d.recipient_id = p_recipient and d.tenant_id = t;
  else
    insert into authz.notice_due (channel, recipient_id, tenant_id, due_at) values (p_channel, p_recipient, t, p_due)
    on conflict (channel, recipient_id, tenant_id) do update set due_at = excluded.due_at;
  end if;
end $$;
--> statement-breakpoint
-- The organisation is closed to the product just now; its notices wait.
create function authz.postpone_notice_due(p_channel text, p_recipient uuid, p_tenant uuid, p_due timestamptz) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
  update authz.notice_due d set due_at = p_due
   where d.channel = p_channel and d.recipient_id = p_recipient and d.tenant_id = p_tenant;
$$;
--> statement-breakpoint
create function authz.set_notice_check(p_next timestamptz) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare t uuid := authz.tenant('write');
begin
  if t is null then return; end if;
  if p_next is null then
    delete from authz.notice_check c where c.tenant_id = t;
  else
    insert into authz.notice_check (tenant_id, next_at) values (t, p_next)
    on conflict (tenant_id) do update set next_at = excluded.next_at;
  end if;
end $$;
--> statement-breakpoint
-- Organisations to look at now. One whose worker dies comes back after the lease.
create function authz.take_notice_checks(p_at timestamptz, p_lease int, p_limit int) returns setof uuid
language sql security definer set search_path = pg_catalog, pg_temp as $$
  update authz.notice_check c set next_at = p_at + make_interval(secs => p_lease)
   where c.tenant_id in (select x.tenant_id from authz.notice_check x where x.next_at <= p_at
                          order by x.next_at limit p_limit for update skip locked)
  returning c.tenant_id;
$$;
--> statement-breakpoint
-- Null: the robot may speak now, and has. Otherwise when to ask again. All calls of the last minute are remembered: a
-- bucket that refills would let twice as many through within one.
create function authz.take_robot_turn(p_robot bytea, p_per_minute int, p_per_second int, p_at timestamptz) returns timestamptz
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare r authz.robot_pace; v timestamptz[]; v_second timestamptz[];
begin
  insert into authz.robot_pace (robot) values (p_robot) on conflict do nothing;
  select * into r from authz.robot_pace x where x.robot = p_robot for update;
  if r.closed_until > p_at then return r.closed_until; end if;
  v := array(select c from unnest(r.calls) c where c > p_at - interval '61 seconds' order by c);
  if cardinality(v) >= p_per_minute then return v[1 + cardinality(v) - p_per_minute] + interval '61 seconds'; end if;
  v_second := array(select c from unnest(v) c where c > p_at - interval '1100 milliseconds' order by c);
  if p_per_second is not null and cardinality(v_second) >= p_per_second then
    return v_second[1 + cardinality(v_second) - p_per_second] + interval '1100 milliseconds';
  end if;
  update authz.robot_pace x set calls = v || p_at where x.robot = p_robot;
  return null;
end $$;
--> statement-breakpoint
-- The vendor has shut the robot out.
create function authz.close_robot(p_robot bytea, p_until timestamptz) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
  update authz.robot_pace x set closed_until = greatest(x.closed_until, p_until) where x.robot = p_robot;
$$;
--> statement-breakpoint
-- The person of a live session.
create function authz.notice_reader(p_credential bytea) returns uuid language sql stable as $$
  select c.user_id from authz.credential c join authz.app_user u on u.id = c.user_id
   where c.id = p_credential and c.kind = 'session' and c.revoked_at is null and c.expires_at > statement_timestamp()
     and c.absolute_expires_at > statement_timestamp() and u.disabled_at is null;
$$;
--> statement-breakpoint
create function authz.notice_preference_of(p_credential bytea) returns table (settings jsonb, version int)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select p.settings, p.version from authz.notice_preference p where p.user_id = authz.notice_reader(p_credential);
$$;
--> statement-breakpoint
-- The new version, or null when somebody else was faster.
create function authz.set_notice_preference(p_credential bytea, p_settings jsonb, p_version int, p_at timestamptz) returns int
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare v_user uuid := authz.notice_reader(p_credential); v int;
begin
  if v_user is null then return null; end if;
  if p_version = 0 then
    insert into authz.notice_preference (user_id, settings, version, updated_at) values (v_user, p_settings, 1, p_at)
    on conflict do nothing returning version into v;
  else
    update authz.notice_preference p set settings = p_settings, version = p.version + 1, updated_at = p_at
     where p.user_id = v_user and p.version = p_version returning p.version into v;
  end if;
  return v;
end $$;
--> statement-breakpoint
-- By a link in a mail, which the caller has checked: this person gets no more mails of notices.
create function authz.unsubscribe_notices(p_user uuid, p_at timestamptz) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not exists (select from authz.app_user u where u.id = p_user) then return false; end if;
  insert into authz.notice_preference as p (user_id, settings, version, updated_at) values (p_user, '{"email": false}', 1, p_at)
  on conflict (user_id) do update set settings = p.settings || '{"email": false}', version = p.version + 1, updated_at = p_at
   where p.settings -> 'email' is distinct from 'false'::jsonb;
  return true;
end $$;
--> statement-breakpoint
-- Reading is not writing: whoever sees a notice of their own may have read it, in an organisation that is closing and
-- with no more than the right to read.
create policy reader_select on app.notice for select to zq_authz using (tenant_id = (select authz.noted_tenant('write')));
--> statement-breakpoint
create policy reader_update on app.notice for update to zq_authz
  using (tenant_id = (select authz.noted_tenant('write'))) with check (tenant_id = (select authz.noted_tenant('write')));
--> statement-breakpoint
grant select, update on app.notice to zq_authz;
--> statement-breakpoint
-- How many were unread; null when the organisation is not open to the caller. `p_ids` null: all of them.
create function authz.mark_notices_read(p_credential bytea, p_tenant uuid, p_ids uuid[], p_at timestamptz) returns int
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare a authz.access := authz.decide(p_credential, p_tenant, statement_timestamp()); v int;
begin
  if a.level is null or a.user_id is null then return null; end if;
  perform set_config('app.noted_tenant', p_tenant::text, true);
  update app.notice n set read_at = p_at
   where n.tenant_id = p_tenant and n.recipient_id = a.user_id and n.channel = 'in-app' and n.read_at is null
     and (p_ids is null or n.id = any (p_ids));
  get diagnostics v = row_count;
  perform set_config('app.noted_tenant', '', true);
  return v;
end $$;
--> statement-breakpoint
grant execute on function authz.notice_people(), authz.notices_leave() to zq_app, zq_worker;
--> statement-breakpoint
grant execute on function
  authz.take_robot_turn(bytea, int, int, timestamptz), authz.close_robot(bytea, timestamptz)
to zq_app, zq_worker;
--> statement-breakpoint
grant execute on function
  authz.notice_scene(), authz.ending_engagements(timestamptz, timestamptz),
  authz.claim_notice_turns(text, timestamptz, int, int), authz.seal_notice_turn(text, uuid, uuid, int),
  authz.end_notice_turn(text, uuid, uuid), authz.postpone_notice_turn(text, uuid, uuid, timestamptz, boolean),
  authz.lock_notice_due(text, uuid), authz.settle_notice_due(text, uuid, timestamptz),
  authz.postpone_notice_due(text, uuid, uuid, timestamptz), authz.set_notice_check(timestamptz),
  authz.take_notice_checks(timestamptz, int, int)
to zq_worker;
--> statement-breakpoint
grant execute on function
  authz.notice_preference_of(bytea), authz.set_notice_preference(bytea, jsonb, int, timestamptz),
  authz.unsubscribe_notices(uuid, timestamptz), authz.mark_notices_read(bytea, uuid, uuid[], timestamptz)
to zq_auth;
