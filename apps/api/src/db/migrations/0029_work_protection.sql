-- Row security for the work on items, and what even a program with a fault cannot do to it.
do $$
declare t regclass;
begin
  foreach t in array array['app.stored_file', 'app.evidence', 'app.waiver', 'app.comment']::regclass[] loop
    call authz.protect(t);
  end loop;
  foreach t in array array['app.work_log', 'app.receipt', 'app.comment_revision', 'app.comment_mention',
      'app.review_rhythm', 'app.compliance_statement']::regclass[] loop
    call authz.protect_append_only(t);
  end loop;
  -- A file is never changed; evidence, waivers and comments are never deleted.
  drop policy tenant_update on app.stored_file;
  revoke update on app.stored_file from zq_app, zq_worker;
  foreach t in array array['app.evidence', 'app.waiver', 'app.comment']::regclass[] loop
    execute format('drop policy tenant_delete on %s', t);
    execute format('revoke update, delete on %s from zq_app, zq_worker', t);
  end loop;
  grant update (withdrawn_at, withdrawn_by, withdrawal_reason) on app.evidence to zq_app, zq_worker;
  grant update (decision, decided_by, decided_at, decision_reason) on app.waiver to zq_app, zq_worker;
  grant update (body, version, edited_at, withdrawn_at) on app.comment to zq_app, zq_worker;
  -- The deletion of a whole organisation must reach them, whichever form of `protect` this database has.
  for t in select c.oid from pg_class c where c.relnamespace = 'app'::regnamespace and c.relkind in ('r', 'p')
      and not exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'erasure_delete') loop
    call authz.protect_for_erasure(t);
  end loop;
end $$;
--> statement-breakpoint
-- Once it was missed by law, an item stays missed, and how late it was never gets less.
create function app.keep_misses() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if (old.missed and not new.missed) or (old.days_late is not null and (new.days_late is null or new.days_late < old.days_late)) then
    raise exception 'a miss is never taken back' using errcode = 'check_violation', constraint = 'occurrence_keeps_misses';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger keep_misses before update of missed, days_late on app.occurrence
  for each row execute function app.keep_misses();
--> statement-breakpoint
-- Everybody who may come into the organisation of the context now: its members and the consultants named for it.
create function authz.people_here() returns table (id uuid, name text, role text, level text)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare t uuid := authz.tenant('read'); n timestamptz := statement_timestamp();
begin
  return query
    select u.id, u.name, w.role, w.level
      from (select m.user_id from authz.membership m where m.org_id = t
            union
            select em.user_id from authz.engagement_member em join authz.engagement e on e.id = em.engagement_id
             where e.company_id = t) p
      join authz.app_user u on u.id = p.user_id and u.disabled_at is null
     cross join lateral authz.way_in(u.id, t, n) w
     where w.level is not null
     order by u.name, u.id;
end $$;
--> statement-breakpoint
grant execute on function authz.people_here() to zq_app, zq_worker;
--> statement-breakpoint
-- Sweeps files that were uploaded before a moment and that no table refers to: which tables could, the catalogue says.
-- With the rights of the caller.
create function app.sweep_files(p_before timestamptz) returns int
language plpgsql set search_path = pg_catalog, pg_temp as $$
declare v_unused text; n int;
begin
  select string_agg(format('not exists (select from app.%I r where r.tenant_id = f.tenant_id and r.%I = f.id)', c.relname, a.attname), ' and ')
    into v_unused
    from pg_constraint k
    join pg_class c on c.oid = k.conrelid
    join pg_attribute a on a.attrelid = c.oid and a.attnum = any (k.conkey) and a.attname <> 'tenant_id'
   where k.contype = 'f' and k.confrelid = 'app.stored_file'::regclass;
  execute format('delete from app.stored_file f where f.uploaded_at < $1 and %s', coalesce(v_unused, 'true')) using p_before;
  get diagnostics n = row_count;
  return n;
end $$;
--> statement-breakpoint
grant execute on function app.sweep_files(timestamptz) to zq_app;
