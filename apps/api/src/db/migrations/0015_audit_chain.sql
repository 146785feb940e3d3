-- Milliseconds, as the program shows them: a page that ends in the middle of one would lose the rest of it.
alter table app.audit_event alter column at type timestamptz(3);
--> statement-breakpoint
-- The audit rows of each tenant form a chain: the hash of an entry covers the hash before it. The chain lies where no
-- login of the running product can write; a trigger adds to it.
create table authz.audit_head (
  tenant_id uuid primary key references authz.org,
  seq bigint not null,
  hash bytea not null check (octet_length(hash) = 32)
);
--> statement-breakpoint
create table authz.audit_link (
  tenant_id uuid not null references authz.org,
  -- 1, 2, 3 … without a gap, in the order of the commits
  seq bigint not null,
  event_id uuid not null,
  hash bytea not null check (octet_length(hash) = 32),
  primary key (tenant_id, seq),
  unique (tenant_id, event_id)
);
--> statement-breakpoint
-- Result of the nightly check of a chain.
create table authz.audit_check (
  tenant_id uuid primary key references authz.org,
  at timestamptz not null,
  entries bigint not null,
  -- null: the chain is whole
  problem text check (problem in ('row-changed', 'row-missing', 'link-missing', 'tail-cut', 'history-replaced')),
  problem_seq bigint,
  anchored boolean not null
);
--> statement-breakpoint
create index on authz.security_event (org_id, at) where org_id is not null;
--> statement-breakpoint
-- An audit row as the text that is hashed. Instants are in UTC whatever the connection shows.
create function authz.audit_entry(e app.audit_event) returns text
language sql stable set search_path = pg_catalog, pg_temp as $$
  select jsonb_build_array(1, e.tenant_id, e.id, to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
    e.actor_kind, e.actor_id, e.action, e.subject_type, e.subject_id, e.detail, e.request_id)::text;
$$;
--> statement-breakpoint
-- What the first entry of a tenant stands on: a chain cannot be passed off as another tenant's.
create function authz.audit_genesis(p_tenant uuid) returns bytea
language sql immutable set search_path = pg_catalog, pg_temp as $$
  select sha256(convert_to('zhengqi audit ' || p_tenant::text, 'UTF8'));
$$;
--> statement-breakpoint
create procedure authz.append_audit_link(p_event app.audit_event) language plpgsql as $$
declare h authz.audit_head;
begin
  insert into authz.audit_head (tenant_id, seq, hash)
  values (p_event.tenant_id, 0, authz.audit_genesis(p_event.tenant_id)) on conflict do nothing;
  select * into h from authz.audit_head x where x.tenant_id = p_event.tenant_id for update;
  h.seq := h.seq + 1;
  h.hash := sha256(h.hash || convert_to(authz.audit_entry(p_event), 'UTF8'));
  insert into authz.audit_link (tenant_id, seq, event_id, hash) values (h.tenant_id, h.seq, p_event.id, h.hash);
  update authz.audit_head x set seq = h.seq, hash = h.hash where x.tenant_id = h.tenant_id;
end $$;
--> statement-breakpoint
create function authz.link_audit_event() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  call authz.append_audit_link(new);
  return null;
end $$;
--> statement-breakpoint
do $$
declare e app.audit_event;
begin
  for e in select * from app.audit_event order by tenant_id, at, id loop
    call authz.append_audit_link(e);
  end loop;
end $$;
--> statement-breakpoint
-- At the commit and not before: the chain of a tenant is locked for a moment instead of a transaction, and always as the
-- last thing, so that no two transactions wait for each other.
create constraint trigger link after insert on app.audit_event
  deferrable initially deferred for each row execute function authz.link_audit_event();
--> statement-breakpoint
-- A stretch of the chain of the tenant of the context.
create function authz.audit_links(p_after bigint, p_limit int) returns table (seq bigint, event_id uuid, hash bytea)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare t uuid := authz.tenant('read');
begin
  return query
    select l.seq, l.event_id, l.hash from authz.audit_link l
     where l.tenant_id = t and l.seq > p_after order by l.seq limit p_limit;
end $$;
--> statement-breakpoint
-- Places of some entries in the chain of the tenant of the context.
create function authz.audit_links_of(p_events uuid[]) returns table (event_id uuid, seq bigint, hash bytea)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare t uuid := authz.tenant('read');
begin
  return query
    select l.event_id, l.seq, l.hash from authz.audit_link l where l.tenant_id = t and l.event_id = any (p_events);
end $$;
--> statement-breakpoint
-- Where the chain of the tenant of the context ends, and what the last check found.
create function authz.audit_status() returns table (
  seq bigint, hash bytea, checked_at timestamptz, entries bigint, problem text, problem_seq bigint, anchored boolean
) language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare t uuid := authz.tenant('read');
begin
  return query
    select coalesce(h.seq, 0), coalesce(h.hash, authz.audit_genesis(t)), c.at, c.entries, c.problem, c.problem_seq, c.anchored
      from (select t as tenant_id) x
      left join authz.audit_head h on h.tenant_id = x.tenant_id
      left join authz.audit_check c on c.tenant_id = x.tenant_id
     where t is not null;
end $$;
--> statement-breakpoint
create function authz.note_audit_check(
  p_at timestamptz, p_entries bigint, p_problem text, p_problem_seq bigint, p_anchored boolean
) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare t uuid := authz.tenant('read');
begin
  if t is null then raise exception 'no tenant' using errcode = 'insufficient_privilege'; end if;
  insert into authz.audit_check as c (tenant_id, at, entries, problem, problem_seq, anchored)
  values (t, p_at, p_entries, p_problem, p_problem_seq, p_anchored)
  on conflict (tenant_id) do update set
    at = excluded.at, entries = excluded.entries, problem = excluded.problem,
    problem_seq = excluded.problem_seq, anchored = excluded.anchored;
end $$;
--> statement-breakpoint
-- Refusals at the tenant of the context.
create function authz.denials(p_limit int) returns table (
  at timestamptz, kind text, user_id uuid, request_id text, detail jsonb
) language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare t uuid := authz.tenant('read');
begin
  return query
    select s.at, s.kind, s.user_id, s.request_id, s.detail from authz.security_event s
     where s.org_id = t and s.kind = 'denied' order by s.at desc, s.id limit p_limit;
end $$;
--> statement-breakpoint
-- Organisations whose chain the night checks: all that a job can read.
create function authz.organisations_to_check() returns setof uuid
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select o.id from authz.org o where o.status <> 'suspended' order by o.id;
$$;
--> statement-breakpoint
grant usage on schema app to zq_authz;
--> statement-breakpoint
grant execute on function authz.audit_entry(app.audit_event), authz.audit_links(bigint, int), authz.audit_status()
to zq_app, zq_worker;
--> statement-breakpoint
grant execute on function authz.audit_links_of(uuid[]), authz.denials(int) to zq_app;
--> statement-breakpoint
grant execute on function authz.note_audit_check(timestamptz, bigint, text, bigint, boolean), authz.organisations_to_check()
to zq_worker;
