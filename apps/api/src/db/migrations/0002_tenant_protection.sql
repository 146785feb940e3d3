-- One call for each table of tenants, in the migration that makes it: row security on and forced, one policy for
-- each command, rights for the roles of the running product and no others.
create procedure authz.protect(p_table regclass) language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  call authz.protect_append_only(p_table);
  execute format('create policy tenant_update on %s for update to zq_app, zq_worker
    using (tenant_id = (select authz.tenant(''write''))) with check (tenant_id = (select authz.tenant(''write'')))', p_table);
  execute format('create policy tenant_delete on %s for delete to zq_app, zq_worker
    using (tenant_id = (select authz.tenant(''write'')))', p_table);
  execute format('grant update, delete on %s to zq_app, zq_worker', p_table);
end $$;
--> statement-breakpoint
-- The same for tables that nobody may change: rows are added and read, never updated or deleted.
create procedure authz.protect_append_only(p_table regclass) language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  execute format('alter table %s enable row level security', p_table);
  execute format('alter table %s force row level security', p_table);
  execute format('create policy tenant_select on %s for select to zq_app, zq_worker
    using (tenant_id = (select authz.tenant(''read'')))', p_table);
  execute format('create policy tenant_insert on %s for insert to zq_app, zq_worker
    with check (tenant_id = (select authz.tenant(''write'')))', p_table);
  execute format('create policy portfolio_select on %s for select to zq_portfolio
    using (tenant_id = any ((select authz.tenants())::uuid[]))', p_table);
  execute format('grant select, insert on %s to zq_app, zq_worker', p_table);
  execute format('grant select on %s to zq_portfolio', p_table);
end $$;
