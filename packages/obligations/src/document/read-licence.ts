import type { Finding } from '../text/finding.ts';
import { annexFindings } from './annex-findings.ts';
import { decodeDocument } from './decode.ts';
import { excerptOf } from './excerpt.ts';
import { headerFindings } from './header-findings.ts';
import type { LicenceReading } from './model.ts';
import { lineKinds, PAGE_LINE } from './page-noise.ts';
import { annexStart, type DutyIndex, readAnnex } from './read-annex.ts';
import { readFields } from './read-fields.ts';
import { refuseOtherDocuments } from './refuse-document.ts';
import { sourceText } from './source-text.ts';

/**
 * Reads a value-added telecom licence: the fields of its first page and the special provisions of its annex, each with its
 * place in the decoded text. What is not printed stays null; problems of a readable document are among `findings`.
 *
 * @param input text, or the bytes of a text file (UTF-8, UTF-16, GB18030; at most 5 MB).
 * @param rulebook names the duties that rest on each provision; without it `dutyIds` are empty.
 * @throws {DocumentError} when the document is empty, too large, not text, or not exactly one such licence.
 */
export function readLicenceDocument(input: string | Uint8Array, rulebook: DutyIndex = { duties: [] }): LicenceReading {
  const decoded = decodeDocument(input);
  const source = sourceText(decoded.text);
  refuseOtherDocuments(source);
  const findings: Finding[] = [...decoded.findings];
  const lines = lineKinds(source);
  const start = annexStart(source, lines);
  const page = excerptOf(source, 0, start, (line) => lines.kinds[line] === PAGE_LINE);
  const licence = readFields(page, findings);
  const annex = readAnnex(source, lines, start, { holder: licence.holder, duties: rulebook.duties }, findings);
  findings.push(...headerFindings(source, lines, start, licence.number), ...annexFindings(annex, licence));
  return { licence, leads: annex.leads, provisions: annex.provisions, findings: inOrder(findings) };
}

/** By place in the document; those without a place first. */
function inOrder(findings: readonly Finding[]): Finding[] {
  const offset = ({ at }: Finding) => (at !== null && 'start' in at ? at.start : -1);
  return findings
    .map((f, i) => ({ f, i }))
    .sort((a, b) => offset(a.f) - offset(b.f) || a.i - b.i)
    .map(({ f }) => f);
}
