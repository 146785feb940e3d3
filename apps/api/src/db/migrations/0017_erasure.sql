-- An organisation that wants everything of it deleted: thirty days later, by the worker, from the catalogue.
create table authz.erasure (
  -- no reference: this row outlives the organisation
  org_id uuid primary key,
  requested_by uuid not null,
  requested_at timestamptz not null,
  erase_after timestamptz not null check (erase_after >= requested_at + interval '30 days'),
  erased_at timestamptz,
  -- rows deleted by table, and the end of the audit chain that went with them
  deleted jsonb,
  audit_seq bigint,
  audit_hash bytea
);
--> statement-breakpoint
-- The tenant that is being deleted in this transaction, if that is due. Asked for the owner of this schema alone.
create function authz.erased_tenant(p_level text) returns uuid
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select e.org_id from authz.erasure e join authz.org o on o.id = e.org_id
   where p_level = 'write' and e.org_id::text = current_setting('app.erased_tenant', true)
     and e.erased_at is null and e.erase_after <= statement_timestamp() and o.status = 'closing';
$$;
--> statement-breakpoint
-- For the logins of the running product: as before. For the deletion of a whole tenant: the owner of schema authz.
create procedure authz.protect_for_erasure(p_table regclass) language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  execute format('create policy erasure_delete on %s for delete to zq_authz
    using (tenant_id = (select authz.erased_tenant(''write'')))', p_table);
  execute format('grant delete on %s to zq_authz', p_table);
end $$;
--> statement-breakpoint
alter procedure authz.protect_append_only(regclass) rename to protect_rows;
--> statement-breakpoint
create procedure authz.protect_append_only(p_table regclass) language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  call authz.protect_rows(p_table);
  call authz.protect_for_erasure(p_table);
end $$;
--> statement-breakpoint
do $$
declare t regclass;
begin
  for t in select c.oid from pg_class c where c.relnamespace = 'app'::regnamespace and c.relkind in ('r', 'p') loop
    call authz.protect_for_erasure(t);
  end loop;
end $$;
--> statement-breakpoint
-- The owner of an organisation who calls, in person; an organisation that is closing has owners still.
create function authz.owner_of(p_credential bytea, p_org uuid) returns uuid
language plpgsql stable as $$
declare a authz.access := authz.decide(p_credential, p_org, statement_timestamp());
begin
  return case when a.via = 'membership' and a.role = 'owner' then a.user_id end;
end $$;
--> statement-breakpoint
-- What the other schema knows of an organisation: itself, its people, engagements and keys. No secret, no hash.
create function authz.begin_export(p_credential bytea, p_org uuid, p_at timestamptz, p_request text) returns jsonb
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare v_owner uuid := authz.owner_of(p_credential, p_org);
begin
  if v_owner is null then return null; end if;
  call authz.note_in_audit(p_org, v_owner, 'data.exported', '{}', p_at, p_request);
  return (
    select jsonb_build_object(
      'organisation', jsonb_build_object('id', o.id, 'kind', o.kind, 'name', o.name, 'uscc', o.uscc, 'status', o.status,
        'createdAt', o.created_at),
      'members', (select coalesce(jsonb_agg(jsonb_build_object('userId', u.id, 'name', u.name, 'email', u.email,
          'role', m.role, 'since', m.created_at, 'until', coalesce(m.revoked_at, m.valid_to)) order by m.created_at, u.id), '[]')
        from authz.membership m join authz.app_user u on u.id = m.user_id where m.org_id = o.id),
      'engagements', (select coalesce(jsonb_agg(jsonb_build_object('id', e.id, 'consultancy', k.name, 'company', c.name,
          'level', e.level, 'startsAt', e.starts_at, 'endsAt', e.ends_at, 'revokedAt', e.revoked_at) order by e.starts_at, e.id), '[]')
        from authz.engagement e join authz.org k on k.id = e.consultancy_id join authz.org c on c.id = e.company_id
       where o.id in (e.consultancy_id, e.company_id)),
      'apiKeys', (select coalesce(jsonb_agg(jsonb_build_object('id', k.id, 'name', k.name, 'mode', k.mode,
          'scopes', k.scopes) order by k.id), '[]') from authz.api_key k where k.tenant_id = o.id))
      from authz.org o where o.id = p_org);
end $$;
--> statement-breakpoint
-- Tables that hold rows of tenants, with the columns of their keys: what the export goes through.
create function app.export_tables() returns table (name text, key_columns text[], key_types text[])
language sql stable set search_path = pg_catalog, pg_temp as $$
  select c.relname::text, array_agg(a.attname::text order by k.n), array_agg(format_type(a.atttypid, a.atttypmod) order by k.n)
    from pg_class c
    join pg_index i on i.indrelid = c.oid and i.indisprimary
    cross join unnest(i.indkey::int2[]) with ordinality k(attnum, n)
    join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum
   where c.relnamespace = 'app'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
   group by c.relname order by c.relname;
$$;
--> statement-breakpoint
-- Rows of one such table in the order of its key, with the rights of the caller. `p_after` is the `key` of a page's last row.
create function app.export_rows(p_table text, p_after text[], p_limit int) returns table (key text[], "row" jsonb)
language plpgsql stable set search_path = pg_catalog, pg_temp as $$
declare t record; v_key text; v_place text := 'true';
begin
  select * into t from app.export_tables() x where x.name = p_table;
  if not found or (p_after is not null and cardinality(p_after) <> cardinality(t.key_columns)) then return; end if;
  select string_agg(format('r.%I', c), ', ') into v_key from unnest(t.key_columns) c;
  if p_after is not null then
    select format('(%s) > (%s)', v_key, string_agg(format('%L::%s', p_after[n], t.key_types[n]), ', ' order by n))
      into v_place from generate_subscripts(p_after, 1) n;
  end if;
  return query execute format(
    'select array[%s]::text[], to_jsonb(r) from app.%I r where %s order by %s limit %s',
    (select string_agg(format('r.%I::text', c), ', ') from unnest(t.key_columns) c), p_table, v_place, v_key, p_limit);
end $$;
--> statement-breakpoint
create function app.count_rows(p_table text) returns bigint
language plpgsql stable set search_path = pg_catalog, pg_temp as $$
declare n bigint;
begin
  if not exists (select from app.export_tables() x where x.name = p_table) then return null; end if;
  execute format('select count(*) from app.%I', p_table) into n;
  return n;
end $$;
--> statement-breakpoint
create function authz.request_erasure(
  p_credential bytea, p_org uuid, p_name text, p_reason text, p_at timestamptz, p_request text
) returns table (outcome text, erase_after timestamptz)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare v_owner uuid := authz.owner_of(p_credential, p_org); o authz.org; v_after timestamptz := statement_timestamp() + interval '30 days';
begin
  if v_owner is null then return query select 'not-owner', null::timestamptz; return; end if;
  select * into o from authz.org x where x.id = p_org for update;
  if o.name <> p_name then return query select 'other-name', null::timestamptz; return; end if;
  if exists (select from authz.erasure e where e.org_id = p_org) then
    return query select 'unchanged', null::timestamptz; return;
  end if;
  update authz.org x set status = 'closing' where x.id = p_org;
  insert into authz.erasure (org_id, requested_by, requested_at, erase_after)
  values (p_org, v_owner, statement_timestamp(), v_after);
  call authz.note_in_audit(p_org, v_owner, 'data.erasure-requested',
    jsonb_build_object('eraseAfter', v_after, 'reason', p_reason), p_at, p_request);
  return query select 'done', v_after;
end $$;
--> statement-breakpoint
create function authz.cancel_erasure(p_credential bytea, p_org uuid, p_at timestamptz, p_request text) returns text
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare v_owner uuid := authz.owner_of(p_credential, p_org);
begin
  if v_owner is null then return 'not-owner'; end if;
  perform from authz.org o where o.id = p_org for update;
  delete from authz.erasure e where e.org_id = p_org and e.erased_at is null;
  if not found then return 'unchanged'; end if;
  update authz.org o set status = 'active' where o.id = p_org and o.status = 'closing';
  call authz.note_in_audit(p_org, v_owner, 'data.erasure-cancelled', '{}', p_at, p_request);
  return 'done';
end $$;
--> statement-breakpoint
create function authz.erasure_of(p_credential bytea, p_org uuid)
returns table (is_owner boolean, requested_at timestamptz, erase_after timestamptz)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select authz.owner_of(p_credential, p_org) is not null, e.requested_at, e.erase_after
    from (select 1) x left join authz.erasure e on e.org_id = p_org and authz.owner_of(p_credential, p_org) is not null;
$$;
--> statement-breakpoint
create function authz.due_erasures() returns setof uuid
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select e.org_id from authz.erasure e join authz.org o on o.id = e.org_id
   where e.erased_at is null and e.erase_after <= statement_timestamp() and o.status = 'closing' order by e.erase_after;
$$;
--> statement-breakpoint
-- Deletes everything of an organisation: in every table of tenants, and in every column of this schema that points to it.
-- The order comes from trying: what another table still refers to waits for the next round.
create function authz.erase_organisation(p_org uuid) returns jsonb
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_left text[]; v_next text[]; s text; n bigint; v_deleted jsonb := '{}'; v_people uuid[]; v_head authz.audit_head; p uuid;
begin
  perform set_config('app.erased_tenant', p_org::text, true);
  perform from authz.org o where o.id = p_org for update;
  if authz.erased_tenant('write') is distinct from p_org then return null; end if;
  select * into v_head from authz.audit_head h where h.tenant_id = p_org;
  select array_agg(m.user_id) into v_people from authz.membership m where m.org_id = p_org;
  select array_agg(q.statement) into v_left from (
    select format('delete from app.%I', c.relname) as statement from pg_class c
     where c.relnamespace = 'app'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
    union
    select format('delete from authz.%I where %I = %L', c.relname, a.attname, p_org)
      from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
     where c.relnamespace = 'authz'::regnamespace and c.relkind in ('r', 'p') and c.relname not in ('org', 'erasure')
       and a.atttypid = 'uuid'::regtype
       and (a.attname in ('tenant_id', 'org_id', 'company_id', 'consultancy_id', 'organisation_id')
         or exists (select from pg_constraint k where k.conrelid = c.oid and k.contype = 'f'
              and k.confrelid = 'authz.org'::regclass and k.conkey[1] = a.attnum))) q;
  while v_left is not null loop
    v_next := null;
    foreach s in array v_left loop
      begin
        execute s;
        get diagnostics n = row_count;
        if n > 0 then v_deleted := v_deleted || jsonb_build_object(split_part(s, ' ', 3), n); end if;
      exception when foreign_key_violation then
        v_next := v_next || s;
      end;
    end loop;
    if cardinality(v_next) = cardinality(v_left) then
      raise exception 'not deleted, because something else refers to it: %', v_next;
    end if;
    v_left := v_next;
  end loop;
  -- last: until here the right to delete stands on it
  delete from authz.org o where o.id = p_org;
  -- accounts that were there for this organisation alone
  foreach p in array coalesce(v_people, '{}') loop
    continue when exists (select from authz.membership m where m.user_id = p)
      or exists (select from authz.operator o where o.user_id = p);
    begin
      delete from authz.credential c where c.user_id = p;
      delete from authz.security_event e where e.user_id = p;
      delete from authz.app_user u where u.id = p;
    exception when foreign_key_violation then
      -- others keep what this person did for them, without the person
      update authz.app_user u set email = 'erased-' || p, email_key = 'erased-' || p, name = '已注销用户',
        password_hash = '$argon2id$erased', disabled_at = coalesce(u.disabled_at, statement_timestamp()) where u.id = p;
    end;
  end loop;
  update authz.erasure e set erased_at = statement_timestamp(), deleted = v_deleted,
    audit_seq = v_head.seq, audit_hash = v_head.hash where e.org_id = p_org;
  perform set_config('app.erased_tenant', '', true);
  return v_deleted;
end $$;
--> statement-breakpoint
grant execute on function
  authz.begin_export(bytea, uuid, timestamptz, text), authz.erasure_of(bytea, uuid),
  authz.request_erasure(bytea, uuid, text, text, timestamptz, text), authz.cancel_erasure(bytea, uuid, timestamptz, text)
to zq_auth;
--> statement-breakpoint
grant execute on function app.export_tables(), app.export_rows(text, text[], int), app.count_rows(text) to zq_app;
--> statement-breakpoint
grant execute on function authz.due_erasures(), authz.erase_organisation(uuid) to zq_worker;
