import { sql } from 'drizzle-orm';
import type { TenantTransaction } from '../../db/tenant-transaction.ts';
import type { FieldCipher } from './field-cipher.ts';

/**
 * Columns that hold sealed fields, each row under its id. A change of keys goes through all of them; a test asks the
 * tables themselves whether one was forgotten.
 */
const SEALED_COLUMNS = [
  { table: 'person', column: 'id_number' },
  { table: 'person', column: 'email' },
  { table: 'person_phone', column: 'number' },
] as const;

/** How many fields are sealed, and how many of them by an older key. */
export async function countSealed(tx: TenantTransaction, version: number): Promise<{ total: number; waiting: number }> {
  const sum = { total: 0, waiting: 0 };
  for (const { table, column } of SEALED_COLUMNS) {
    const { rows } = await tx.db.execute<{ total: number; waiting: number }>(
      sql`select count(*)::int as total, (count(*) filter (where not starts_with(x, ${prefixOf(version)})))::int as waiting
            from (select ${sql.identifier(column)} as x from app.${sql.identifier(table)}) s where x is not null`,
    );
    sum.total += rows[0]?.total ?? 0;
    sum.waiting += rows[0]?.waiting ?? 0;
  }
  return sum;
}

/** Seals again up to `limit` fields that an older key sealed; gives how many it did. */
export async function resealSome(tx: TenantTransaction, cipher: FieldCipher, limit: number): Promise<number> {
  let done = 0;
  for (const { table, column } of SEALED_COLUMNS) {
    const [name, field] = [sql.identifier(table), sql.identifier(column)];
    const { rows } = await tx.db.execute<{ id: string; sealed: string }>(
      sql`select id, ${field} as sealed from app.${name}
           where ${field} is not null and not starts_with(${field}, ${prefixOf(cipher.version)})
           order by id limit ${limit - done} for update`,
    );
    for (const { id, sealed } of rows) {
      const place = { table, column, rowId: id };
      const again = cipher.seal(place, cipher.open(place, sealed));
      await tx.db.execute(sql`update app.${name} set ${field} = ${again} where id = ${id}::uuid`);
    }
    done += rows.length;
    if (done >= limit) return done;
  }
  return done;
}

const prefixOf = (version: number) => `zq1.${version}.`;
