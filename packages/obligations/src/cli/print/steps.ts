import { type DerivationStep, explainStep } from '../../calendar/index.ts';
import type { Bilingual } from '../../text/bilingual.ts';

/** A derivation step with its sentence, as the command line hands it out. */
export type SpokenStep = DerivationStep & { readonly text: Bilingual };

/** Adds the sentence of a step in both languages. */
export function withText(step: DerivationStep): SpokenStep {
  return { ...step, text: { zh: explainStep(step, 'zh'), en: explainStep(step, 'en') } };
}
