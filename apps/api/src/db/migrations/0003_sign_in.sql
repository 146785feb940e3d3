-- Sign-in, for a login of its own (zq_auth): a statement smuggled into a tenant's query cannot reach these.
grant usage on schema authz to zq_auth;
--> statement-breakpoint
create function authz.set_up_required() returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select not exists (select from authz.app_user);
$$;
--> statement-breakpoint
-- First company and its owner, once, against a token that was printed where only the operator reads.
create function authz.set_up(
  p_token bytea, p_org uuid, p_org_name text, p_uscc text,
  p_user uuid, p_email text, p_email_key text, p_name text, p_password_hash text
) returns text
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  -- two set-ups at once: the second waits here and then finds a user
  lock table authz.app_user in share row exclusive mode;
  if exists (select from authz.app_user) then return 'closed'; end if;
  if not exists (select from authz.setup_token t where t.id = p_token) then return 'wrong-token'; end if;
  insert into authz.org (id, kind, name, uscc) values (p_org, 'company', p_org_name, p_uscc);
  insert into authz.app_user (id, email, email_key, name, password_hash)
  values (p_user, p_email, p_email_key, p_name, p_password_hash);
  insert into authz.membership (user_id, org_id, role) values (p_user, p_org, 'owner');
  delete from authz.setup_token;
  return 'done';
end $$;
--> statement-breakpoint
create function authz.password_of(p_email_key text) returns table (user_id uuid, password_hash text)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select u.id, u.password_hash from authz.app_user u where u.email_key = p_email_key and u.disabled_at is null;
$$;
--> statement-breakpoint
-- Stores the same password under newer parameters; refused when it was changed meanwhile.
create function authz.rehash_password(p_user uuid, p_old text, p_new text) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
  update authz.app_user u set password_hash = p_new where u.id = p_user and u.password_hash = p_old;
$$;
--> statement-breakpoint
create function authz.start_session(
  p_id bytea, p_user uuid, p_at timestamptz, p_expires timestamptz, p_absolute timestamptz
) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
  insert into authz.credential (id, kind, user_id, created_at, expires_at, absolute_expires_at)
  values (p_id, 'session', p_user, p_at, p_expires, p_absolute);
$$;
--> statement-breakpoint
create function authz.read_session(p_id bytea)
returns table (user_id uuid, email text, name text, expires_at timestamptz, absolute_expires_at timestamptz)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select u.id, u.email, u.name, c.expires_at, c.absolute_expires_at
    from authz.credential c join authz.app_user u on u.id = c.user_id
   where c.id = p_id and c.kind = 'session' and c.revoked_at is null and u.disabled_at is null;
$$;
--> statement-breakpoint
create function authz.extend_session(p_id bytea, p_expires timestamptz) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
  update authz.credential c set expires_at = least(p_expires, c.absolute_expires_at)
   where c.id = p_id and c.kind = 'session' and c.revoked_at is null;
$$;
--> statement-breakpoint
create function authz.list_sessions(p_user uuid)
returns table (id bytea, expires_at timestamptz, absolute_expires_at timestamptz)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select c.id, c.expires_at, c.absolute_expires_at from authz.credential c
   where c.user_id = p_user and c.kind = 'session' and c.revoked_at is null;
$$;
--> statement-breakpoint
create function authz.end_session(p_id bytea) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
  delete from authz.credential c where c.id = p_id and c.kind = 'session';
$$;
--> statement-breakpoint
create function authz.end_sessions(p_user uuid) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
  delete from authz.credential c where c.user_id = p_user and c.kind = 'session';
$$;
--> statement-breakpoint
-- What nobody needs any more: ended sessions and leases, counts of attempts of days before.
create function authz.prune_credentials(p_at timestamptz) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
  delete from authz.credential c
   where c.kind in ('session', 'job') and (c.expires_at <= p_at or c.absolute_expires_at <= p_at);
  delete from authz.attempt a where a.window_started_at <= p_at - interval '1 day';
$$;
--> statement-breakpoint
-- Organisations that a session may enter, with what it may do there.
create function authz.organisations_of(p_id bytea)
returns table (id uuid, kind text, name text, uscc text, status text, role text, level text)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare v_user uuid; n timestamptz := statement_timestamp();
begin
  select c.user_id into v_user from authz.credential c where c.id = p_id and c.kind = 'session';
  return query
    select o.id, o.kind, o.name, o.uscc, o.status, (a.d).role, (a.d).level from (
      select q.id, authz.decide(p_id, q.id, n) as d from (
        select m.org_id as id from authz.membership m where m.user_id = v_user
        union
        select e.company_id from authz.engagement_member em join authz.engagement e on e.id = em.engagement_id
         where em.user_id = v_user) q
      offset 0) a
      join authz.org o on o.id = a.id
     where (a.d).level is not null
     order by o.kind desc, o.name, o.id;
end $$;
--> statement-breakpoint
-- Takes one of so many attempts in a window. Seconds to wait when none is left, 0 otherwise.
create function authz.take_attempt(p_bucket bytea, p_limit int, p_window int, p_at timestamptz) returns int
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare a authz.attempt; w interval := make_interval(secs => p_window);
begin
  insert into authz.attempt as x (bucket, window_started_at, taken) values (p_bucket, p_at, 1)
  on conflict (bucket) do update set
    taken = case when x.window_started_at + w <= p_at then 1 else least(x.taken, p_limit) + 1 end,
    window_started_at = case when x.window_started_at + w <= p_at then p_at else x.window_started_at end
  returning * into a;
  if a.taken <= p_limit then return 0; end if;
  return greatest(1, ceil(extract(epoch from a.window_started_at + w - p_at))::int);
end $$;
--> statement-breakpoint
create function authz.clear_attempts(p_bucket bytea) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
  delete from authz.attempt a where a.bucket = p_bucket;
$$;
--> statement-breakpoint
create function authz.note_security_event(p_kind text, p_user uuid, p_org uuid, p_request text, p_detail jsonb) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
  insert into authz.security_event (kind, user_id, org_id, request_id, detail)
  values (p_kind, p_user, p_org, p_request, p_detail);
$$;
--> statement-breakpoint
grant execute on function
  authz.set_up_required(), authz.set_up(bytea, uuid, text, text, uuid, text, text, text, text),
  authz.password_of(text), authz.rehash_password(uuid, text, text),
  authz.start_session(bytea, uuid, timestamptz, timestamptz, timestamptz), authz.read_session(bytea),
  authz.extend_session(bytea, timestamptz), authz.list_sessions(uuid), authz.end_session(bytea),
  authz.end_sessions(uuid), authz.prune_credentials(timestamptz), authz.organisations_of(bytea),
  authz.take_attempt(bytea, int, int, timestamptz), authz.clear_attempts(bytea),
  authz.note_security_event(text, uuid, uuid, text, jsonb)
to zq_auth;
