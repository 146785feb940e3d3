import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

/** Folder of the program's migrations. */
export const MIGRATIONS = path.join(import.meta.dirname, 'migrations');

/** One migration, in its place. */
export interface Migration {
  index: number;
  tag: string;
  /** sha256 of the file. */
  hash: string;
  statements: readonly string[];
}

/** What the database remembers of a migration. */
export interface AppliedMigration {
  index: number;
  tag: string;
  hash: string;
}

const Journal = z.object({
  entries: z.array(z.object({ idx: z.int(), when: z.number(), tag: z.string() })),
});

/**
 * Reads the migrations of a folder in the order of its journal.
 * @throws Error when the journal is out of order or does not match the files: such a migration would be skipped silently
 */
export function readMigrations(folder: string): readonly Migration[] {
  const { entries } = Journal.parse(JSON.parse(fs.readFileSync(path.join(folder, 'meta', '_journal.json'), 'utf8')));
  entries.forEach((entry, i) => {
    const before = entries[i - 1];
    if (entry.idx !== i) throw new Error(`migration ${entry.tag} has number ${entry.idx} in place ${i} of the journal`);
    if (before && entry.when <= before.when)
      throw new Error(`migration ${entry.tag} is older than ${before.tag} before it`);
  });
  const files = fs.readdirSync(folder).filter((name) => name.endsWith('.sql'));
  const stray = files.find((name) => !entries.some((entry) => `${entry.tag}.sql` === name));
  if (stray) throw new Error(`migration file ${stray} is not in the journal`);
  return entries.map((entry) => {
    const text = fs.readFileSync(path.join(folder, `${entry.tag}.sql`), 'utf8');
    return {
      index: entry.idx,
      tag: entry.tag,
      hash: createHash('sha256').update(text).digest('hex'),
      statements: text.split('--> statement-breakpoint').filter((statement) => statement.trim() !== ''),
    };
  });
}

/**
 * The migrations that are still to come.
 * @throws Error when the database was migrated by other files: changed, reordered, or newer than these
 */
export function pendingMigrations(
  migrations: readonly Migration[],
  applied: readonly AppliedMigration[],
): readonly Migration[] {
  if (applied.length > migrations.length) {
    throw new Error(
      `the database is newer than this program: it has ${applied.length} migrations, the program ${migrations.length}`,
    );
  }
  applied.forEach((done, i) => {
    const known = migrations[i];
    if (done.index !== i || known?.tag !== done.tag) {
      throw new Error(`the database has migration ${done.tag} in place ${i}, the program ${known?.tag ?? 'none'}`);
    }
    if (known.hash !== done.hash) throw new Error(`migration ${done.tag} was changed after it had been applied`);
  });
  return migrations.slice(applied.length);
}
