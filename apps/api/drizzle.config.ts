import { defineConfig } from 'drizzle-kit';

/**
 * `drizzle-kit generate` only: it writes the SQL of the tables, our own runner (src/db/migrate.ts) applies it.
 * Policies, roles and functions are hand-written (`generate --custom`); `push` would drop them.
 */
export default defineConfig({
  dialect: 'postgresql',
  schema: './src/db/schema/*.ts',
  out: './src/db/migrations',
  schemaFilter: ['app'],
});
