-- Invitations: single use, for seven days at most, bound to an address. A row never changes what it offers, so that what
-- was shown is what is accepted.
create table authz.invitation (
  id uuid primary key,
  token bytea not null unique check (octet_length(token) = 32),
  purpose text not null check (purpose in ('membership', 'engagement', 'transfer')),
  -- what is joined, or worked for
  org_id uuid not null references authz.org,
  -- who asks: the same, or the consultancy that hands over
  from_org uuid not null references authz.org,
  email text not null check (char_length(email) between 3 and 254),
  email_key text not null,
  role text check (role in ('owner', 'admin', 'member', 'viewer')),
  level text check (level in ('read', 'write')),
  ends_at timestamptz,
  -- with a transfer: what ends when it is accepted
  engagement_id uuid references authz.engagement,
  invited_by uuid not null references authz.app_user,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  accepted_at timestamptz,
  accepted_by uuid references authz.app_user,
  revoked_at timestamptz,
  check (expires_at <= created_at + interval '7 days'),
  check ((purpose = 'membership') = (role is not null)),
  check ((purpose <> 'membership') = (level is not null and ends_at is not null)),
  check ((purpose = 'transfer') = (engagement_id is not null))
);
--> statement-breakpoint
create index on authz.invitation (org_id);
--> statement-breakpoint
create index on authz.invitation (from_org);
--> statement-breakpoint
-- Owner or admin of the consultancy that entered this company, which has no owner of its own yet. Called in the company.
create function authz.guardian(a authz.access) returns uuid language sql stable as $$
  select o.created_by_org from authz.org o
    join authz.membership m on m.org_id = o.created_by_org and m.user_id = a.user_id
   where a.via = 'engagement' and a.level = 'write' and o.id = a.tenant_id and authz.owners(o.id) = 0
     and m.role in ('owner', 'admin') and m.revoked_at is null and (m.valid_to is null or m.valid_to > statement_timestamp());
$$;
--> statement-breakpoint
create procedure authz.add_invitation(i authz.invitation, p_request text) language plpgsql as $$
begin
  i.created_at := statement_timestamp(); i.expires_at := i.created_at + interval '7 days';
  -- one open invitation for an address and purpose: the older link ends
  update authz.invitation x set revoked_at = i.created_at
   where x.org_id = i.org_id and x.purpose = i.purpose and x.email_key = i.email_key and x.accepted_at is null and x.revoked_at is null;
  insert into authz.invitation select i.*;
  call authz.write_audit(i.from_org, i.invited_by, 'invitation.created', 'invitation', i.id,
                         jsonb_strip_nulls(jsonb_build_object('purpose', i.purpose, 'role', i.role, 'level', i.level)), p_request);
  if i.org_id <> i.from_org then
    call authz.write_audit(i.org_id, i.invited_by, 'invitation.created', 'invitation', i.id,
                           jsonb_strip_nulls(jsonb_build_object('purpose', i.purpose, 'role', i.role, 'level', i.level)), p_request);
  end if;
end $$;
--> statement-breakpoint
-- done, member (is one already), owners-only
create function authz.invite_member(p_id uuid, p_token bytea, p_email text, p_key text, p_role text, p_request text) returns text
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare x record; a authz.access; i authz.invitation; v_from uuid;
begin
  select * into x from authz.context();
  a := authz.decide(x.credential, x.tenant, statement_timestamp());
  v_from := case when p_role = 'owner' then authz.guardian(a) end;
  if v_from is null then a := authz.manager(array['owner', 'admin']); v_from := a.tenant_id; end if;
  if p_role = 'owner' and a.via = 'membership' and a.role <> 'owner' then return 'owners-only'; end if;
  if exists (select from authz.membership m join authz.app_user u on u.id = m.user_id
              where m.org_id = a.tenant_id and u.email_key = p_key and m.revoked_at is null) then return 'member'; end if;
  i.id := p_id; i.token := p_token; i.purpose := 'membership'; i.org_id := a.tenant_id; i.from_org := v_from;
  i.email := p_email; i.email_key := p_key; i.role := p_role; i.invited_by := a.user_id;
  call authz.add_invitation(i, p_request);
  return 'done';
