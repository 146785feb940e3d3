import type { FieldReading } from '../licence/model.ts';
import type { Finding } from '../text/finding.ts';
import { newFinding } from '../text/new-finding.ts';
import type { Excerpt } from './excerpt.ts';
import type { LabelledRange } from './field-labels.ts';
import { CONFIDENCE, notPrinted, printedAt } from './field-reading.ts';
import { type DateReading, findDates } from './read-date.ts';

/** Issue and expiry of a licence. */
export interface LicenceDates {
  readonly issuedOn: FieldReading;
  readonly validTo: FieldReading;
}

/** A date stands near its label; the rest of a long range (annex without heading) is not searched. */
const NEAR = 200;

/** Reads both dates; the impossible ones become findings that name the place. */
export function readDates(page: Excerpt, labels: readonly LabelledRange[], findings: Finding[]): LicenceDates {
  const issuedRange = labels.find((l) => l.field === 'issuedOn');
  const validRange = labels.find((l) => l.field === 'validTo');
  const issued = datesIn(page, issuedRange);
  const valid = datesIn(page, validRange);
  const adjacent = issuedRange !== undefined && validRange !== undefined && issuedRange.end === validRange.label;
  // Two labels one under the other, then two dates: a table read by columns.
  const columns = adjacent && issued.length === 0 && valid.length === 2;
  const issueDate = columns ? valid[0] : issued[0];
  // "有效期：自 … 至 …" carries two dates; the last one is the expiry.
  const validDate = valid.length > 1 ? valid[1] : valid[0];
  return {
    issuedOn: reading(page, issuedRange, issueDate, ['发证日期', 'issue date'], columns, findings),
    validTo: reading(page, validRange, validDate, ['有效期至', 'expiry date'], columns, findings),
  };
}

function datesIn(page: Excerpt, range: LabelledRange | undefined): DateReading[] {
  if (range === undefined) return [];
  const end = Math.min(range.end, range.start + NEAR);
  return findDates(page.folded.slice(range.start, end), 2).map((d) => ({
    ...d,
    start: d.start + range.start,
    end: d.end + range.start,
  }));
}

function reading(
  page: Excerpt,
  range: LabelledRange | undefined,
  date: DateReading | undefined,
  [zh, en]: readonly [zh: string, en: string],
  guessed: boolean,
  findings: Finding[],
): FieldReading {
  if (range === undefined) return notPrinted();
  if (date === undefined) {
    const end = Math.min(range.end, range.start + 20);
    if (end <= range.start) return notPrinted();
    const unread = printedAt(page, range.start, end, null, CONFIDENCE.unusable);
    findings.push(
      newFinding(
        'unreadable-date',
        'warning',
        `“${zh}”一栏没有读到日期（印载“${unread.raw}”）。请按 2020年12月24日 的形式填写。`,
        `No date was found under "${zh}" (${en}; printed: "${unread.raw}"). Enter it by hand.`,
        unread.at,
      ),
    );
    return unread;
  }
  const confidence = guessed ? CONFIDENCE.guessed : date.repaired ? CONFIDENCE.repaired : CONFIDENCE.exact;
  const read = printedAt(page, date.start, date.end, date.date, date.date === null ? CONFIDENCE.unusable : confidence);
  if (date.date === null) {
    findings.push(
      newFinding(
        'impossible-date',
        'error',
        `“${zh}”印载为“${read.raw}”，日历上没有 ${date.read} 这一天。请对照原件更正。`,
        `The ${en} is printed as "${read.raw}", but there is no ${date.read} in the calendar. Correct it from the original.`,
        read.at,
      ),
    );
  }
  return read;
}
