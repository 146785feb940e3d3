import { z } from 'zod';

/**
 * Verification mark of one legal fact. It travels with the fact to every screen and answer.
 * V: read in the statute's own text. E: read in an excerpt that shows the article. P: practice page only, never law.
 * M: from memory, unverified. O: our own rule or conservative choice, not law.
 */
export const Mark = z.enum(['V', 'E', 'P', 'M', 'O']);
export type Mark = z.infer<typeof Mark>;
