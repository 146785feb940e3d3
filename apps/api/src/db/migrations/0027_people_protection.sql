-- Row security for the people of a company, and what deletes one of them.
do $$
declare t regclass;
begin
  foreach t in array array['app.person', 'app.person_phone', 'app.person_revision', 'app.person_key', 'app.roster_record',
      'app.roster_record_person']::regclass[] loop
    call authz.protect(t);
  end loop;
  foreach t in array array['app.roster_kept', 'app.staffing_parameter']::regclass[] loop
    call authz.protect_append_only(t);
  end loop;
  -- The deletion of a whole organisation must reach them, whichever form of `protect` this database has.
  for t in select c.oid from pg_class c where c.relnamespace = 'app'::regnamespace and c.relkind in ('r', 'p')
      and not exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'erasure_delete') loop
    call authz.protect_for_erasure(t);
  end loop;
end $$;
--> statement-breakpoint
-- Tables with rows about a person, and the column that says whose: what the export and the deletion of one go through.
-- A new table with a reference to a person is among them by itself.
create function app.person_tables() returns table (name text, person_column text)
language sql stable set search_path = pg_catalog, pg_temp as $$
  select c.relname::text, a.attname::text
    from pg_constraint k
    join pg_class c on c.oid = k.conrelid
    join pg_attribute a on a.attrelid = c.oid and a.attnum = any (k.conkey) and a.attname <> 'tenant_id'
   where k.contype = 'f' and k.confrelid = 'app.person'::regclass
  union all select 'person', 'id'
   order by 1, 2;
$$;
--> statement-breakpoint
-- Rows about a person in one of them, with the rights of the caller.
create function app.person_rows(p_table text, p_person uuid) returns setof jsonb
language plpgsql stable set search_path = pg_catalog, pg_temp as $$
declare v_column text;
begin
  for v_column in select x.person_column from app.person_tables() x where x.name = p_table loop
    return query execute format('select to_jsonb(r) - ''tenant_id'' from app.%I r where r.%I = $1', p_table, v_column)
      using p_person;
  end loop;
end $$;
--> statement-breakpoint
-- Deletes the rows about a person with the rights of the caller, and says how many in which table. The order comes from
-- trying: what another table still refers to waits for the next round.
create function app.erase_person(p_person uuid) returns jsonb
language plpgsql set search_path = pg_catalog, pg_temp as $$
declare v_left text[]; v_next text[]; s text; n bigint; v_deleted jsonb := '{}';
begin
  select array_agg(format('delete from app.%I where %I = $1', x.name, x.person_column)) into v_left from app.person_tables() x;
  while v_left is not null loop
    v_next := null;
    foreach s in array v_left loop
      begin
        execute s using p_person;
        get diagnostics n = row_count;
        if n > 0 then
          v_deleted := v_deleted || jsonb_build_object(split_part(s, ' ', 3), n + coalesce((v_deleted ->> split_part(s, ' ', 3))::bigint, 0));
        end if;
      exception when foreign_key_violation then
        v_next := v_next || s;
      end;
    end loop;
    if cardinality(v_next) = cardinality(v_left) then
      raise exception 'not deleted, because something else refers to it: %', v_next;
    end if;
    v_left := v_next;
  end loop;
  return v_deleted;
end $$;
--> statement-breakpoint
grant execute on function app.person_tables(), app.person_rows(text, uuid), app.erase_person(uuid) to zq_app;
