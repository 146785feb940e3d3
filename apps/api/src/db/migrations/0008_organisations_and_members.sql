-- Sign-up, organisations and their members. Each function decides for itself and writes the audit rows of what it did.
alter table authz.app_user add column email_verified_at timestamptz;
--> statement-breakpoint
-- The consultancy that entered a company. It may act as its owner until the company has one of its own.
alter table authz.org add column created_by_org uuid references authz.org;
--> statement-breakpoint
-- Asked for, not confirmed. No user row yet, so that there is nothing to be claimed by whoever signs up later.
create table authz.sign_up (
  id bytea primary key check (octet_length(id) = 32),
  email text not null check (char_length(email) between 3 and 254),
  email_key text not null,
  name text not null check (char_length(name) between 1 and 100),
  password_hash text not null check (password_hash like '$argon2id$%'),
  org_kind text check (org_kind in ('company', 'consultancy')),
  org_name text check (char_length(org_name) between 1 and 200),
  org_uscc text check (char_length(org_uscc) between 1 and 40),
  expires_at timestamptz not null,
  check ((org_kind is null) = (org_name is null))
);
--> statement-breakpoint
create index on authz.sign_up (expires_at);
--> statement-breakpoint
create table authz.email_proof (
  id bytea primary key check (octet_length(id) = 32),
  user_id uuid not null references authz.app_user on delete cascade,
  expires_at timestamptz not null
);
--> statement-breakpoint
grant insert on app.audit_event to zq_authz;
--> statement-breakpoint
create policy authz_insert on app.audit_event for insert to zq_authz with check (tenant_id = (select authz.tenant('write')));
--> statement-breakpoint
-- An audit row in the trail of one side, under a lease of a moment: the person may have no right to write there, or no
-- longer. An organisation that is closed to writing gets none.
create procedure authz.write_audit(
  p_tenant uuid, p_actor uuid, p_action text, p_type text, p_subject uuid, p_detail jsonb, p_request text
) language plpgsql as $$
declare
  k bytea := sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())); n timestamptz := clock_timestamp();
  c text := coalesce(current_setting('app.credential', true), ''); t text := coalesce(current_setting('app.tenant', true), '');
begin
  if not exists (select from authz.org o where o.id = p_tenant and o.status = 'active') then return; end if;
  insert into authz.credential (id, kind, tenant_id, created_at, expires_at, absolute_expires_at)
  values (k, 'job', p_tenant, n - interval '1 hour', n + interval '1 minute', n + interval '1 minute');
  perform set_config('app.credential', encode(k, 'hex'), true), set_config('app.tenant', p_tenant::text, true);
  insert into app.audit_event (tenant_id, id, at, actor_kind, actor_id, action, subject_type, subject_id, detail, request_id)
  values (p_tenant, gen_random_uuid(), n, 'user', p_actor, p_action, p_type, p_subject, p_detail, p_request);
  perform set_config('app.credential', c, true), set_config('app.tenant', t, true);
  delete from authz.credential x where x.id = k;
end $$;
--> statement-breakpoint
-- The member in person who calls, if in one of these roles; consultants, keys and jobs never are.
create function authz.manager(p_roles text[]) returns authz.access
language plpgsql stable as $$
declare x record; a authz.access;
begin
  select * into x from authz.context();
  a := authz.decide(x.credential, x.tenant, statement_timestamp());
  if a.via is distinct from 'membership' or a.level <> 'write' or not (a.role = any (p_roles)) then
    raise exception 'not for this role' using errcode = 'insufficient_privilege';
  end if;
  return a;
end $$;
--> statement-breakpoint
create function authz.owners(p_org uuid) returns int language sql stable as $$
  select count(*)::int from authz.membership m join authz.app_user u on u.id = m.user_id
   where m.org_id = p_org and m.role = 'owner' and m.revoked_at is null and u.disabled_at is null
     and (m.valid_to is null or m.valid_to > statement_timestamp());
$$;
--> statement-breakpoint
-- done, taken (there is an account), or set-up (nobody exists: the first set-up comes before any sign-up)
create function authz.start_sign_up(
  p_id bytea, p_email text, p_key text, p_name text, p_hash text, p_kind text, p_org_name text, p_uscc text
) returns text language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not exists (select from authz.app_user) then return 'set-up'; end if;
  delete from authz.sign_up s where s.expires_at <= statement_timestamp();
  if exists (select from authz.app_user u where u.email_key = p_key) then return 'taken'; end if;
  insert into authz.sign_up values (p_id, p_email, p_key, p_name, p_hash, p_kind, p_org_name, p_uscc, statement_timestamp() + interval '1 day');
  return 'done';
