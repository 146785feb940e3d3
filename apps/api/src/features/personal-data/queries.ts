import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { withTenant } from '../../db/tenant-transaction.ts';
import { forbidden, invalidField, notFound } from '../../errors.ts';
import { parseInput } from '../../parse-input.ts';
import type { OwnerContext } from './owner-context.ts';
import { ErasureInput, type ErasureState, type ExportPage, ExportPageInput } from './schemas.ts';

const ROWS_AT_A_TIME = 500;
/** Of tables that hold files, which say how large each is: one may be as large as an answer should ever be. */
const FILES_AT_A_TIME = 1;
const Key = z.array(z.string().max(200)).min(1).max(8);

/** Rows of one table of the organisation, as they are stored. */
export async function exportPage({ tenant }: OwnerContext, raw: unknown): Promise<z.infer<typeof ExportPage>> {
  const { table, cursor } = parseInput(ExportPageInput, raw);
  const after = cursor == null ? null : keyOf(cursor);
  return withTenant(tenant, 'read', async (tx) => {
    if (tx.access.role !== 'owner') throw forbidden();
    const { rows: known } = await tx.db.execute<{ holds_files: boolean }>(
      sql`select exists (select from pg_attribute a join pg_class c on c.oid = a.attrelid
            where c.relnamespace = 'app'::regnamespace and c.relname = t.name and a.attname = 'size_bytes') as holds_files
          from app.export_tables() t where t.name = ${table}`,
    );
    if (known[0] === undefined) throw notFound();
    const size = known[0].holds_files ? FILES_AT_A_TIME : ROWS_AT_A_TIME;
    const place =
      after === null
        ? sql`null::text[]`
        : sql`array(select jsonb_array_elements_text(${JSON.stringify(after)}::jsonb))`;
    const { rows } = await tx.db.execute<{ key: string[]; row: Record<string, unknown> }>(
      sql`select key, "row" from app.export_rows(${table}, ${place}, ${size + 1})`,
    );
    const page = rows.slice(0, size);
    const last = page.at(-1);
    return {
      rows: page.map(({ row }) => row),
      nextCursor: rows.length > size && last ? cursorOf(last.key) : null,
    };
  });
}

function cursorOf(key: readonly string[]): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

function keyOf(cursor: string): string[] {
  try {
    return Key.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()));
  } catch {
    throw invalidField('cursor', '翻页标记无效，请重新开始导出。', 'The cursor is not valid; begin the export again.');
  }
}

/** Whether and when everything of the organisation will be deleted. */
export async function erasureState(ctx: OwnerContext, raw: unknown): Promise<z.infer<typeof ErasureState>> {
  parseInput(ErasureInput, raw);
  return withTenant(ctx.tenant, 'read', async (tx) => {
    if (tx.access.role !== 'owner') throw forbidden();
    const { rows } = await ctx.authPool.query<{ requestedAt: string | null; eraseAfter: string | null }>(
      'select requested_at as "requestedAt", erase_after as "eraseAfter" from authz.erasure_of($1, $2)',
      [ctx.credential, ctx.tenant.tenantId],
    );
    const { requestedAt = null, eraseAfter = null } = rows[0] ?? {};
    if (requestedAt === null || eraseAfter === null) return { requested: null };
    return { requested: { at: new Date(requestedAt).toISOString(), eraseAfter: new Date(eraseAfter).toISOString() } };
  });
}
