-- Mails that wait to be sent. They may carry one-time links, so no login reads this table and a row goes when it is sent.
create table authz.mail (
  id uuid primary key default gen_random_uuid(),
  to_address text not null check (char_length(to_address) between 3 and 254),
  template text not null check (char_length(template) between 1 and 60),
  language text not null check (language in ('zh', 'en')),
  data jsonb not null,
  created_at timestamptz not null default now(),
  tries int not null default 0,
  next_try_at timestamptz not null default now(),
  -- tried often enough; its data is gone
  given_up_at timestamptz
);
--> statement-breakpoint
create index on authz.mail (next_try_at) where given_up_at is null;
--> statement-breakpoint
create function authz.enqueue_mail(p_to text, p_template text, p_language text, p_data jsonb) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  -- a statement smuggled into a tenant's query must at least stand in a tenant
  if session_user <> 'zq_auth' and authz.tenant('read') is null then
    raise exception 'no tenant' using errcode = 'insufficient_privilege';
  end if;
  insert into authz.mail (to_address, template, language, data) values (p_to, p_template, p_language, p_data);
  perform pg_notify('zq_mail', '');
end $$;
--> statement-breakpoint
-- Takes mails to send. One whose sender dies comes back after the lease.
create function authz.claim_mails(p_limit int, p_lease int)
returns table (id uuid, to_address text, template text, language text, data jsonb, tries int)
language sql security definer set search_path = pg_catalog, pg_temp as $$
  update authz.mail m set tries = m.tries + 1, next_try_at = clock_timestamp() + make_interval(secs => p_lease)
   where m.id in (select x.id from authz.mail x where x.given_up_at is null and x.next_try_at <= clock_timestamp()
                   order by x.next_try_at limit p_limit for update skip locked)
  returning m.id, m.to_address, m.template, m.language, m.data, m.tries;
$$;
--> statement-breakpoint
create function authz.mail_sent(p_id uuid) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
  delete from authz.mail m where m.id = p_id;
$$;
--> statement-breakpoint
-- To be tried again after so many seconds; null gives it up.
create function authz.mail_failed(p_id uuid, p_wait int) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
  update authz.mail m set
    next_try_at = case when p_wait is null then m.next_try_at else clock_timestamp() + make_interval(secs => p_wait) end,
    given_up_at = case when p_wait is null then clock_timestamp() end,
    data = case when p_wait is null then '{}'::jsonb else m.data end
   where m.id = p_id;
$$;
--> statement-breakpoint
grant execute on function authz.enqueue_mail(text, text, text, jsonb) to zq_app, zq_auth, zq_worker;
--> statement-breakpoint
grant execute on function authz.claim_mails(int, int), authz.mail_sent(uuid), authz.mail_failed(uuid, int) to zq_worker;
