import type { z } from 'zod';
import type { TenantContext } from '../../context.ts';
import { withTenant } from '../../db/tenant-transaction.ts';
import { notFound } from '../../errors.ts';
import { parseInput } from '../../parse-input.ts';
import { documentView } from './get-licence.ts';
import { readDocumentText } from './queries.ts';
import { type DocumentDetail, GetDocumentInput } from './schemas.ts';

/** The text of a document, into which the places of its reading point. */
export async function getDocument(ctx: TenantContext, raw: unknown): Promise<z.infer<typeof DocumentDetail>> {
  const { documentId } = parseInput(GetDocumentInput, raw);
  return withTenant(ctx, 'read', async (tx) => {
    const row = await readDocumentText(tx, documentId);
    if (!row) throw notFound();
    return { ...documentView(row), text: row.text };
  });
}
