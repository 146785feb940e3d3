import type { Finding } from '../text/finding.ts';
import { newFinding } from '../text/new-finding.ts';
import { excerptOf, type Excerpt, placeOf, placesOf } from './excerpt.ts';
import { matchProvisions } from './match-provisions.ts';
import type { Provision } from './model.ts';
import { numberingFindings } from './numbering-findings.ts';
import { BLANK_LINE, type LineKinds, TEXT_LINE } from './page-noise.ts';
import { segmentCount, segmentRange, type SourceText } from './source-text.ts';
import { type Clause, splitProvisions } from './split-provisions.ts';

/** What the reader of the annex takes from a rulebook: which duty rests on which printed provision. */
export interface DutyIndex {
  readonly duties: readonly { readonly id: string; readonly provision: string | null }[];
}

/** The annex, read. */
export interface AnnexReading {
  readonly leads: Provision[];
  readonly provisions: Provision[];
  /** Keys of the national print that were found, whatever their number here. */
  readonly knownKeys: ReadonlySet<string>;
}

/** First line of the annex (0-based): its heading, its opening sentence or 一; the number of lines when there is none. */
export function annexStart(source: SourceText, { kinds, headings }: LineKinds): number {
  const first = firstAnnexLine(source, kinds);
  const heading = headings[0] ?? kinds.length;
  let line = Math.min(first, heading);
  // The header above the heading carries the number once more and belongs to the annex.
  while (line > 0 && line === heading && (kinds[line - 1] === BLANK_LINE || isHeader(source, kinds, line - 1))) {
    if (kinds[line - 1] !== BLANK_LINE) return line - 1;
    line--;
  }
  return Math.min(first, heading);
}

const OPENING = /^《?特别规定事项》?是|^一[、.,]你公司|^一[、.]/;

function firstAnnexLine(source: SourceText, kinds: Uint8Array): number {
  for (let line = 0; line < kinds.length; line++) {
    if (kinds[line] !== TEXT_LINE) continue;
    const [start, end] = segmentRange(source, line);
    if (OPENING.test(source.folded.slice(start, Math.min(end, start + 60)).replace(/ +/g, ''))) return line;
  }
  return kinds.length;
}

/** A header that repeats the number, but not the only one of the document, which is the field itself. */
function isHeader(source: SourceText, kinds: Uint8Array, line: number): boolean {
  if (kinds[line] === TEXT_LINE) return false;
  const [start, end] = segmentRange(source, line);
  if (!source.folded.slice(start, end).replace(/ +/g, '').includes('许可证')) return false;
  for (let before = 0; before < line; before++) {
    const [from, to] = segmentRange(source, before);
    if (to - from < 200 && /许可证(?:编)?号/.test(source.folded.slice(from, to).replace(/ +/g, ''))) return true;
  }
  return false;
}

/** Reads the annex from its first line on. */
export function readAnnex(
  source: SourceText,
  lines: LineKinds,
  from: number,
  context: { readonly holder: string | null; readonly duties: DutyIndex['duties'] },
  findings: Finding[],
): AnnexReading {
  const annex = excerptOf(source, from, segmentCount(source), (line) => lines.kinds[line] !== TEXT_LINE);
  const { opening, leads, clauses, cutOff } = splitProvisions(annex);
  if (clauses.length === 0 && leads.length === 0) {
    findings.push(annexMissing());
    return { leads: [], provisions: [], knownKeys: new Set() };
  }
  const leading = opening === null ? leads : [opening, ...leads];
  const all = [...leading, ...clauses];
  const texts = all.map((clause) => ({
    key: clause.key,
    ref: clause.ref === '' ? clause.key : clause.ref,
    text: annex.text.slice(clause.start, clause.end),
    isLead: leading.includes(clause),
  }));
  const matches = matchProvisions(texts, context.holder);
  const provisions = all.map((clause, i): Provision => {
    const { knownKey = null, deviation = null } = matches[i] ?? {};
    const { ref, text } = texts[i] ?? { ref: clause.key, text: '' };
    return {
      ref,
      key: clause.key,
      text,
      at: placesOf(annex, clause.start, clause.end),
      matched: knownKey !== null,
      dutyIds: knownKey === null ? [] : context.duties.filter((d) => d.provision === knownKey).map((d) => d.id),
      deviation,
    };
  });
  if (cutOff) findings.push(tooManyClauses(annex, all));
  findings.push(...numberingFindings(annex, all), ...truncation(annex, all));
  return {
    leads: provisions.slice(0, leading.length),
    provisions: provisions.slice(leading.length),
    knownKeys: new Set(matches.flatMap((m) => m.knownKey ?? [])),
  };
}

function annexMissing(): Finding {
  return newFinding(
    'annex-missing',
    'warning',
    '文件中没有读到附件“特别规定事项”的条款。首页的信息可以使用，但请补充附件：义务条款都在其中。',
    'The annex 特别规定事项 with its provisions was not found. The first page can be used, but add the annex: the duties are printed there.',
  );
}

function tooManyClauses(annex: Excerpt, all: readonly Clause[]): Finding {
  const last = all.at(-1);
  return newFinding(
    'too-many-clauses',
    'warning',
    `文件中编号的条款超过 ${all.length} 条，其后的没有读取。请确认文件只含一份许可证。`,
    `The document has more than ${all.length} numbered clauses; those after were not read. Make sure it holds one licence only.`,
    last === undefined ? null : placeOf(annex, last.marker, last.start),
  );
}

const SENTENCE_END = /[。.!?;][")']?$/;

/** The last clause must end with its sentence. */
function truncation(annex: Excerpt, all: readonly Clause[]): Finding[] {
  const last = all.reduce<Clause | undefined>(
    (latest, c) => (latest === undefined || c.marker > latest.marker ? c : latest),
    undefined,
  );
  if (last === undefined || SENTENCE_END.test(annex.folded.slice(Math.max(last.start, last.end - 3), last.end)))
    return [];
  const end = Math.max(last.marker + 1, last.end);
  return [
    newFinding(
      'document-truncated',
      'warning',
      `最后一条（${last.ref}）没有句号就结束了，文件可能不完整。请核对原件。`,
      `The last clause (${last.ref}) ends in mid sentence: the document may be incomplete. Check the original.`,
      placeOf(annex, end - 1, end),
    ),
  ];
}
