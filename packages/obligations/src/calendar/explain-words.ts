import type { CivilDate } from './civil-date.ts';
import { weekday } from './date-arithmetic.ts';
import type { DayBlock } from './working-day-calendar.ts';

/** Languages in which steps are explained. */
export type ExplainLanguage = 'zh' | 'en';

const WEEKDAYS = {
  zh: ['周一', '周二', '周三', '周四', '周五', '周六', '周日'],
  en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
} as const;

const HOLIDAYS_IN_ENGLISH: Readonly<Record<string, string>> = {
  元旦: 'New Year’s Day',
  春节: 'Spring Festival',
  清明节: 'Qingming Festival',
  劳动节: 'Labour Day',
  端午节: 'Dragon Boat Festival',
  中秋节: 'Mid-Autumn Festival',
  国庆节: 'National Day',
  周末: 'weekend',
};

/** A date with its weekday, `2026-10-01（周四）` or `2026-10-01 (Thu)`; `?` for a missing one. */
export function dayInWords(d: CivilDate | undefined, lang: ExplainLanguage): string {
  if (d === undefined) return '?';
  const name = WEEKDAYS[lang][weekday(d) - 1];
  return lang === 'zh' ? `${d}（${name}）` : `${d} (${name})`;
}

/** Name of a holiday; joint holidays (国庆节、中秋节) part by part; a name we do not know stays Chinese. */
export function holidayInWords(name: string, lang: ExplainLanguage): string {
  if (lang === 'zh') return name;
  return name
    .split('、')
    .map((part) => HOLIDAYS_IN_ENGLISH[part] ?? part)
    .join(' and ');
}

/** Rest days skipped and make-up days worked, one after the other; empty for none. */
export function blocksInWords(blocks: readonly DayBlock[] | undefined, lang: ExplainLanguage): string {
  return (blocks ?? []).map((block) => blockInWords(block, lang)).join(lang === 'zh' ? '；' : '; ');
}

function blockInWords({ on, until, kind, name }: DayBlock, lang: ExplainLanguage): string {
  const called = holidayInWords(name, lang);
  if (lang === 'zh') {
    const days = until === undefined ? on : `${on}至${until}`;
    if (kind === 'weekend') return `${days}周末`;
    return kind === 'make-up' ? `${days}${called}调休上班` : `${days}${called}放假`;
  }
  const days = until === undefined ? on : `${on} to ${until}`;
  if (kind === 'weekend') return `${days} weekend`;
  return kind === 'make-up' ? `${days} worked to make up for ${called}` : `${days} ${called} rest days`;
}
