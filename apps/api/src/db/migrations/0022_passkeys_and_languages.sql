-- Passkeys, the language of people, shorter sessions for the staff of the platform, and looks in among the organisations.
-- Null: never said; mails are in Chinese then, or in the language of the screen that asks for them.
alter table authz.app_user add column language text check (language in ('zh', 'en'));
--> statement-breakpoint
alter table authz.sign_up add column language text check (language in ('zh', 'en'));
--> statement-breakpoint
create function authz.choose_language(p_user uuid, p_language text) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
  update authz.app_user u set language = p_language where u.id = p_user and u.language is distinct from p_language;
$$;
--> statement-breakpoint
-- The language of a screen on which somebody did something, for who never chose one.
create function authz.suggest_language(p_user uuid, p_language text) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
  update authz.app_user u set language = p_language where u.id = p_user and u.language is null;
$$;
--> statement-breakpoint
drop function authz.email_of(uuid);
--> statement-breakpoint
create function authz.email_of(p_user uuid) returns table (email text, verified boolean, language text)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select u.email, u.email_verified_at is not null, u.language from authz.app_user u where u.id = p_user;
$$;
--> statement-breakpoint
-- In the language of who gets it; `p_language` is for people who have not chosen one, or have no account.
create or replace function authz.enqueue_mail(p_to text, p_template text, p_language text, p_data jsonb) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  -- a statement smuggled into a tenant's query must at least stand in a tenant
  if session_user <> 'zq_auth' and authz.tenant('read') is null then
    raise exception 'no tenant' using errcode = 'insufficient_privilege';
  end if;
  insert into authz.mail (to_address, template, language, data) values (p_to, p_template,
    coalesce((select u.language from authz.app_user u where u.email_key = lower(normalize(p_to, nfkc))), p_language), p_data);
  perform pg_notify('zq_mail', '');
end $$;
--> statement-breakpoint
drop function authz.start_sign_up(bytea, text, text, text, text, text, text, text);
--> statement-breakpoint
-- done, taken (there is an account), or set-up (nobody exists: the first set-up comes before any sign-up)
create function authz.start_sign_up(
  p_id bytea, p_email text, p_key text, p_name text, p_hash text, p_kind text, p_org_name text, p_uscc text, p_language text
) returns text language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not exists (select from authz.app_user) then return 'set-up'; end if;
  delete from authz.sign_up s where s.expires_at <= statement_timestamp();
  if exists (select from authz.app_user u where u.email_key = p_key) then return 'taken'; end if;
  insert into authz.sign_up (id, email, email_key, name, password_hash, org_kind, org_name, org_uscc, expires_at, language)
  values (p_id, p_email, p_key, p_name, p_hash, p_kind, p_org_name, p_uscc, statement_timestamp() + interval '1 day', p_language);
  return 'done';
end $$;
--> statement-breakpoint
create or replace function authz.complete_sign_up(p_id bytea, p_user uuid, p_org uuid, p_request text) returns text
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare s authz.sign_up;
begin
  delete from authz.sign_up x where x.id = p_id and x.expires_at > statement_timestamp() returning * into s;
  if not found then return 'missing'; end if;
  insert into authz.app_user (id, email, email_key, name, password_hash, email_verified_at, language)
  values (p_user, s.email, s.email_key, s.name, s.password_hash, statement_timestamp(), s.language)
  on conflict (email_key) do nothing;
  if not found then return 'taken'; end if;
  if s.org_kind is not null then
    insert into authz.org (id, kind, name, uscc) values (p_org, s.org_kind, s.org_name, s.org_uscc);
    insert into authz.membership (user_id, org_id, role) values (p_user, p_org, 'owner');
    call authz.write_audit(p_org, p_user, 'organisation.created', 'organisation', p_org, '{}', p_request);
  end if;
  return 'done';