end $$;
--> statement-breakpoint
-- A company asks a consultancy, by the address of its owner or admin.
create function authz.invite_consultancy(
  p_id uuid, p_token bytea, p_email text, p_key text, p_level text, p_ends timestamptz, p_request text
) returns text language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare a authz.access := authz.manager(array['owner', 'admin']); i authz.invitation;
begin
  if a.org_kind <> 'company' then return 'no-company'; end if;
  i.id := p_id; i.token := p_token; i.purpose := 'engagement'; i.org_id := a.tenant_id; i.from_org := a.tenant_id;
  i.email := p_email; i.email_key := p_key; i.level := p_level; i.ends_at := p_ends; i.invited_by := a.user_id;
  call authz.add_invitation(i, p_request);
  return 'done';
end $$;
--> statement-breakpoint
-- A consultancy offers a company without an owner to another consultancy: done, missing, or owned (ask its owner).
create function authz.offer_transfer(
  p_id uuid, p_token bytea, p_email text, p_key text, p_engagement uuid, p_ends timestamptz, p_request text
) returns text language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare a authz.access := authz.manager(array['owner', 'admin']); i authz.invitation; e authz.engagement; n timestamptz := statement_timestamp();
begin
  select * into e from authz.engagement x where x.id = p_engagement and x.consultancy_id = a.tenant_id and x.revoked_at is null and x.ends_at > n;
  if not found then return 'missing'; end if;
  if authz.owners(e.company_id) > 0 or not exists (
    select from authz.org o where o.id = e.company_id and o.created_by_org = a.tenant_id) then return 'owned'; end if;
  i.id := p_id; i.token := p_token; i.purpose := 'transfer'; i.org_id := e.company_id; i.from_org := a.tenant_id;
  i.email := p_email; i.email_key := p_key; i.level := 'write'; i.ends_at := p_ends; i.engagement_id := e.id; i.invited_by := a.user_id;
  call authz.add_invitation(i, p_request);
  return 'done';
end $$;
--> statement-breakpoint
create function authz.invitation_status(i authz.invitation) returns text language sql stable as $$
  select case when i.accepted_at is not null then 'accepted' when i.revoked_at is not null then 'revoked'
              when i.expires_at <= statement_timestamp() then 'expired' else 'open' end;
$$;
--> statement-breakpoint
create function authz.invitations() returns table (
  id uuid, purpose text, email text, role text, level text, ends_at timestamptz, status text, created_at timestamptz, expires_at timestamptz,
  invited_by uuid, invited_by_name text, organisation_name text
) language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare x record; a authz.access; v_guardian uuid;
begin
  select * into x from authz.context();
  a := authz.decide(x.credential, x.tenant, statement_timestamp());
  v_guardian := authz.guardian(a);
  if v_guardian is null and not (a.via = 'membership' and a.role in ('owner', 'admin')) then
    raise exception 'not for this role' using errcode = 'insufficient_privilege';
  end if;
  return query
    select i.id, i.purpose, i.email, i.role, i.level, i.ends_at, authz.invitation_status(i), i.created_at, i.expires_at, u.id, u.name, o.name
      from authz.invitation i join authz.app_user u on u.id = i.invited_by join authz.org o on o.id = i.org_id
     where (i.org_id = a.tenant_id and (v_guardian is null or i.from_org = v_guardian)) or i.from_org = a.tenant_id
     order by i.created_at desc, i.id limit 500;
end $$;
--> statement-breakpoint
create function authz.revoke_invitation(p_id uuid, p_request text) returns text
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare x record; a authz.access; v_guardian uuid;
begin
  select * into x from authz.context();
  a := authz.decide(x.credential, x.tenant, statement_timestamp());
  v_guardian := authz.guardian(a);
  if v_guardian is null then a := authz.manager(array['owner', 'admin']); end if;
  update authz.invitation i set revoked_at = statement_timestamp()
   where i.id = p_id and i.accepted_at is null and i.revoked_at is null
     and (i.from_org in (a.tenant_id, v_guardian) or (i.org_id = a.tenant_id and v_guardian is null));
  if not found then return 'missing'; end if;
  call authz.write_audit(a.tenant_id, a.user_id, 'invitation.revoked', 'invitation', p_id, '{}', p_request);
  return 'done';
