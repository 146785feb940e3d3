import type pg from 'pg';

/** Tables that a refusal writes by design: what was refused, and how often somebody tried. */
const WRITTEN_BY_REFUSALS = ['security_event', 'attempt'];
/** Written by the migration alone: no login of the running product has any right on it. Large, and looked at for each cell. */
const OF_THE_MIGRATION = ['rulebook_release'];
/** Columns that move when somebody merely calls. */
const MOVED_BY_CALLS = ['last_used_at', 'last_seen_at'];

/** Takes the digest of every table of the product. Two that are equal mean that nothing was changed in between. */
export type Digest = () => Promise<ReadonlyMap<string, string>>;

/** Asks the catalogue which tables there are, so that a new one is watched without being named here. */
export async function createDigest(admin: pg.Pool): Promise<Digest> {
  const { rows } = await admin.query<{ schema: string; name: string }>(
    `select n.nspname as schema, c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname in ('app', 'authz') and c.relkind = 'r' and c.relname <> all ($1) order by 1, 2`,
    [[...WRITTEN_BY_REFUSALS, ...OF_THE_MIGRATION]],
  );
  const statement = rows
    .map(({ schema, name }) => {
      // A session is prolonged by being used; other credentials must stand still.
      const only = name === 'credential' ? `where t.kind <> 'session'` : '';
      const row = `md5((to_jsonb(t) - '{${MOVED_BY_CALLS.join(',')}}'::text[])::text)`;
      return `select '${schema}.${name}' as name, md5(coalesce(string_agg(${row}, '' order by ${row}), '')) as digest
        from ${schema}.${name} t ${only}`;
    })
    .join(' union all ');
  return async () => {
    const { rows: digests } = await admin.query<{ name: string; digest: string }>(statement);
    return new Map(digests.map(({ name, digest }) => [name, digest]));
  };
}

/** Names of the tables that differ. */
export function changedTables(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): string[] {
  return [...after].filter(([name, digest]) => before.get(name) !== digest).map(([name]) => name);
}
