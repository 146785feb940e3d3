import type { ReportField, ReportFieldType } from './model.ts';

type Options = Partial<Pick<ReportField, 'unit' | 'disclosure' | 'carries' | 'onlyFor' | 'hint'>>;

/**
 * A field as the manual of 2018 lists it: practice, so the mark is P. Nobody publishes the forms of the year; check
 * them on the screens.
 */
export function reportField(
  id: string,
  type: ReportFieldType,
  zh: string,
  en: string,
  options: Options = {},
): ReportField {
  const { unit = null, disclosure = 'unknown', carries = false, onlyFor = null, hint = null } = options;
  return { id, label: { zh, en }, type, unit, mark: 'P', disclosure, carries, onlyFor, hint };
}

export const PERSONS = { zh: '人', en: 'persons' };
/** We keep whole yuan; the unit of the screen may be another. */
export const YUAN = { zh: '元', en: 'yuan' };
export const PERCENT = { zh: '%', en: '%' };
export const TIMES = { zh: '次', en: 'times' };
export const PIECES = { zh: '个', en: 'pieces' };
