import { isCivilDate } from '../calendar/civil-date.ts';
import { readNumber } from './chinese-numeral.ts';

/** A date found in a text without blanks. */
export interface DateReading {
  /** `YYYY-MM-DD`, null when there is no such day (30 February). */
  readonly date: string | null;
  /** As read, for messages: `2021-02-30`. */
  readonly read: string;
  /** Range in the text searched. */
  readonly start: number;
  readonly end: number;
  /** Whether digits had to be put right (O for 0). */
  readonly repaired: boolean;
}

const DIGIT = '\\dOoQIl|';
const CHINESE = '〇零一二三四五六七八九十';
/** Fixed widths and bounded repeats only: linear on any input. */
const DATE = new RegExp(
  `([${DIGIT}]{4})(?:年([${DIGIT}]{1,2})月([${DIGIT}]{1,2})[日号]?|-([${DIGIT}]{1,2})-([${DIGIT}]{1,2})|\\.([${DIGIT}]{1,2})\\.([${DIGIT}]{1,2})|/([${DIGIT}]{1,2})/([${DIGIT}]{1,2}))` +
    `|([${CHINESE}\\dOo]{4})年([${CHINESE}]{1,3})月([${CHINESE}]{1,3})[日号]?`,
  'g',
);

/** Dates in a folded text without blanks: `2020年12月24日`, `二〇二〇年十二月二十四日`, `2020-12-24`, `2020.12.24`, `2020/12/24`. */
export function findDates(text: string, limit = 10): DateReading[] {
  const found: DateReading[] = [];
  DATE.lastIndex = 0;
  for (let match = DATE.exec(text); match !== null && found.length < limit; match = DATE.exec(text)) {
    const parts = match.slice(1).filter((part) => part !== undefined);
    const [year, month, day] = parts.map(readNumber);
    if (
      year === undefined ||
      year === null ||
      month === undefined ||
      month === null ||
      day === undefined ||
      day === null
    )
      continue;
    const read = `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
    found.push({
      date: isCivilDate(read) ? read : null,
      read,
      start: match.index,
      end: match.index + match[0].length,
      repaired: /[OoQIl|]/.test(match[0]),
    });
  }
  return found;
}

function pad(n: number, width: number): string {
  return String(n).padStart(width, '0');
}
