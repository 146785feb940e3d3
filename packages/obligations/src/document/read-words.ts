import type { FieldReading } from '../licence/model.ts';
import { AT_LINE_START, type Excerpt } from './excerpt.ts';
import { CONFIDENCE, notPrinted, printedAt } from './field-reading.ts';
import type { LabelledRange } from './field-labels.ts';

const COMPANY_END = /(?:公司|集团|中心|研究院|事务所|合伙\)?|企业)(?:\([^()]*\))?$/;
const NOT_A_VALUE = /^(?:\/|-+|—+|无|空白|\*+|_+)$/;

/** End of the first line of a range. */
export function endOfLine(page: Excerpt, start: number, end: number): number {
  let at = start + 1;
  while (at < end && ((page.flags[at] ?? 0) & AT_LINE_START) === 0) at++;
  return Math.min(at, end);
}

/** A value of one line, such as the legal representative. */
export function readLine(page: Excerpt, range: LabelledRange | undefined): FieldReading {
  if (range === undefined || range.end <= range.start) return notPrinted();
  return readRange(page, range.start, endOfLine(page, range.start, range.end));
}

/** A company name: one line, or two when only both together end like a company name. */
export function readCompanyName(page: Excerpt, range: LabelledRange | undefined): FieldReading {
  if (range === undefined || range.end <= range.start) return notPrinted();
  const first = endOfLine(page, range.start, range.end);
  const second = first < range.end ? endOfLine(page, first, range.end) : first;
  const complete = (end: number) => COMPANY_END.test(page.folded.slice(range.start, end));
  return readRange(page, range.start, !complete(first) && complete(second) ? second : first);
}

/** An address: goes on over lines until the next label, at most three lines. */
export function readAddress(page: Excerpt, range: LabelledRange | undefined): FieldReading {
  if (range === undefined || range.end <= range.start) return notPrinted();
  let end = range.start;
  for (let lines = 0; lines < 3 && end < range.end; lines++) end = endOfLine(page, end, range.end);
  return readRange(page, range.start, end);
}

const LONGEST_VALUE = 300;

function readRange(page: Excerpt, start: number, end: number): FieldReading {
  const stop = Math.min(end, start + LONGEST_VALUE);
  const value = page.text.slice(start, stop);
  if (value === '' || NOT_A_VALUE.test(page.folded.slice(start, stop))) return notPrinted();
  return printedAt(page, start, stop, value, stop < end ? CONFIDENCE.unusable : CONFIDENCE.exact);
}
