import type { Finding } from '../text/finding.ts';
import { newFinding } from '../text/new-finding.ts';
import { toChineseNumeral } from './chinese-numeral.ts';
import { type Excerpt, placeOf } from './excerpt.ts';
import type { Clause } from './split-provisions.ts';

/** Gaps, repetitions and steps back in the printed numbers, each at the number where it shows. */
export function numberingFindings(annex: Excerpt, clauses: readonly Clause[]): Finding[] {
  const inOrder = clauses.filter((c) => c.ordinal > 0).sort((a, b) => a.marker - b.marker);
  const findings: Finding[] = [];
  let top = 0;
  let sub = 0;
  for (const clause of inOrder) {
    const before = clause.parent === null ? top : sub;
    const finding = step(clause, before);
    if (finding !== null) findings.push({ ...finding, at: placeOf(annex, clause.marker, clause.start) });
    if (clause.parent === null) {
      top = clause.ordinal;
      sub = 0;
    } else sub = clause.ordinal;
  }
  return findings;
}

function step(clause: Clause, before: number): Finding | null {
  const { ordinal, ref, parent } = clause;
  if (ordinal === before + 1) return null;
  const numeral = (n: number) => (parent === null ? toChineseNumeral(n) : `（${toChineseNumeral(n)}）`);
  if (ordinal === before) {
    return newFinding('numbering-duplicate', 'warning', `编号“${ref}”出现了两次。`, `The number ${ref} occurs twice.`);
  }
  if (ordinal < before) {
    return newFinding(
      'numbering-out-of-order',
      'warning',
      `编号“${ref}”排在“${numeral(before)}”之后，顺序有误。`,
      `The number ${ref} stands after ${numeral(before)}: the order is wrong.`,
    );
  }
  const missing = ordinal - before === 2 ? numeral(before + 1) : `${numeral(before + 1)}至${numeral(ordinal - 1)}`;
  return newFinding(
    'numbering-gap',
    'warning',
    `“${ref}”之前缺少编号${missing}。`,
    `Before ${ref}, the number(s) ${missing} are missing.`,
  );
}
