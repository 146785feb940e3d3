import { readNumber } from './chinese-numeral.ts';

export type LimitUnit =
  | 'working-day'
  | 'day'
  | 'hour'
  | 'month'
  | 'year'
  | 'week'
  | 'quarter'
  | 'per-year'
  | 'per-half-year'
  | 'per-quarter'
  | 'per-month';

/** A period or rhythm that a clause prints: 30日 is `{ n: 30, unit: 'day' }`, 每年 is `{ n: 1, unit: 'per-year' }`. */
export interface TimeLimit {
  readonly n: number;
  readonly unit: LimitUnit;
  /** Range in the phrase. */
  readonly start: number;
  readonly end: number;
}

const UNITS: Readonly<Record<string, LimitUnit>> = {
  工作日: 'working-day',
  日: 'day',
  天: 'day',
  小时: 'hour',
  月: 'month',
  年: 'year',
  周: 'week',
  星期: 'week',
  季度: 'quarter',
};
const RHYTHMS: Readonly<Record<string, LimitUnit>> = {
  半年: 'per-half-year',
  季度: 'per-quarter',
  年: 'per-year',
  月: 'per-month',
  季: 'per-quarter',
};
const NUMERAL = '[\\dOoIl|〇零一二两三四五六七八九十百]';
/** Bounded repeats, and no start inside a run of numerals: linear. 日 in 日志, 日常 and the like is no unit. */
const LIMIT = new RegExp(
  `(?<!${NUMERAL}|第)(${NUMERAL}{1,6})个?(工作日|日(?![志常益前])|天|小时|月|年|周|星期|季度)|第([一二三四1-4])季度|每一?个?(半年|季度|年|月|季)`,
  'g',
);
const CALENDAR_DATE = /\d{4}年\d{1,2}月\d{1,2}日/g;

/** Time limits of a phrase (folded, without blanks), in order. Calendar dates are none. */
export function findTimeLimits(phrase: string): TimeLimit[] {
  const text = phrase.replace(CALENDAR_DATE, (date) => '#'.repeat(date.length));
  const found: TimeLimit[] = [];
  for (const match of text.matchAll(LIMIT)) {
    const [all, number, unit = '', quarter, rhythm] = match;
    const span = { start: match.index, end: match.index + all.length };
    if (rhythm !== undefined) found.push({ n: 1, unit: RHYTHMS[rhythm] ?? 'per-year', ...span });
    else if (quarter !== undefined) found.push({ n: readNumber(quarter) ?? 0, unit: 'quarter', ...span });
    else if (number !== undefined && /[\d一二两三四五六七八九十百]/.test(number)) {
      const n = readNumber(number);
      if (n !== null) found.push({ n, unit: UNITS[unit] ?? 'day', ...span });
    }
  }
  return found;
}

/** `10个工作日`, `30日`, `第1季度`, `每年`. */
export function limitInWords({ n, unit }: Pick<TimeLimit, 'n' | 'unit'>): { readonly zh: string; readonly en: string } {
  const [zh, en] = WORDS[unit];
  return { zh: zh.replace('#', String(n)), en: en.replace('#', String(n)) };
}

const WORDS: Readonly<Record<LimitUnit, readonly [zh: string, en: string]>> = {
  'working-day': ['#个工作日', '# working days'],
  day: ['#日', '# days'],
  hour: ['#小时', '# hours'],
  month: ['#个月', '# months'],
  year: ['#年', '# years'],
  week: ['#周', '# weeks'],
  quarter: ['第#季度', 'quarter #'],
  'per-year': ['每年', 'every year'],
  'per-half-year': ['每半年', 'every half-year'],
  'per-quarter': ['每季度', 'every quarter'],
  'per-month': ['每月', 'every month'],
};
