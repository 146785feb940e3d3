import type { FieldReading } from '../licence/model.ts';
import { AT_LINE_START, type Excerpt } from './excerpt.ts';
import type { LabelledRange } from './field-labels.ts';
import { CONFIDENCE, notPrinted, printedAt } from './field-reading.ts';
import { endOfLine, readLine } from './read-words.ts';

const SIGNATURE =
  /^(?:[㐀-鿿]{2,9}通信管理局|(?:中华人民共和国)?(?:工业和信息化部|信息产业部))(?:\((?:公?章|盖章)\))?$/;
const LONGEST = 30;

/** Issuing authority behind its label, or signed on a line of its own. */
export function readAuthority(page: Excerpt, labels: readonly LabelledRange[]): FieldReading {
  const labelled = readLine(
    page,
    labels.find((l) => l.field === 'authorityPrinted'),
  );
  if (labelled.value !== null) return labelled;
  for (let at = 0; at < page.folded.length; at++) {
    if (((page.flags[at] ?? 0) & AT_LINE_START) === 0) continue;
    const end = endOfLine(page, at, Math.min(page.folded.length, at + LONGEST + 1));
    if (end - at <= LONGEST && SIGNATURE.test(page.folded.slice(at, end))) {
      return printedAt(page, at, end, page.text.slice(at, end).replace(/[（(].{1,4}[)）]$/, ''), CONFIDENCE.exact);
    }
  }
  return notPrinted();
}
