import type { z } from 'zod';
import type { TenantContext } from '../../context.ts';
import { publicIdOrNull } from '../../db/ids.ts';
import { withTenant } from '../../db/tenant-transaction.ts';
import { parseInput } from '../../parse-input.ts';
import { checkLicenceFields } from './check-licence-fields.ts';
import { findLicenceByNumber } from './queries.ts';
import { readDocument } from './read-document.ts';
import { type DocumentPreview, PreviewDocumentInput } from './schemas.ts';

/** Reads a document and tells what registering it would say. Nothing is saved. */
export async function previewDocument(ctx: TenantContext, raw: unknown): Promise<z.infer<typeof DocumentPreview>> {
  const input = parseInput(PreviewDocumentInput, raw);
  // Whoever may not read here does not make the program parse a document either.
  await withTenant(ctx, 'read', async () => {});
  const { text, encoding, sha256, sizeBytes, reading } = readDocument(input.document, ctx.rules.rulebook);
  const { fields: _, ...fields } = reading.licence;
  const { licence, errors, warnings } = checkLicenceFields(fields);
  const stops = errors.map(({ path, message }) => ({
    code: 'cannot-be-registered-so',
    severity: 'error' as const,
    message: message.zh,
    messageEn: message.en,
    at: { path },
  }));
  const known = await withTenant(ctx, 'read', async (tx) =>
    licence.number === null ? null : await findLicenceByNumber(tx, licence.number),
  );
  return {
    document: { text, encoding, sha256, sizeBytes },
    reading,
    licence,
    problems: [...stops, ...warnings],
    knownLicenceId: publicIdOrNull('licence', known),
  };
}