end $$;
--> statement-breakpoint
-- What a link offers, to whoever has it.
create function authz.show_invitation(p_token bytea) returns table (
  id uuid, purpose text, org_id uuid, org_name text, org_kind text, email text, email_key text, role text, level text, ends_at timestamptz,
  invited_by_name text, expires_at timestamptz
) language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select i.id, i.purpose, o.id, o.name, o.kind, i.email, i.email_key, i.role, i.level, i.ends_at, u.name, i.expires_at
    from authz.invitation i join authz.org o on o.id = i.org_id and o.status = 'active' join authz.app_user u on u.id = i.invited_by
   where i.token = p_token and authz.invitation_status(i) = 'open';
$$;
--> statement-breakpoint
-- Consultancies that a person may accept an engagement for.
create function authz.consultancies_of(p_user uuid) returns table (id uuid, name text)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select o.id, o.name from authz.membership m join authz.org o on o.id = m.org_id
   where m.user_id = p_user and m.role in ('owner', 'admin') and m.revoked_at is null
     and (m.valid_to is null or m.valid_to > statement_timestamp()) and o.kind = 'consultancy' and o.status = 'active' order by o.name, o.id;
$$;
--> statement-breakpoint
create procedure authz.end_engagement_row(e authz.engagement, p_actor uuid, p_request text) language plpgsql as $$
begin
  update authz.engagement x set revoked_at = statement_timestamp() where x.id = e.id and x.revoked_at is null;
  -- keys of the consultancy end for this company too, whatever comes later
  delete from authz.api_key_grant g using authz.credential c
   where c.id = g.credential_id and c.tenant_id = e.consultancy_id and g.tenant_id = e.company_id;
  call authz.write_audit(e.company_id, p_actor, 'engagement.ended', 'engagement', e.id, '{}', p_request);
  call authz.write_audit(e.consultancy_id, p_actor, 'engagement.ended', 'engagement', e.id, '{}', p_request);
end $$;
--> statement-breakpoint
-- accepted, missing (unknown, used, revoked, expired, another than was shown), unverified, other-address, no-consultancy
create function authz.accept_invitation(
  p_credential bytea, p_token bytea, p_id uuid, p_consultancy uuid, p_engagement uuid, p_request text, out outcome text, out organisation uuid
) language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare i authz.invitation; v_user uuid; v_key text; e authz.engagement; n timestamptz := statement_timestamp();
begin
  -- of two at once the second waits here, and then finds it used
  select * into i from authz.invitation x where x.token = p_token and x.id = p_id for update;
  if not found or authz.invitation_status(i) <> 'open'
     or not exists (select from authz.org o where o.id = i.org_id and o.status = 'active') then outcome := 'missing'; return; end if;
  v_user := authz.verified_person(p_credential);
  if v_user is null then outcome := 'unverified'; return; end if;
  select u.email_key into v_key from authz.app_user u where u.id = v_user;
  if v_key <> i.email_key then outcome := 'other-address'; return; end if;
  if i.purpose = 'membership' then
    insert into authz.membership as m (user_id, org_id, role) values (v_user, i.org_id, i.role)
    on conflict (user_id, org_id) do update set role = excluded.role, revoked_at = null, valid_to = null, created_at = n
     where m.revoked_at is not null;
    if not found then outcome := 'missing'; return; end if;
    organisation := i.org_id;
    call authz.write_audit(i.org_id, v_user, 'member.joined', 'user', v_user, jsonb_build_object('role', i.role), p_request);
  else
    if not exists (select from authz.consultancies_of(v_user) k where k.id = p_consultancy) or p_consultancy = i.from_org
       or i.ends_at <= n then outcome := 'no-consultancy'; return; end if;
    if i.purpose = 'transfer' then
      select * into e from authz.engagement x where x.id = i.engagement_id and x.revoked_at is null and x.ends_at > n for update;
      if not found or authz.owners(i.org_id) > 0 then outcome := 'missing'; return; end if;
      -- every engagement of the one before, not only the one that was offered
      for e in select * from authz.engagement x where x.consultancy_id = i.from_org and x.company_id = i.org_id and x.revoked_at is null loop
        call authz.end_engagement_row(e, v_user, p_request);
      end loop;
      update authz.org o set created_by_org = p_consultancy where o.id = i.org_id;
    end if;
    insert into authz.engagement (id, consultancy_id, company_id, level, starts_at, ends_at, granted_by)
    values (p_engagement, p_consultancy, i.org_id, i.level, n, i.ends_at, i.invited_by);
    insert into authz.engagement_member (user_id, engagement_id) values (v_user, p_engagement);
    organisation := i.org_id;
    call authz.write_audit(i.org_id, v_user, 'engagement.begun', 'engagement', p_engagement, jsonb_build_object('level', i.level), p_request);
    call authz.write_audit(p_consultancy, v_user, 'engagement.begun', 'engagement', p_engagement, jsonb_build_object('level', i.level), p_request);
  end if;
  update authz.invitation x set accepted_at = n, accepted_by = v_user where x.id = i.id;
  outcome := 'accepted';