end $$;
--> statement-breakpoint
create function authz.sign_up_password(p_id bytea) returns text
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select s.password_hash from authz.sign_up s where s.id = p_id and s.expires_at > statement_timestamp();
$$;
--> statement-breakpoint
-- The address is proven: the account, and its organisation, begin to exist. done, missing, or taken meanwhile.
create function authz.complete_sign_up(p_id bytea, p_user uuid, p_org uuid, p_request text) returns text
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare s authz.sign_up;
begin
  delete from authz.sign_up x where x.id = p_id and x.expires_at > statement_timestamp() returning * into s;
  if not found then return 'missing'; end if;
  insert into authz.app_user (id, email, email_key, name, password_hash, email_verified_at)
  values (p_user, s.email, s.email_key, s.name, s.password_hash, statement_timestamp()) on conflict (email_key) do nothing;
  if not found then return 'taken'; end if;
  if s.org_kind is not null then
    insert into authz.org (id, kind, name, uscc) values (p_org, s.org_kind, s.org_name, s.org_uscc);
    insert into authz.membership (user_id, org_id, role) values (p_user, p_org, 'owner');
    call authz.write_audit(p_org, p_user, 'organisation.created', 'organisation', p_org, '{}', p_request);
  end if;
  return 'done';
end $$;
--> statement-breakpoint
create function authz.email_of(p_user uuid) returns table (email text, verified boolean)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select u.email, u.email_verified_at is not null from authz.app_user u where u.id = p_user;
$$;
--> statement-breakpoint
create function authz.start_email_proof(p_id bytea, p_user uuid) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
  delete from authz.email_proof p where p.user_id = p_user or p.expires_at <= statement_timestamp();
  insert into authz.email_proof values (p_id, p_user, statement_timestamp() + interval '1 day');
$$;
--> statement-breakpoint
create function authz.prove_email(p_id bytea, p_user uuid) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  delete from authz.email_proof p where p.id = p_id and p.user_id = p_user and p.expires_at > statement_timestamp();
  if not found then return false; end if;
  update authz.app_user u set email_verified_at = statement_timestamp() where u.id = p_user and u.email_verified_at is null;
  return true;
end $$;
--> statement-breakpoint
-- The person of a living session whose address is proven; null otherwise.
create function authz.verified_person(p_credential bytea) returns uuid language sql stable as $$
  select c.user_id from authz.credential c join authz.app_user u on u.id = c.user_id
   where c.id = p_credential and c.kind = 'session' and c.revoked_at is null and c.expires_at > statement_timestamp()
     and c.absolute_expires_at > statement_timestamp() and u.disabled_at is null and u.email_verified_at is not null;
$$;
--> statement-breakpoint
create function authz.create_organisation(
  p_credential bytea, p_org uuid, p_kind text, p_name text, p_uscc text, p_request text
) returns boolean language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare v_user uuid := authz.verified_person(p_credential);
begin
  if v_user is null then return false; end if;
  insert into authz.org (id, kind, name, uscc) values (p_org, p_kind, p_name, p_uscc);
  insert into authz.membership (user_id, org_id, role) values (v_user, p_org, 'owner');
  call authz.write_audit(p_org, v_user, 'organisation.created', 'organisation', p_org, '{}', p_request);
  return true;
end $$;
--> statement-breakpoint
create function authz.organisation() returns table (
  id uuid, kind text, name text, uscc text, status text, created_at timestamptz, created_by uuid, created_by_name text, has_owner boolean
) language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare t uuid := authz.tenant('read');
begin
  return query select o.id, o.kind, o.name, o.uscc, o.status, o.created_at, k.id, k.name, authz.owners(o.id) > 0
    from authz.org o left join authz.org k on k.id = o.created_by_org where o.id = t;
end $$;
--> statement-breakpoint
-- From now on for reading and taking out only. The audit row is the last one.
create function authz.close_organisation(p_request text) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare a authz.access := authz.manager(array['owner']);
begin
  call authz.write_audit(a.tenant_id, a.user_id, 'organisation.closing', 'organisation', a.tenant_id, '{}', p_request);
  update authz.org o set status = 'closing' where o.id = a.tenant_id;
