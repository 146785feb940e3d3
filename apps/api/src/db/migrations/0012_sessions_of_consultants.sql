-- Whoever comes to act for others while signed in without a second factor has to sign in anew, and to set one up first.
create or replace function authz.read_session(p_id bytea)
returns table (user_id uuid, email text, name text, expires_at timestamptz, absolute_expires_at timestamptz)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select u.id, u.email, u.name, c.expires_at, c.absolute_expires_at
    from authz.credential c join authz.app_user u on u.id = c.user_id
   where c.id = p_id and c.kind = 'session' and c.revoked_at is null and u.disabled_at is null
     and (c.second_factor or authz.second_factor_rule(u.id, statement_timestamp()) <> 'always');
$$;
