import { z } from 'zod';

/** A short text in Chinese (what users read first) and complete English. */
export const Bilingual = z.strictObject({
  zh: z.string().min(1),
  en: z.string().min(1),
});
export type Bilingual = z.infer<typeof Bilingual>;

/** Languages of the product. */
export type Language = keyof Bilingual;
