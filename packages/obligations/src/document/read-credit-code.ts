import { parseCreditCode } from '../licence/credit-code.ts';
import type { FieldReading } from '../licence/model.ts';
import type { Finding } from '../text/finding.ts';
import type { Excerpt } from './excerpt.ts';
import type { LabelledRange } from './field-labels.ts';
import { CONFIDENCE } from './field-reading.ts';
import { readLine } from './read-words.ts';

/** Unified social credit code. Look-alike letters are put right only when the check digit then holds, and said so. */
export function readCreditCode(page: Excerpt, labels: readonly LabelledRange[], findings: Finding[]): FieldReading {
  const field = readLine(
    page,
    labels.find((l) => l.field === 'uscc'),
  );
  if (field.value === null) return field;
  const parsed = parseCreditCode(field.value);
  if (parsed.ok) {
    findings.push(...parsed.findings.map((finding) => ({ ...finding, at: field.at })));
    return { ...field, value: parsed.code };
  }
  findings.push({ ...parsed.finding, severity: 'warning', at: field.at });
  return {
    ...field,
    value: parsed.suggestion,
    confidence: parsed.suggestion === null ? CONFIDENCE.unusable : CONFIDENCE.repaired,
  };
}
