-- The second factor, the state before it, and what people see of their sessions.
alter table authz.credential
  -- what a person calls a session by; the id is the hash of its token
  add column public_id uuid not null default gen_random_uuid(),
  add column device text check (char_length(device) <= 100),
  -- when the person of a session last proved who they are; null: never in this session
  add column proven_at timestamptz,
  add column second_factor boolean not null default false;
--> statement-breakpoint
-- An owner or admin may still come in without a second factor until then; null: the grace has not begun.
alter table authz.app_user add column second_factor_due_at timestamptz;
--> statement-breakpoint
create table authz.totp (
  user_id uuid not null references authz.app_user on delete cascade,
  -- a new one is tried before it takes the place of the one in use
  state text not null check (state in ('trial', 'active')),
  -- AES-256-GCM under a key that is not in the database
  sealed_secret bytea not null,
  -- each time step is good for one use
  last_step bigint not null default 0,
  created_at timestamptz not null,
  primary key (user_id, state)
);
--> statement-breakpoint
create table authz.recovery_code (
  user_id uuid not null references authz.app_user on delete cascade,
  -- sha256 of 80 random bits
  hash bytea not null check (octet_length(hash) = 32),
  used_at timestamptz,
  primary key (user_id, hash)
);
--> statement-breakpoint
-- The password was right, the second factor is still to come. It is no credential: nothing decides by it.
create table authz.pending_sign_in (
  id bytea primary key check (octet_length(id) = 32),
  user_id uuid not null references authz.app_user on delete cascade,
  step text not null check (step in ('second-factor', 'enrol')),
  expires_at timestamptz not null
);
--> statement-breakpoint
create index on authz.pending_sign_in (user_id);
--> statement-breakpoint
-- always: acts for companies of others; grace: owner or admin; no: everybody else.
create function authz.second_factor_rule(p_user uuid, p_at timestamptz) returns text
language sql stable as $$
  select case
    when exists (select from authz.membership m join authz.org o on o.id = m.org_id
                  where m.user_id = p_user and o.kind = 'consultancy'
                    and m.revoked_at is null and (m.valid_to is null or m.valid_to > p_at)) then 'always'
    when exists (select from authz.membership m where m.user_id = p_user and m.role in ('owner', 'admin')
                    and m.revoked_at is null and (m.valid_to is null or m.valid_to > p_at)) then 'grace'
    else 'no' end
$$;
--> statement-breakpoint
create function authz.second_factor_of(p_user uuid, p_at timestamptz)
returns table (rule text, due_at timestamptz, enrolled_at timestamptz, codes_left int)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select authz.second_factor_rule(u.id, p_at), u.second_factor_due_at,
         (select t.created_at from authz.totp t where t.user_id = u.id and t.state = 'active'),
         (select count(*)::int from authz.recovery_code r where r.user_id = u.id and r.used_at is null)
    from authz.app_user u where u.id = p_user and u.disabled_at is null
$$;
--> statement-breakpoint
-- The grace begins with the first sign-in that has it.
create function authz.begin_second_factor_grace(p_user uuid, p_due timestamptz) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
  update authz.app_user u set second_factor_due_at = p_due where u.id = p_user and u.second_factor_due_at is null
$$;
--> statement-breakpoint
create function authz.begin_pending_sign_in(p_id bytea, p_user uuid, p_step text, p_expires timestamptz) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
  insert into authz.pending_sign_in (id, user_id, step, expires_at) values (p_id, p_user, p_step, p_expires)
$$;
--> statement-breakpoint
create function authz.read_pending_sign_in(p_id bytea, p_at timestamptz)
returns table (user_id uuid, step text, email text)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select p.user_id, p.step, u.email from authz.pending_sign_in p join authz.app_user u on u.id = p.user_id
   where p.id = p_id and p.expires_at > p_at and u.disabled_at is null
$$;
--> statement-breakpoint
-- Takes it away, once: of two that come at the same time one gets true.
create function authz.end_pending_sign_in(p_id bytea, p_at timestamptz) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  delete from authz.pending_sign_in p where p.expires_at <= p_at;
  delete from authz.pending_sign_in p where p.id = p_id;
  return found;
end $$;
--> statement-breakpoint
create function authz.totp_of(p_user uuid, p_state text) returns bytea
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select t.sealed_secret from authz.totp t where t.user_id = p_user and t.state = p_state
$$;
--> statement-breakpoint
create function authz.try_totp(p_user uuid, p_sealed bytea, p_at timestamptz) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
  insert into authz.totp (user_id, state, sealed_secret, created_at) values (p_user, 'trial', p_sealed, p_at)
  on conflict (user_id, state) do update set sealed_secret = excluded.sealed_secret, created_at = excluded.created_at, last_step = 0
$$;
--> statement-breakpoint
-- Puts the trial of exactly this secret in the place of what was used before, with new recovery codes.
create function authz.activate_totp(p_user uuid, p_sealed bytea, p_step bigint, p_codes bytea[], p_at timestamptz) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform from authz.app_user u where u.id = p_user for update;
  if not exists (select from authz.totp t where t.user_id = p_user and t.state = 'trial' and t.sealed_secret = p_sealed) then
    return false;
  end if;
  delete from authz.totp t where t.user_id = p_user and t.state = 'active';
  update authz.totp t set state = 'active', last_step = p_step, created_at = p_at where t.user_id = p_user;
  delete from authz.recovery_code r where r.user_id = p_user;
  insert into authz.recovery_code (user_id, hash) select p_user, c from unnest(p_codes) c;
  return true;
