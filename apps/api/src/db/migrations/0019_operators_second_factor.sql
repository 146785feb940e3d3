-- Operators of the platform need a second factor too, from the first sign-in on.
create or replace function authz.second_factor_rule(p_user uuid, p_at timestamptz) returns text
language sql stable as $$
  select case
    when exists (select from authz.operator o where o.user_id = p_user and o.revoked_at is null) then 'always'
    when exists (select from authz.membership m join authz.org o on o.id = m.org_id
                  where m.user_id = p_user and o.kind = 'consultancy'
                    and m.revoked_at is null and (m.valid_to is null or m.valid_to > p_at)) then 'always'
    when exists (select from authz.membership m where m.user_id = p_user and m.role in ('owner', 'admin')
                    and m.revoked_at is null and (m.valid_to is null or m.valid_to > p_at)) then 'grace'
    else 'no' end
$$;
