import type { FieldReading } from '../licence/model.ts';
import type { Bilingual } from '../text/bilingual.ts';
import { type Excerpt, placeOf, rawOf } from './excerpt.ts';

/** How sure the reader is, on the scale of `FieldReading.confidence`. */
export const CONFIDENCE = { exact: 1, repaired: 0.8, guessed: 0.6, unusable: 0.2 } as const;

/** The document is silent; `from` may say what little is known instead. */
export function notPrinted(from: Bilingual | null = null): FieldReading {
  return { value: null, raw: null, origin: 'not-printed', from, confidence: 1, at: null };
}

/** Read at a place of the document. */
export function printedAt(
  page: Excerpt,
  start: number,
  end: number,
  value: string | null,
  confidence: number,
): FieldReading {
  return {
    value,
    raw: rawOf(page, start, end),
    origin: 'printed',
    from: null,
    confidence,
    at: placeOf(page, start, end),
  };
}

/** Concluded from something else; it stands nowhere. */
export function inferred(value: string, from: Bilingual, confidence: number): FieldReading {
  return { value, raw: null, origin: 'inferred', from, confidence, at: null };
}