end $$;
--> statement-breakpoint
-- Whether somebody runs the platform now. Their sessions are shorter.
create function authz.is_staff(p_user uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select exists (select from authz.operator o where o.user_id = p_user and o.revoked_at is null);
$$;
--> statement-breakpoint
drop function authz.read_session(bytea);
--> statement-breakpoint
create function authz.read_session(p_id bytea)
returns table (user_id uuid, email text, name text, expires_at timestamptz, absolute_expires_at timestamptz, staff boolean)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select u.id, u.email, u.name, c.expires_at, c.absolute_expires_at, authz.is_staff(u.id)
    from authz.credential c join authz.app_user u on u.id = c.user_id
   where c.id = p_id and c.kind = 'session' and c.revoked_at is null and u.disabled_at is null
     and (c.second_factor or authz.second_factor_rule(u.id, statement_timestamp()) <> 'always');
$$;
--> statement-breakpoint
drop function authz.extend_session(bytea, timestamptz);
--> statement-breakpoint
create function authz.extend_session(p_id bytea, p_expires timestamptz, p_staff_expires timestamptz) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
  update authz.credential c
     set expires_at = least(case when authz.is_staff(c.user_id) then p_staff_expires else p_expires end, c.absolute_expires_at)
   where c.id = p_id and c.kind = 'session' and c.revoked_at is null;
$$;
--> statement-breakpoint
drop function authz.organisations_of(bytea);
--> statement-breakpoint
-- Organisations that a session may enter, with what it may do there; `until`: an operator's look in ends then.
create function authz.organisations_of(p_id bytea)
returns table (id uuid, kind text, name text, uscc text, status text, role text, level text, until timestamptz)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare v_user uuid; n timestamptz := statement_timestamp();
begin
  select c.user_id into v_user from authz.credential c where c.id = p_id and c.kind = 'session';
  return query
    select o.id, o.kind, o.name, o.uscc, o.status, (a.d).role, (a.d).level,
           case when (a.d).via = 'break-glass' then (
             select max(b.ends_at) from authz.break_glass b
              where b.operator_id = v_user and b.tenant_id = o.id and b.ended_at is null and b.opened_at <= n) end
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
     order by o.kind desc, o.name, o.id;
end $$;
--> statement-breakpoint
-- Key pairs whose private half stays in a device of a person. A use with user verification is worth both factors.
create table authz.passkey (
  id uuid primary key,
  user_id uuid not null references authz.app_user on delete cascade,
  -- what the authenticator calls it
  credential_id bytea not null unique check (octet_length(credential_id) between 1 and 1023),
  -- COSE
  public_key bytea not null,
  -- uses, as the authenticator counts them; those that do not count say 0
  counter bigint not null check (counter >= 0),
  transports text[] not null,
  -- host name it was made for; browsers offer it nowhere else
  rp_id text not null check (char_length(rp_id) between 1 and 253),
  name text not null check (char_length(name) between 1 and 60),
  -- kept by a password manager on several devices
  synced boolean not null,
  created_at timestamptz not null,
  last_used_at timestamptz
);
--> statement-breakpoint
create index on authz.passkey (user_id);
--> statement-breakpoint
-- What an authenticator has to sign: for one purpose, one session (or first step of a sign-in), once, for minutes.
create table authz.passkey_challenge (
  -- sha256 of it
  id bytea primary key check (octet_length(id) = 32),
  purpose text not null check (purpose in ('register', 'sign-in', 'second-factor', 'step-up')),
  -- the session or first step it was given to; a whole sign-in has neither
  bound_to bytea check (octet_length(bound_to) = 32),
  expires_at timestamptz not null,
  check ((purpose = 'sign-in') = (bound_to is null))
);
--> statement-breakpoint
create index on authz.passkey_challenge (expires_at);
--> statement-breakpoint
create function authz.begin_passkey(p_id bytea, p_purpose text, p_bound bytea, p_at timestamptz, p_expires timestamptz) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
  delete from authz.passkey_challenge c where c.expires_at <= p_at;
  insert into authz.passkey_challenge (id, purpose, bound_to, expires_at) values (p_id, p_purpose, p_bound, p_expires);
$$;
--> statement-breakpoint
-- Whoever shows a challenge uses it up, also where it does not belong.
create function authz.take_passkey_challenge(p_id bytea, p_purpose text, p_bound bytea, p_at timestamptz) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare c authz.passkey_challenge;
begin
  delete from authz.passkey_challenge x where x.id = p_id returning * into c;
  return found and c.purpose = p_purpose and c.bound_to is not distinct from p_bound and c.expires_at > p_at;
end $$;
--> statement-breakpoint
create function authz.passkeys_of(p_user uuid) returns table (
  id uuid, credential_id bytea, transports text[], rp_id text, name text, synced boolean, created_at timestamptz, last_used_at timestamptz
) language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select p.id, p.credential_id, p.transports, p.rp_id, p.name, p.synced, p.created_at, p.last_used_at
    from authz.passkey p where p.user_id = p_user order by p.created_at, p.id;
$$;
--> statement-breakpoint
create function authz.read_passkey(p_credential_id bytea) returns table (id uuid, user_id uuid, public_key bytea, counter bigint)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select p.id, p.user_id, p.public_key, p.counter from authz.passkey p join authz.app_user u on u.id = p.user_id
   where p.credential_id = p_credential_id and u.disabled_at is null;
$$;
--> statement-breakpoint
-- done; with-codes: it is the first second factor, and these are its recovery codes; known; full
create function authz.add_passkey(
  p_user uuid, p_id uuid, p_credential_id bytea, p_key bytea, p_counter bigint, p_transports text[], p_rp text, p_name text,
  p_synced boolean, p_codes bytea[], p_limit int, p_at timestamptz
) returns text language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare v_first boolean;
begin
  perform from authz.app_user u where u.id = p_user for update;
  if (select count(*) from authz.passkey p where p.user_id = p_user) >= p_limit then return 'full'; end if;
  v_first := not exists (select from authz.passkey p where p.user_id = p_user)
         and not exists (select from authz.totp t where t.user_id = p_user and t.state = 'active');
  insert into authz.passkey (id, user_id, credential_id, public_key, counter, transports, rp_id, name, synced, created_at)
  values (p_id, p_user, p_credential_id, p_key, p_counter, p_transports, p_rp, p_name, p_synced, p_at)
  on conflict (credential_id) do nothing;
  if not found then return 'known'; end if;
  if not v_first then return 'done'; end if;
  perform authz.replace_recovery_codes(p_user, p_codes);
  return 'with-codes';
end $$;
--> statement-breakpoint
-- Notes a use. A count that does not go up is that of a copy: of two uses with one count at the same time one gets true.
create function authz.use_passkey(p_id uuid, p_counter bigint, p_at timestamptz) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  update authz.passkey p set counter = p_counter, last_used_at = p_at
   where p.id = p_id and (p.counter < p_counter or (p.counter = 0 and p_counter = 0));
  return found;
end $$;
--> statement-breakpoint
create function authz.rename_passkey(p_user uuid, p_id uuid, p_name text) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  update authz.passkey p set name = p_name where p.user_id = p_user and p.id = p_id;
  return found;
end $$;
--> statement-breakpoint
-- With the last second factor its recovery codes go.
create function authz.drop_unused_codes(p_user uuid) returns void language sql as $$
  delete from authz.recovery_code r where r.user_id = p_user
     and not exists (select from authz.passkey p where p.user_id = p_user)
     and not exists (select from authz.totp t where t.user_id = p_user and t.state = 'active');
$$;
--> statement-breakpoint
-- done, missing, or last: one that must stay because it is the last second factor
create function authz.remove_passkey(p_user uuid, p_id uuid, p_keep_last boolean) returns text
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform from authz.app_user u where u.id = p_user for update;
  if not exists (select from authz.passkey p where p.user_id = p_user and p.id = p_id) then return 'missing'; end if;
  if p_keep_last and not exists (select from authz.passkey p where p.user_id = p_user and p.id <> p_id)
     and not exists (select from authz.totp t where t.user_id = p_user and t.state = 'active') then return 'last'; end if;
  delete from authz.passkey p where p.user_id = p_user and p.id = p_id;
  perform authz.drop_unused_codes(p_user);
  return 'done';
end $$;
--> statement-breakpoint
create or replace function authz.remove_totp(p_user uuid) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
  delete from authz.totp t where t.user_id = p_user;
  select authz.drop_unused_codes(p_user);
$$;
--> statement-breakpoint
drop function authz.second_factor_of(uuid, timestamptz);
--> statement-breakpoint
create function authz.second_factor_of(p_user uuid, p_at timestamptz)
returns table (rule text, due_at timestamptz, totp_at timestamptz, passkeys int, codes_left int)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select authz.second_factor_rule(u.id, p_at), u.second_factor_due_at,
         (select t.created_at from authz.totp t where t.user_id = u.id and t.state = 'active'),
         (select count(*)::int from authz.passkey p where p.user_id = u.id),
         (select count(*)::int from authz.recovery_code r where r.user_id = u.id and r.used_at is null)
    from authz.app_user u where u.id = p_user and u.disabled_at is null
$$;
--> statement-breakpoint
-- What was asked for is an address. Who has it is looked up when the link is opened, so that asking for one that nobody
-- has is the same work.
delete from authz.password_reset;
--> statement-breakpoint
alter table authz.password_reset drop column user_id, add column email_key text not null;
--> statement-breakpoint
create index on authz.password_reset (email_key);
--> statement-breakpoint
create or replace function authz.begin_password_reset(p_email_key text, p_id bytea, p_at timestamptz, p_expires timestamptz)
returns table (user_id uuid, email text, name text)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  delete from authz.password_reset r where r.expires_at <= p_at;
  insert into authz.password_reset (id, email_key, expires_at) values (p_id, p_email_key, p_expires);
  return query select u.id, u.email, u.name from authz.app_user u where u.email_key = p_email_key and u.disabled_at is null;
end $$;
--> statement-breakpoint
create or replace function authz.read_password_reset(p_id bytea, p_at timestamptz) returns table (user_id uuid, email text, name text)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select u.id, u.email, u.name from authz.password_reset r join authz.app_user u on u.email_key = r.email_key
   where r.id = p_id and r.expires_at > p_at and u.disabled_at is null
$$;
--> statement-breakpoint
create or replace function authz.finish_password_reset(p_id bytea, p_new text, p_at timestamptz) returns uuid
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare v_key text; v_user uuid;
begin
  delete from authz.password_reset r where r.id = p_id and r.expires_at > p_at returning r.email_key into v_key;
  update authz.app_user u set password_hash = p_new where u.email_key = v_key and u.disabled_at is null returning u.id into v_user;
  if v_user is null then return null; end if;
  delete from authz.password_reset r where r.email_key = v_key;
  perform authz.end_other_sessions(v_user, null);
  return v_user;
end $$;
--> statement-breakpoint
-- A mail to `nobody` was left for its time alone: it is never sent.
create or replace function authz.claim_mails(p_limit int, p_lease int)
returns table (id uuid, to_address text, template text, language text, data jsonb, tries int)
language sql security definer set search_path = pg_catalog, pg_temp as $$
  delete from authz.mail m where m.to_address = 'nobody';
  update authz.mail m set tries = m.tries + 1, next_try_at = clock_timestamp() + make_interval(secs => p_lease)
   where m.id in (select x.id from authz.mail x where x.given_up_at is null and x.next_try_at <= clock_timestamp()
                   order by x.next_try_at limit p_limit for update skip locked)
  returning m.id, m.to_address, m.template, m.language, m.data, m.tries;
$$;
--> statement-breakpoint
grant execute on function
  authz.choose_language(uuid, text), authz.suggest_language(uuid, text), authz.email_of(uuid),
  authz.start_sign_up(bytea, text, text, text, text, text, text, text, text), authz.is_staff(uuid), authz.read_session(bytea),
  authz.extend_session(bytea, timestamptz, timestamptz), authz.organisations_of(bytea),
  authz.begin_passkey(bytea, text, bytea, timestamptz, timestamptz), authz.take_passkey_challenge(bytea, text, bytea, timestamptz),
  authz.passkeys_of(uuid), authz.read_passkey(bytea),
  authz.add_passkey(uuid, uuid, bytea, bytea, bigint, text[], text, text, boolean, bytea[], int, timestamptz),
  authz.use_passkey(uuid, bigint, timestamptz), authz.rename_passkey(uuid, uuid, text),
  authz.remove_passkey(uuid, uuid, boolean), authz.second_factor_of(uuid, timestamptz)
to zq_auth;
