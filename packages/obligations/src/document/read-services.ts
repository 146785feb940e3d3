import type { FieldReading, LicensedService } from '../licence/model.ts';
import { serviceAtStart } from '../licence/classification.ts';
import { provinceAtStart } from '../licence/provinces.ts';
import { readAreas } from '../licence/areas.ts';
import { parseServiceLine, unknownArea } from '../licence/service-line.ts';
import type { Finding } from '../text/finding.ts';
import { type Excerpt, placeOf } from './excerpt.ts';
import type { LabelledRange } from './field-labels.ts';
import { CONFIDENCE, notPrinted, printedAt } from './field-reading.ts';
import { endOfLine } from './read-words.ts';

/** Services of the first page and the coverage printed with them. */
export interface ServicesReading {
  readonly services: LicensedService[];
  readonly field: FieldReading;
  readonly coverage: FieldReading;
  readonly coveragePrinted: string | null;
}

/** No licence lists more; the rest of hostile input is left out. */
const MAX_SERVICES = 60;
const MAX_LINES = 2000;
const MAX_COVERAGE = 4000;
/** Characters of the service so far that decide whether a line goes on with it. */
const LOOK_BACK = 400;

/** Reads the block under 业务种类（服务项目）及覆盖范围 and, if the page has one, the block under 覆盖范围. */
export function readServices(page: Excerpt, labels: readonly LabelledRange[], findings: Finding[]): ServicesReading {
  const block = labels.find((l) => l.field === 'services');
  const coverageBlock = labels.find((l) => l.field === 'coverage');
  const pieces = block === undefined ? [] : splitServices(page, block);
  const services: LicensedService[] = [];
  const coverages: string[] = [];
  for (const { start, end } of pieces) {
    const line = parseServiceLine(page.text.slice(start, end));
    services.push(line.service);
    if (line.coveragePrinted !== null)
      coverages.push(pieces.length > 1 ? `${line.service.name}：${line.coveragePrinted}` : line.coveragePrinted);
    for (const finding of line.findings) findings.push({ ...finding, at: placeOf(page, start, end) });
  }
  const own = coverageBlock === undefined || coverageBlock.end <= coverageBlock.start ? null : coverageBlock;
  if (own !== null) coverages.push(applyCoverage(page, own, services, findings));
  const first = pieces[0];
  const last = pieces.at(-1);
  const coveragePrinted = coverages.length === 0 ? null : coverages.join('；');
  const confidence = services.every((s) => s.code !== null) ? CONFIDENCE.exact : CONFIDENCE.guessed;
  return {
    services,
    field:
      first && last
        ? printedAt(page, first.start, last.end, services.map((s) => s.name).join('；'), confidence)
        : notPrinted(),
    coverage: coverageField(
      page,
      own ?? (coveragePrinted === null ? null : { start: first?.start ?? 0, end: last?.end ?? 0 }),
      coveragePrinted,
    ),
    coveragePrinted,
  };
}

function coverageField(
  page: Excerpt,
  range: { readonly start: number; readonly end: number } | null,
  value: string | null,
): FieldReading {
  if (range !== null && value !== null) return printedAt(page, range.start, range.end, value, CONFIDENCE.exact);
  return notPrinted({
    zh: '证面未印载覆盖范围；编号前缀只表明由谁颁发，不据此推断覆盖范围。',
    en: 'The document prints no coverage. The prefix of the number only tells who issued the licence; no coverage is concluded from it.',
  });
}

/** A block of its own speaks for every service that prints no coverage itself. Returns its words. */
function applyCoverage(page: Excerpt, block: LabelledRange, services: LicensedService[], findings: Finding[]): string {
  const words = page.text.slice(block.start, Math.min(block.end, block.start + MAX_COVERAGE));
  const areas = readAreas(words);
  for (const [i, service] of services.entries()) {
    if (service.coverage === null && areas.prefixes.length > 0) services[i] = { ...service, coverage: areas.prefixes };
  }
  for (const area of areas.unknown) findings.push({ ...unknownArea(area), at: placeOf(page, block.start, block.end) });
  return words;
}

interface Piece {
  start: number;
  end: number;
}

/** Lines of the block, joined to services: limits, exclusions, coverage and wrapped lines belong to the service before. */
function splitServices(page: Excerpt, block: LabelledRange): Piece[] {
  const pieces: Piece[] = [];
  let lines = 0;
  for (let at = block.start; at < block.end && lines < MAX_LINES; lines++) {
    const end = endOfLine(page, at, block.end);
    for (const part of splitLine(page, at, end)) {
      const before = pieces.at(-1);
      if (before !== undefined && continues(page, before, part)) before.end = part.end;
      else if (pieces.length < MAX_SERVICES) pieces.push(part);
    }
    at = end;
  }
  return pieces;
}

/** Several services on one line are split where a known name follows a separator outside brackets. */
function splitLine(page: Excerpt, start: number, end: number): Piece[] {
  const parts: Piece[] = [];
  let from = start;
  let depth = 0;
  // Not at the mark of a list number ("1、"), which stands within the first characters.
  const first = start + (LIST_NUMBER.exec(page.folded.slice(start, Math.min(end, start + 8)))?.[0].length ?? 0);
  for (let at = first; at < end; at++) {
    const unit = page.folded[at] ?? '';
    if ('([【'.includes(unit)) depth++;
    else if (')]】'.includes(unit)) depth = Math.max(0, depth - 1);
    else if (
      depth === 0 &&
      '、,;。'.includes(unit) &&
      serviceAtStart(page.folded.slice(at + 1, at + 41)) !== undefined
    ) {
      parts.push({ start: from, end: at });
      from = at + 1;
    }
  }
  if (from < end) parts.push({ start: from, end });
  return parts;
}

const ATTACHED = /^(?:不含|不包括|仅限|限于|\(不含|\(仅限|\(含|【|\[|覆盖|业务覆盖|服务范围|服务区域|覆盖区域|全国|:)/;
const LIST_NUMBER = /^(?:\d{1,2}[.、)]|\(\d{1,2}\)|[一二三四五六七八九十]{1,3}、|[①-⑳])/;

function continues(page: Excerpt, before: Piece, part: Piece): boolean {
  const text = page.folded.slice(part.start, Math.min(part.end, part.start + 60));
  if (ATTACHED.test(text)) return true;
  const name = text.replace(LIST_NUMBER, '');
  if (serviceAtStart(name) !== undefined) return false;
  const sofar = page.folded.slice(Math.max(before.start, before.end - LOOK_BACK), before.end);
  const unfinished =
    !/业务|服务/.test(sofar) || /[、,:(]$/.test(sofar) || count(sofar, /[([]/g) > count(sofar, /[)\]]/g);
  if (unfinished) return true;
  return name === text && (provinceAtStart(text) !== undefined || !text.includes('业务'));
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
