import { nowInstant } from '../../clock.ts';
import type { TenantContext } from '../../context.ts';
import { licenceDocument, provision } from '../../db/schema/licences.ts';
import type { TenantTransaction } from '../../db/tenant-transaction.ts';
import type { ReadDocument } from './read-document.ts';

/** Stores a document of a licence as it came, with the text, the reading and the provisions in the order of the print. */
export async function storeDocument(
  tx: TenantTransaction,
  ctx: TenantContext,
  licenceId: string,
  document: ReadDocument,
): Promise<void> {
  const { fileName, original, text, encoding, sha256, sizeBytes, reading } = document;
  const documentId = ctx.newId();
  await tx.db.insert(licenceDocument).values({
    tenantId: tx.tenantId,
    id: documentId,
    licenceId,
    fileName,
    original,
    text,
    encoding,
    sha256,
    sizeBytes,
    reading,
    uploadedBy: tx.access.userId,
    uploadedAt: nowInstant(ctx.clock),
  });
  const all = [
    ...reading.leads.map((read) => ({ read, isLead: true })),
    ...reading.provisions.map((read) => ({ read, isLead: false })),
  ].sort((a, b) => (a.read.at[0]?.start ?? 0) - (b.read.at[0]?.start ?? 0));
  const rows = all.map(({ read, isLead }, position) => ({
    tenantId: tx.tenantId,
    licenceId,
    documentId,
    position,
    isLead,
    ...read,
  }));
  if (rows.length > 0) await tx.db.insert(provision).values(rows);
}
