import { z } from 'zod';

export const BeginExportInput = z.strictObject({});
export const BeginExportOutput = z.strictObject({
  /** Every table with rows of the organisation, to be fetched page by page. */
  tables: z.array(z.strictObject({ name: z.string(), rows: z.int() })),
  /** The organisation itself, its members, engagements and keys. */
  organisation: z.record(z.string(), z.unknown()),
});

export const ExportPageInput = z.strictObject({
  table: z.string().regex(/^[a-z_]{1,60}$/),
  cursor: z.string().max(1000).nullish(),
});
export const ExportPage = z.strictObject({
  rows: z.array(z.record(z.string(), z.unknown())),
  nextCursor: z.string().nullable(),
});

export const RequestErasureInput = z.strictObject({
  /** The name of the organisation, typed again. */
  name: z.string().trim().min(1).max(200),
  reason: z.string().trim().min(3).max(500),
});
export const RequestErasureOutput = z.strictObject({ eraseAfter: z.string() });

export const ErasureInput = z.strictObject({});
export const ErasureState = z.strictObject({
  requested: z.strictObject({ at: z.string(), eraseAfter: z.string() }).nullable(),
});
export const ErasureCancelled = z.strictObject({ ok: z.literal(true) });
