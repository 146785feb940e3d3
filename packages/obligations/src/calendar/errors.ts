/** What kind of input was refused. Stable: callers and translations may depend on it. */
export type CalendarErrorCode =
  | 'not-a-date'
  | 'date-out-of-range'
  | 'not-an-instant'
  | 'instant-out-of-range'
  | 'bad-count'
  | 'bad-window'
  | 'bad-notice'
  | 'nothing-to-compare';

/**
 * Bad input to the calendar. `message` names the offending value and says what to do, in English, fit to be shown;
 * `code` and `value` let a caller word it in another language.
 */
export class CalendarError extends Error {
  readonly code: CalendarErrorCode;
  /** The offending value as text, shortened to 60 characters. */
  readonly value: string;

  constructor(code: CalendarErrorCode, value: unknown, message: string) {
    super(message);
    this.name = 'CalendarError';
    this.code = code;
    this.value = shown(value);
  }
}

/** A value as it may be quoted in a message: never longer than 60 characters, line breaks and quotes escaped. */
export function shown(value: unknown): string {
  if (typeof value === 'string') {
    const text = value.length > 60 ? `${value.slice(0, 59)}…` : value;
    return JSON.stringify(text);
  }
  return typeof value === 'number' ? String(value) : `a value of type ${value === null ? 'null' : typeof value}`;
}

const WORDS_ZH: Readonly<Record<CalendarErrorCode, (value: string) => string>> = {
  'not-a-date': (value) => `${value}不是存在的日期，应写作 2026-03-31。`,
  'date-out-of-range': (value) => `${value}超出可计算的日期范围（公元1年至9999年）。`,
  'not-an-instant': (value) => `${value}不是带时区的时刻，应写作 2026-03-01T09:30:00+08:00。`,
  'instant-out-of-range': (value) => `${value}超出可计算的时刻范围（1992年以后）。`,
  'bad-count': (value) => `${value}不是可用的期间长度，应为0至100000的整数（工作日、月、年从1起）。`,
  'bad-window': (value) => `期间止于${value}，早于开始日或过长，请更正起止日期。`,
  'bad-notice': (value) => `放假安排有误：${value}。请对照国务院办公厅通知更正该行。`,
  'nothing-to-compare': () => '没有可比较的期限，请至少给出一个。',
};

/** The error in Chinese: the value it names and what to do. */
export function calendarMessageZh(error: CalendarError): string {
  return WORDS_ZH[error.code](error.value);
}
