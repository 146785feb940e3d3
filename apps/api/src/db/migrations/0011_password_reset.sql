-- A forgotten password is replaced by whoever reads the mails of the address. That proves one factor, not two.
create table authz.password_reset (
  id bytea primary key check (octet_length(id) = 32),
  user_id uuid not null references authz.app_user on delete cascade,
  expires_at timestamptz not null
);
--> statement-breakpoint
create index on authz.password_reset (user_id);
--> statement-breakpoint
-- Whose link this is, null when it has expired, was used or never was.
create function authz.read_password_reset(p_id bytea, p_at timestamptz) returns table (user_id uuid, email text, name text)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select u.id, u.email, u.name from authz.password_reset r join authz.app_user u on u.id = r.user_id
   where r.id = p_id and r.expires_at > p_at and u.disabled_at is null
$$;
--> statement-breakpoint
-- Once; ends every session and every other link of the person.
create function authz.finish_password_reset(p_id bytea, p_new text, p_at timestamptz) returns uuid
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare v_user uuid;
begin
  delete from authz.password_reset r where r.id = p_id and r.expires_at > p_at returning r.user_id into v_user;
  if v_user is null then return null; end if;
  update authz.app_user u set password_hash = p_new where u.id = v_user and u.disabled_at is null;
  if not found then return null; end if;
  delete from authz.password_reset r where r.user_id = v_user;
  perform authz.end_other_sessions(v_user, null);
  return v_user;
end $$;
--> statement-breakpoint
create function authz.begin_password_reset(p_email_key text, p_id bytea, p_at timestamptz, p_expires timestamptz)
returns table (user_id uuid, email text, name text)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare u authz.app_user;
begin
  delete from authz.password_reset r where r.expires_at <= p_at;
  select * into u from authz.app_user x where x.email_key = p_email_key and x.disabled_at is null;
  if not found then return; end if;
  insert into authz.password_reset (id, user_id, expires_at) values (p_id, u.id, p_expires);
  return query select u.id, u.email, u.name;
end $$;
--> statement-breakpoint
grant execute on function
  authz.begin_password_reset(text, bytea, timestamptz, timestamptz), authz.read_password_reset(bytea, timestamptz),
  authz.finish_password_reset(bytea, text, timestamptz)
to zq_auth;