end $$;
--> statement-breakpoint
create function authz.remove_totp(p_user uuid) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
  delete from authz.totp t where t.user_id = p_user;
  delete from authz.recovery_code r where r.user_id = p_user;
$$;
--> statement-breakpoint
-- Each time step once: of two uses of one code at the same time one gets true.
create function authz.use_totp_step(p_user uuid, p_step bigint) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  update authz.totp t set last_step = p_step where t.user_id = p_user and t.state = 'active' and t.last_step < p_step;
  return found;
end $$;
--> statement-breakpoint
-- How many are left after this one was used; null when it is none or was used before.
create function authz.use_recovery_code(p_user uuid, p_hash bytea, p_at timestamptz) returns int
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  update authz.recovery_code r set used_at = p_at where r.user_id = p_user and r.hash = p_hash and r.used_at is null;
  if not found then return null; end if;
  return (select count(*)::int from authz.recovery_code r where r.user_id = p_user and r.used_at is null);
end $$;
--> statement-breakpoint
create function authz.replace_recovery_codes(p_user uuid, p_codes bytea[]) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
  delete from authz.recovery_code r where r.user_id = p_user;
  insert into authz.recovery_code (user_id, hash) select p_user, c from unnest(p_codes) c;
$$;
--> statement-breakpoint
-- What a new session began with.
create function authz.describe_session(p_id bytea, p_device text, p_second_factor boolean, p_proven timestamptz) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
  update authz.credential c set device = p_device, second_factor = p_second_factor, proven_at = p_proven
   where c.id = p_id and c.kind = 'session'
$$;
--> statement-breakpoint
create function authz.prove_session(p_id bytea, p_at timestamptz) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
  update authz.credential c set proven_at = p_at where c.id = p_id and c.kind = 'session' and c.revoked_at is null
$$;
--> statement-breakpoint
create function authz.session_proven_since(p_id bytea, p_since timestamptz) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select exists (select from authz.credential c
    where c.id = p_id and c.kind = 'session' and c.revoked_at is null and c.proven_at >= p_since)
$$;
--> statement-breakpoint
create function authz.sessions_of(p_user uuid, p_at timestamptz)
returns table (id bytea, public_id uuid, device text, started_at timestamptz, expires_at timestamptz, second_factor boolean)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select c.id, c.public_id, c.device, c.created_at, c.expires_at, c.second_factor from authz.credential c
   where c.user_id = p_user and c.kind = 'session' and c.revoked_at is null
     and c.expires_at > p_at and c.absolute_expires_at > p_at
   order by c.created_at desc, c.public_id
$$;
--> statement-breakpoint
create function authz.end_session_of(p_user uuid, p_session uuid) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  delete from authz.credential c where c.user_id = p_user and c.public_id = p_session and c.kind = 'session';
  return found;
end $$;
--> statement-breakpoint
-- All sessions of a person but one, and every sign-in that waits for its second factor.
create function authz.end_other_sessions(p_user uuid, p_keep bytea) returns int
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare n int;
begin
  delete from authz.pending_sign_in p where p.user_id = p_user;
  delete from authz.credential c where c.user_id = p_user and c.kind = 'session' and c.id is distinct from p_keep;
  get diagnostics n = row_count;
  return n;
end $$;
--> statement-breakpoint
create function authz.password_of_user(p_user uuid) returns table (email text, name text, password_hash text)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select u.email, u.name, u.password_hash from authz.app_user u where u.id = p_user and u.disabled_at is null
$$;
--> statement-breakpoint
-- A new password in the place of exactly the old one.
create function authz.change_password(p_user uuid, p_old text, p_new text) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  update authz.app_user u set password_hash = p_new
   where u.id = p_user and u.password_hash = p_old and u.disabled_at is null;
  return found;
end $$;
--> statement-breakpoint
grant execute on function
  authz.second_factor_of(uuid, timestamptz), authz.begin_second_factor_grace(uuid, timestamptz),
  authz.begin_pending_sign_in(bytea, uuid, text, timestamptz), authz.read_pending_sign_in(bytea, timestamptz),
  authz.end_pending_sign_in(bytea, timestamptz), authz.totp_of(uuid, text), authz.try_totp(uuid, bytea, timestamptz),
  authz.activate_totp(uuid, bytea, bigint, bytea[], timestamptz), authz.remove_totp(uuid),
  authz.use_totp_step(uuid, bigint), authz.use_recovery_code(uuid, bytea, timestamptz),
  authz.replace_recovery_codes(uuid, bytea[]), authz.describe_session(bytea, text, boolean, timestamptz),
  authz.prove_session(bytea, timestamptz), authz.session_proven_since(bytea, timestamptz),
  authz.sessions_of(uuid, timestamptz), authz.end_session_of(uuid, uuid), authz.end_other_sessions(uuid, bytea),
  authz.password_of_user(uuid), authz.change_password(uuid, text, text)
to zq_auth;
