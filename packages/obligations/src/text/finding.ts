import { z } from 'zod';

/** Where a finding points to: a place in the document read, or a path into a JSON input. */
export const FindingPlace = z.union([
  z.strictObject({
    /** 1-based line and column, counted in characters of the decoded text. */
    line: z.int().min(1),
    column: z.int().min(1),
    /** 0-based offsets into the decoded text, `end` exclusive. */
    start: z.int().min(0),
    end: z.int().min(0),
  }),
  z.strictObject({
    /** For example `events[2].on` or `licence.validTo`. */
    path: z.string(),
  }),
]);
export type FindingPlace = z.infer<typeof FindingPlace>;

/**
 * Something a person should know about an input or a result.
 * `error`: the result is unusable or the input was refused; `warning`: check it; `info`: good to know.
 */
export const Finding = z.strictObject({
  /** Stable kebab-case code, for machines. */
  code: z.string().regex(/^[a-z0-9-]+$/),
  severity: z.enum(['error', 'warning', 'info']),
  /** What was found and what to do, in Chinese. */
  message: z.string(),
  /** The same in English. */
  messageEn: z.string(),
  at: FindingPlace.nullable(),
});
export type Finding = z.infer<typeof Finding>;