end $$;
--> statement-breakpoint
create function authz.members() returns table (user_id uuid, name text, email text, role text, since timestamptz, you boolean)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare x record; a authz.access; n timestamptz := statement_timestamp();
begin
  select * into x from authz.context();
  a := authz.decide(x.credential, x.tenant, n);
  return query
    select u.id, u.name, case when a.via = 'membership' and a.role in ('owner', 'admin') or u.id = a.user_id then u.email end,
           m.role, m.created_at, u.id = a.user_id
      from authz.membership m join authz.app_user u on u.id = m.user_id
     where m.org_id = a.tenant_id and m.revoked_at is null and (m.valid_to is null or m.valid_to > n)
     order by u.name, u.id;
end $$;
--> statement-breakpoint
-- What two changes at once could break is looked at behind the lock of the organisation: never without an owner.
create function authz.change_role(p_user uuid, p_role text, p_request text) returns text
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare a authz.access; v_old text;
begin
  perform from authz.org o where o.id = (select c.tenant from authz.context() c) for update;
  a := authz.manager(array['owner', 'admin']);
  select m.role into v_old from authz.membership m where m.org_id = a.tenant_id and m.user_id = p_user and m.revoked_at is null for update;
  if v_old is null then return 'missing'; end if;
  if v_old = p_role then return 'unchanged'; end if;
  if a.role <> 'owner' and 'owner' in (v_old, p_role) then return 'owners-only'; end if;
  if v_old = 'owner' and authz.owners(a.tenant_id) = 1 then return 'last-owner'; end if;
  update authz.membership m set role = p_role where m.org_id = a.tenant_id and m.user_id = p_user;
  call authz.write_audit(a.tenant_id, a.user_id, 'member.role-changed', 'user', p_user, jsonb_build_object('from', v_old, 'to', p_role), p_request);
  return 'done';
end $$;
--> statement-breakpoint
-- Ends a membership with all that hung on it: sessions, and being named in engagements. Oneself: any role may leave.
create function authz.remove_member(p_user uuid, p_request text) returns text
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare x record; a authz.access; v_old text;
begin
  select * into x from authz.context();
  perform from authz.org o where o.id = x.tenant for update;
  a := authz.decide(x.credential, x.tenant, statement_timestamp());
  if a.via is distinct from 'membership' or a.user_id is distinct from p_user then a := authz.manager(array['owner', 'admin']); end if;
  select m.role into v_old from authz.membership m where m.org_id = a.tenant_id and m.user_id = p_user and m.revoked_at is null for update;
  if v_old is null then return 'missing'; end if;
  if v_old = 'owner' and a.role <> 'owner' then return 'owners-only'; end if;
  if v_old = 'owner' and authz.owners(a.tenant_id) = 1 then return 'last-owner'; end if;
  call authz.write_audit(a.tenant_id, a.user_id, case when a.user_id = p_user then 'member.left' else 'member.removed' end,
                         'user', p_user, jsonb_build_object('role', v_old), p_request);
  update authz.membership m set revoked_at = statement_timestamp() where m.org_id = a.tenant_id and m.user_id = p_user;
  delete from authz.engagement_member em using authz.engagement e
   where e.id = em.engagement_id and e.consultancy_id = a.tenant_id and em.user_id = p_user;
  if a.user_id <> p_user then delete from authz.credential c where c.user_id = p_user and c.kind = 'session'; end if;
  return 'done';
end $$;
--> statement-breakpoint
grant execute on function
  authz.start_sign_up(bytea, text, text, text, text, text, text, text), authz.sign_up_password(bytea),
  authz.complete_sign_up(bytea, uuid, uuid, text), authz.email_of(uuid), authz.start_email_proof(bytea, uuid),
  authz.prove_email(bytea, uuid), authz.create_organisation(bytea, uuid, text, text, text, text)
to zq_auth;
--> statement-breakpoint
grant execute on function
  authz.organisation(), authz.close_organisation(text), authz.members(), authz.change_role(uuid, text, text), authz.remove_member(uuid, text)
to zq_app;
--> statement-breakpoint
-- Leaving is open to every member, also to one who may only read there.
create function authz.leave_organisation(p_credential bytea, p_org uuid, p_request text) returns text
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare a authz.access := authz.decide(p_credential, p_org, statement_timestamp());
begin
  if a.via is distinct from 'membership' then return 'missing'; end if;
  perform set_config('app.credential', encode(p_credential, 'hex'), true), set_config('app.tenant', p_org::text, true);
  return authz.remove_member(a.user_id, p_request);
end $$;
--> statement-breakpoint
grant execute on function authz.leave_organisation(bytea, uuid, text) to zq_auth;
