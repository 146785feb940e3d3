import type pg from 'pg';

/** Every row of every table of the product, as text. */
export async function everything(admin: pg.Pool): Promise<string> {
  const { rows: tables } = await admin.query<{ place: string }>(
    `select format('%I.%I', n.nspname, c.relname) as place from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname in ('app', 'authz', 'jobs') and c.relkind = 'r'`,
  );
  const texts: string[] = [];
  for (const { place } of tables) {
    const { rows } = await admin.query<{ row: string }>(`select t::text as row from ${place} t`);
    texts.push(...rows.map(({ row }) => `${place} ${row}`));
  }
  return texts.join('\n');
}

/** Which of these words stand in a text. */
export function found(text: string, words: readonly string[]): string[] {
  return words.filter((word) => text.includes(word));
}
