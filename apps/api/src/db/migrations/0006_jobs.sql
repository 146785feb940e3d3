-- The job store has a schema and a login of its own. That login sees no tenant's row, and the roles that do see none
-- of the jobs: a transaction leaves its work in app.outbox, the worker carries it over.
create schema jobs authorization zq_jobs;
--> statement-breakpoint
-- Raised with every outbox row and seen when its transaction commits.
create function authz.signal_outbox() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  insert into authz.outbox_signal (tenant_id) values (new.tenant_id);
  perform pg_notify('zq_outbox', '');
  return null;
end $$;
--> statement-breakpoint
create trigger signal after insert on app.outbox for each row execute function authz.signal_outbox();
--> statement-breakpoint
create function authz.outbox_signals(p_limit int) returns table (id uuid, tenant_id uuid)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select s.id, s.tenant_id from authz.outbox_signal s order by s.raised_at limit p_limit;
$$;
--> statement-breakpoint
-- Only after the work is in the job store: what stays here is looked at again.
create function authz.clear_outbox_signals(p_ids uuid[]) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
  delete from authz.outbox_signal s where s.id = any (p_ids);
$$;
--> statement-breakpoint
-- Organisations for which the product itself may work: those that can be written to.
create function authz.organisations_to_roll() returns setof uuid
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select o.id from authz.org o where o.status = 'active' order by o.id;
$$;
--> statement-breakpoint
grant execute on function
  authz.outbox_signals(int), authz.clear_outbox_signals(uuid[]), authz.organisations_to_roll(),
  authz.prune_credentials(timestamptz)
to zq_worker;
