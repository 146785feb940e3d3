import { parseLicenceNumber } from '../licence/licence-number.ts';
import type { Finding } from '../text/finding.ts';
import { newFinding } from '../text/new-finding.ts';
import { type LineKinds, NOISE_LINE } from './page-noise.ts';
import { segmentRange, placeAt, type SourceText } from './source-text.ts';

const NUMBER = /许可证(?:编)?号:?([㐀-鿿]{0,4}[A-Z0-9.]{1,12}-[A-Z\d]{7,8})/i;

/** Page headers of the annex that carry another number than the first page: pages of another licence, or a misreading. */
export function headerFindings(
  source: SourceText,
  { kinds }: LineKinds,
  from: number,
  number: string | null,
): Finding[] {
  if (number === null) return [];
  const seen = new Set<string>();
  const findings: Finding[] = [];
  for (let line = from; line < kinds.length; line++) {
    if (kinds[line] !== NOISE_LINE) continue;
    const [start, end] = segmentRange(source, line);
    const printed = NUMBER.exec(source.folded.slice(start, end).replace(/ +/g, ''))?.[1];
    if (printed === undefined || seen.has(printed)) continue;
    seen.add(printed);
    const parsed = parseLicenceNumber(printed);
    // A header may be cut inside its number.
    if (!parsed.ok || number.startsWith(parsed.number)) continue;
    findings.push(
      newFinding(
        'header-number-differs',
        'warning',
        `附件页眉的编号“${parsed.number}”与首页的“${number}”不同：可能混入了另一份许可证的附件，或识别有误。`,
        `A page header of the annex carries the number ${parsed.number}, the first page ${number}: pages of another licence, or a misreading.`,
        placeAt(source, start, end),
      ),
    );
  }
  return findings;
}
