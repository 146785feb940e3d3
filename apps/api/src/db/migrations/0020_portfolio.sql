-- Names of organisations on a page of the portfolio: of those only that the session opens.
create function authz.portfolio_names(p_ids uuid[]) returns table (id uuid, name text)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare x record; n timestamptz := statement_timestamp();
begin
  select * into x from authz.context();
  if not exists (select from authz.credential c where c.id = x.credential and c.kind = 'session') then return; end if;
  return query
    select o.id, o.name from authz.org o
     where o.id = any (p_ids) and (authz.decide(x.credential, o.id, n)).level is not null;
end $$;
--> statement-breakpoint
grant execute on function authz.portfolio_names(uuid[]) to zq_portfolio;
