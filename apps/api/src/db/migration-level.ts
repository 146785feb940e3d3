import { MIGRATIONS, readMigrations } from './journal.ts';
import type { Pool } from './pool.ts';

/** Migrations that this program was written for. */
const needed = readMigrations(MIGRATIONS).length;

/** Whether the database is as far as this program, or further: a newer program migrates before it replaces this one. */
export async function isMigrated(pool: Pool): Promise<boolean> {
  const { rows } = await pool.query<{ applied: number }>('select count(*)::int as applied from migrations.applied');
  return (rows[0]?.applied ?? 0) >= needed;
}
