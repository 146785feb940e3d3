import type { CivilDate } from '../calendar/index.ts';
import type { Duty } from '../rulebook/schema.ts';
import type { Bilingual } from '../text/bilingual.ts';

/** In which form something is proven. `not-applicable` proves nothing: it says why a kind is not needed here. */
export const EVIDENCE_FORMS = ['file', 'link', 'note', 'not-applicable'] as const;
export type EvidenceForm = (typeof EVIDENCE_FORMS)[number];

/** What the check of evidence reads of one piece. */
export interface EvidencePiece {
  /** Words of the kind as the duty names it, in Chinese; null for something else. */
  readonly kind: string | null;
  readonly form: EvidenceForm;
  readonly validFrom: CivilDate | null;
  readonly validUntil: CivilDate | null;
}

/** One kind of evidence that a duty names, and whether it is there. */
export interface EvidenceNeed {
  /** The Chinese words, which name the kind everywhere. */
  readonly kind: string;
  readonly label: Bilingual;
  readonly state: 'covered' | 'not-applicable' | 'missing' | 'not-valid';
}

/** The kinds a duty names, each once, in its order. */
export function evidenceKinds(duty: Duty | undefined): { kind: string; label: Bilingual }[] {
  const kinds = new Map((duty?.evidence ?? []).map((label) => [label.zh, label]));
  return [...kinds].map(([kind, label]) => ({ kind, label }));
}

/** What of the evidence a duty names is there for something done on a day. */
export function evidenceNeeds(
  duty: Duty | undefined,
  pieces: readonly EvidencePiece[],
  doneOn: CivilDate,
): EvidenceNeed[] {
  return evidenceKinds(duty).map(({ kind, label }) => {
    const own = pieces.filter((piece) => piece.kind === kind);
    const proofs = own.filter((piece) => piece.form !== 'not-applicable');
    if (proofs.some((piece) => isValidOn(piece, doneOn))) return { kind, label, state: 'covered' };
    if (own.length > proofs.length) return { kind, label, state: 'not-applicable' };
    return { kind, label, state: proofs.length === 0 ? 'missing' : 'not-valid' };
  });
}

/** Why an item cannot be closed for want of evidence; empty when nothing is wanting. */
export function evidenceRefusals(needs: readonly EvidenceNeed[]): Bilingual[] {
  const refusals = needs.flatMap(({ label, state }): Bilingual[] => {
    if (state === 'missing') {
      return [{ zh: `缺少证据：${label.zh}。`, en: `Evidence is missing: ${label.en}.` }];
    }
    if (state === 'not-valid') {
      return [
        {
          zh: `证据在办理之日无效：${label.zh}。`,
          en: `Evidence is not valid on the day it was done: ${label.en}.`,
        },
      ];
    }
    return [];
  });
  if (refusals.length === 0 && needs.length > 0 && needs.every(({ state }) => state === 'not-applicable')) {
    return [
      {
        zh: '全部证据均标为“不适用”；请至少附一项证据，或申请豁免。',
        en: 'Every kind of evidence is said not to apply: attach at least one, or ask for a waiver.',
      },
    ];
  }
  return refusals;
}

function isValidOn({ validFrom, validUntil }: EvidencePiece, day: CivilDate): boolean {
  return (validFrom === null || validFrom <= day) && (validUntil === null || day <= validUntil);
}
