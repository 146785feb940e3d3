import type pg from 'pg';

/** How many rows of a tenant there are, by table, over every table that has a column for tenants. */
export async function rowsOfTenant(admin: pg.Pool, tenantId: string): Promise<Record<string, number>> {
  const { rows: columns } = await admin.query<{ place: string; column: string }>(
    `select table_schema || '.' || table_name as place, column_name as column from information_schema.columns
      where table_schema in ('app', 'authz') and data_type = 'uuid' and table_name <> 'erasure'
        and (column_name in ('tenant_id', 'org_id', 'company_id', 'consultancy_id', 'sandbox_of')
          or (table_name = 'org' and column_name = 'id'))
        and exists (select from pg_class c where c.oid = (table_schema || '.' || table_name)::regclass and c.relkind = 'r')`,
  );
  const counts: Record<string, number> = {};
  for (const { place, column } of columns) {
    const { rows } = await admin.query(`select count(*)::int as n from ${place} where ${column} = $1`, [tenantId]);
    if (rows[0].n > 0) counts[place] = (counts[place] ?? 0) + rows[0].n;
  }
  return counts;
}
