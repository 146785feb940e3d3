-- Row security for workflows and annual reports, and what even a program with a fault cannot do to them.
do $$
declare t regclass;
begin
  foreach t in array array['app.workflow', 'app.workflow_occurrence']::regclass[] loop
    call authz.protect(t);
    -- Neither is ever deleted.
    execute format('drop policy tenant_delete on %s', t);
    execute format('revoke update, delete on %s from zq_app, zq_worker', t);
  end loop;
  foreach t in array array['app.workflow_log', 'app.workflow_event', 'app.workflow_file', 'app.workflow_material',
      'app.annual_report_entry']::regclass[] loop
    call authz.protect_append_only(t);
  end loop;
  grant update (version, state, state_kind, state_since, asks_new_licence, replaced_version, responsible_id, ended_at)
    on app.workflow to zq_app, zq_worker;
  grant update (done) on app.workflow_occurrence to zq_app, zq_worker;
  -- The deletion of a whole organisation must reach them, whichever form of `protect` this database has.
  for t in select c.oid from pg_class c where c.relnamespace = 'app'::regnamespace and c.relkind in ('r', 'p')
      and not exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'erasure_delete') loop
    call authz.protect_for_erasure(t);
  end loop;
end $$;
--> statement-breakpoint
-- Names of the people who stand on a page of the campaign board: of those only who belong to a company that the session
-- opens, as its members or as consultants for it.
create function authz.portfolio_people(p_tenants uuid[], p_users uuid[]) returns table (id uuid, name text)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare v uuid[] := (select array_agg(t.id) from unnest(authz.tenants()) as t (id) where t.id = any (p_tenants));
begin
  return query
    select u.id, u.name from authz.app_user u
     where u.id = any (p_users)
       and (exists (select from authz.membership m where m.user_id = u.id and m.org_id = any (v))
         or exists (select from authz.engagement_member em join authz.engagement e on e.id = em.engagement_id
                     where em.user_id = u.id and e.company_id = any (v)));
end $$;
--> statement-breakpoint
grant execute on function authz.portfolio_people(uuid[], uuid[]) to zq_portfolio;
