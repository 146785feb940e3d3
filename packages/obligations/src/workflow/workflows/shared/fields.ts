import type { Mark } from '../../../rulebook/marks.ts';
import type { SourceReference } from '../../../rulebook/schema.ts';
import type { FieldDefinition, MarkedNote } from '../../machine/model.ts';

const field =
  (type: FieldDefinition['type'], required: boolean) =>
  (zh: string, en: string): FieldDefinition => ({ label: { zh, en }, type, required });

/** Required fields by type; `maybe…` are those that may stay empty. */
export const date = field('date', true);
export const maybeDate = field('date', false);
export const instant = field('instant', true);
export const text = field('text', true);
export const maybeText = field('text', false);
export const maybeNumber = field('number', false);
export const number = field('number', true);
export const maybeFlag = field('boolean', false);
export const document = field('document', true);
export const maybeDocument = field('document', false);
export const reason = field('reason', true);

/** A day that may lie ahead: a plan, or the end of the validity. */
export const plannedDate = (zh: string, en: string): FieldDefinition => ({ ...date(zh, en), mayBeFuture: true });
export const maybePlannedDate = (zh: string, en: string): FieldDefinition => ({
  ...maybeDate(zh, en),
  mayBeFuture: true,
});

/** Proof of handing in; whoever records it stands for it. */
export const RECEIPT: FieldDefinition = { label: { zh: '回执', en: 'Receipt' }, type: 'receipt', required: true };

/** Why somebody of ours takes a step. */
export const REASON: FieldDefinition = reason('理由', 'Reason');

/** The paper of the authority, where there is one. */
export const PAPER: FieldDefinition = maybeDocument('文书', 'Paper of the authority');

/** One of several values, each `[value, Chinese, English]`. */
export function choice(
  label: readonly [zh: string, en: string],
  values: readonly (readonly [value: string, zh: string, en: string])[],
  required = true,
): FieldDefinition {
  return {
    label: { zh: label[0], en: label[1] },
    type: 'choice',
    required,
    values: values.map(([value, zh, en]) => ({ value, label: { zh, en } })),
  };
}

/** A remark with its mark. */
export function note(mark: Mark, zh: string, en: string, sources?: readonly SourceReference[]): MarkedNote {
  return sources === undefined ? { text: { zh, en }, mark } : { text: { zh, en }, mark, sources };
}
