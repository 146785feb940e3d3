import { z } from 'zod';
import { Mark } from '../../rulebook/marks.ts';
import type { SourceReference } from '../../rulebook/schema.ts';
import { Bilingual } from '../../text/bilingual.ts';

/** What the material is for. */
export const MaterialAct = z.enum([
  'new',
  'renewal',
  'not-continuing',
  'subject-change',
  'name-change',
  'data-change',
  'cancellation',
]);
export type MaterialAct = z.infer<typeof MaterialAct>;

const MaterialId = z.string().regex(/^[a-z0-9-]{1,80}$/);

/** One piece of material. */
export const Material = z.strictObject({
  id: MaterialId,
  name: Bilingual,
  /** `if`: only where `condition` holds, which a person decides. */
  need: z.enum(['always', 'if']),
  condition: Bilingual.nullable(),
  from: z.enum(['client', 'consultancy', 'authority']),
  /** Whether a file is to be kept for it. */
  file: z.boolean(),
  remark: Bilingual.nullable(),
});
export type Material = z.infer<typeof Material>;

/** How a province or a tenant departs from the base list. Whoever writes it names a source. */
export const MaterialOverride = z
  .strictObject({
    act: MaterialAct,
    change: z.enum(['add', 'replace', 'leave-out']),
    id: MaterialId,
    /** The material itself, for `add` and `replace`. */
    material: Material.omit({ id: true }).optional(),
    why: Bilingual,
    source: Bilingual,
    /** Own lists are never law: what is read in a statute belongs into the rulebook. */
    mark: Mark.exclude(['V']),
  })
  .refine(({ change, material }) => (change === 'leave-out') === (material === undefined));
export type MaterialOverride = z.infer<typeof MaterialOverride>;

/** Where a line of the list comes from. */
export type MaterialOrigin = 'base' | 'province' | 'own';

/** A line of the merged list. */
export interface MaterialItem extends Material {
  readonly mark: Mark;
  readonly sources: readonly SourceReference[];
  readonly origin: MaterialOrigin;
  /** Source and reason of an override, in its own words; null for the base list. */
  readonly changedBecause: { readonly why: Bilingual; readonly source: Bilingual } | null;
}

/** How far one line is, as stored for an instance. */
export const MaterialTick = z.strictObject({
  materialId: MaterialId,
  status: z.enum(['missing', 'asked', 'received', 'not-needed']),
  fileId: z.string().min(1).max(200).optional(),
  note: z.string().max(2000).optional(),
});
export type MaterialTick = z.infer<typeof MaterialTick>;