end $$;
--> statement-breakpoint
-- Engagements of the organisation of the context, as either side sees them.
create function authz.engagements() returns table (
  id uuid, company_id uuid, company_name text, consultancy_id uuid, consultancy_name text, level text, starts_at timestamptz,
  ends_at timestamptz, revoked_at timestamptz, active boolean, people jsonb, you boolean
) language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare x record; a authz.access; n timestamptz := statement_timestamp();
begin
  select * into x from authz.context();
  a := authz.decide(x.credential, x.tenant, n);
  return query
    select e.id, c.id, c.name, k.id, k.name, e.level, e.starts_at, e.ends_at, e.revoked_at,
           e.revoked_at is null and e.starts_at <= n and e.ends_at > n and k.status = 'active' and c.status <> 'suspended',
           coalesce((select jsonb_agg(jsonb_build_object('id', u.id, 'name', u.name) order by u.name, u.id)
              from authz.engagement_member em join authz.app_user u on u.id = em.user_id where em.engagement_id = e.id), '[]'),
           exists (select from authz.engagement_member em where em.engagement_id = e.id and em.user_id = a.user_id)
      from authz.engagement e join authz.org c on c.id = e.company_id join authz.org k on k.id = e.consultancy_id
     where (a.via = 'membership' and e.company_id = a.tenant_id)
        or (e.consultancy_id = a.tenant_id and a.via = 'membership' and (a.role in ('owner', 'admin') or exists (
             select from authz.engagement_member em where em.engagement_id = e.id and em.user_id = a.user_id)))
        or (a.via = 'engagement' and e.company_id = a.tenant_id and exists (
             select from authz.engagement_member em where em.engagement_id = e.id and em.user_id = a.user_id))
     order by c.name, e.starts_at desc, e.id limit 2000;
end $$;
--> statement-breakpoint
-- Whether all of them are members of the consultancy.
create function authz.are_members(p_org uuid, p_people uuid[]) returns boolean language sql stable as $$
  select not exists (select from unnest(p_people) p where not exists (
    select from authz.membership m where m.org_id = p_org and m.user_id = p and m.revoked_at is null
       and (m.valid_to is null or m.valid_to > statement_timestamp())));
$$;
--> statement-breakpoint
-- A consultancy enters a company that is not here yet. done, no-consultancy, or people (not all are its members).
create function authz.create_client(
  p_company uuid, p_engagement uuid, p_name text, p_uscc text, p_ends timestamptz, p_people uuid[], p_request text
) returns text language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare a authz.access := authz.manager(array['owner', 'admin']);
begin
  if a.org_kind <> 'consultancy' then return 'no-consultancy'; end if;
  if not authz.are_members(a.tenant_id, p_people) then return 'people'; end if;
  insert into authz.org (id, kind, name, uscc, created_by_org) values (p_company, 'company', p_name, p_uscc, a.tenant_id);
  insert into authz.engagement (id, consultancy_id, company_id, level, starts_at, ends_at, granted_by)
  values (p_engagement, a.tenant_id, p_company, 'write', statement_timestamp(), p_ends, a.user_id);
  insert into authz.engagement_member (user_id, engagement_id) select distinct p, p_engagement from unnest(p_people) p;
  call authz.write_audit(p_company, a.user_id, 'organisation.created', 'organisation', p_company, '{}', p_request);
  call authz.write_audit(a.tenant_id, a.user_id, 'client.created', 'engagement', p_engagement, jsonb_build_object('people', cardinality(p_people)), p_request);
  return 'done';
end $$;
--> statement-breakpoint
create function authz.set_engagement_people(p_engagement uuid, p_people uuid[], p_request text) returns text
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare a authz.access := authz.manager(array['owner', 'admin']); e authz.engagement;
begin
  select * into e from authz.engagement x where x.id = p_engagement and x.consultancy_id = a.tenant_id
     and x.revoked_at is null and x.ends_at > statement_timestamp() for update;
  if not found then return 'missing'; end if;
  if not authz.are_members(a.tenant_id, p_people) then return 'people'; end if;
  if (select array_agg(em.user_id order by em.user_id) from authz.engagement_member em where em.engagement_id = e.id)
     is not distinct from (select array_agg(distinct p order by p) from unnest(p_people) p) then return 'unchanged'; end if;
  delete from authz.engagement_member em where em.engagement_id = e.id;
  insert into authz.engagement_member (user_id, engagement_id) select distinct p, e.id from unnest(p_people) p;
  call authz.write_audit(e.consultancy_id, a.user_id, 'engagement.people-changed', 'engagement', e.id, jsonb_build_object('people', to_jsonb(p_people)), p_request);
  call authz.write_audit(e.company_id, a.user_id, 'engagement.people-changed', 'engagement', e.id, jsonb_build_object('people', to_jsonb(p_people)), p_request);
  return 'done';
end $$;
--> statement-breakpoint
-- The company says how much and how long: done, unchanged, missing, or too-long (three years from its beginning).
create function authz.change_engagement(p_engagement uuid, p_level text, p_ends timestamptz, p_request text) returns text
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare a authz.access := authz.manager(array['owner', 'admin']); e authz.engagement;
begin
  select * into e from authz.engagement x where x.id = p_engagement and x.company_id = a.tenant_id
     and x.revoked_at is null and x.ends_at > statement_timestamp() for update;
  if not found then return 'missing'; end if;
  if p_ends > e.starts_at + interval '3 years' then return 'too-long'; end if;
  if e.level = p_level and e.ends_at = p_ends then return 'unchanged'; end if;
  update authz.engagement x set level = p_level, ends_at = p_ends where x.id = e.id;
  call authz.write_audit(e.company_id, a.user_id, 'engagement.changed', 'engagement', e.id, jsonb_build_object('level', p_level), p_request);
  call authz.write_audit(e.consultancy_id, a.user_id, 'engagement.changed', 'engagement', e.id, jsonb_build_object('level', p_level), p_request);
  return 'done';
end $$;
--> statement-breakpoint
-- Either side ends it, at once. The mail goes to the other side's owners.
create function authz.end_engagement(p_engagement uuid, p_request text) returns table (outcome text, company text, consultancy text, tell text[])
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare a authz.access := authz.manager(array['owner', 'admin']); e authz.engagement; v_other uuid;
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
grant execute on function
  authz.show_invitation(bytea), authz.consultancies_of(uuid), authz.accept_invitation(bytea, bytea, uuid, uuid, uuid, text)
to zq_auth;
--> statement-breakpoint
grant execute on function
  authz.invite_member(uuid, bytea, text, text, text, text), authz.invite_consultancy(uuid, bytea, text, text, text, timestamptz, text),
  authz.offer_transfer(uuid, bytea, text, text, uuid, timestamptz, text), authz.invitations(), authz.revoke_invitation(uuid, text),
  authz.engagements(), authz.create_client(uuid, uuid, text, text, timestamptz, uuid[], text),
  authz.set_engagement_people(uuid, uuid[], text), authz.change_engagement(uuid, text, timestamptz, text), authz.end_engagement(uuid, text)
to zq_app;
