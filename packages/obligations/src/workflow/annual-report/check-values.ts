import type { Finding } from '../../text/finding.ts';
import { newFinding } from '../../text/new-finding.ts';
import { cellsOf, isFilled, type ReportCell } from './cells.ts';
import type { AnnualReport, ReportFieldType } from './model.ts';

/** The screens show larger amounts in red. */
const RED_ABOVE_YUAN = 1_000_000_000;

/** Each value by itself: there, of its type, within its bounds, confirmed. */
export function checkValues(report: AnnualReport): Finding[] {
  return cellsOf(report).flatMap((cell) => {
    const found = checkCell(cell);
    return found === null ? [] : [found];
  });
}

function checkCell({ field, entry, path, of }: ReportCell): Finding | null {
  const name = {
    zh: `${of === null ? '' : `${of} `}${field.label.zh}`,
    en: `${of === null ? '' : `${of} `}${field.label.en}`,
  };
  const finding = (code: string, severity: Finding['severity'], zh: string, en: string): Finding =>
    newFinding(code, severity, `“${name.zh}”${zh}`, `“${name.en}” ${en}`, { path });
  if (entry === undefined || !isFilled(entry)) {
    return finding(
      'report-field-missing',
      'error',
      '未填；没有的填0或“无”。',
      'is empty; write 0 or 无 where there is none.',
    );
  }
  const { value } = entry;
  if (!isOfType(field.type, value)) {
    return finding(
      'report-field-type',
      'error',
      '类型不符，请重填。',
      'has a value of another type; fill it in again.',
    );
  }
  if (field.type === 'percent' && (Number(value) < 0 || Number(value) > 100)) {
    return finding('report-percent-range', 'error', '应在0至100之间。', 'must lie between 0 and 100.');
  }
  if (field.type === 'number' && (Number(value) < 0 || !Number.isInteger(value))) {
    return finding('report-count-range', 'error', '应为不小于0的整数。', 'must be a whole number of at least 0.');
  }
  if (field.type === 'money' && Math.abs(Number(value)) > RED_ABOVE_YUAN) {
    return finding(
      'report-large-amount',
      'warning',
      '超过10亿元，页面会标红；请核对单位。',
      'is above a billion yuan, which the screen shows in red; check the unit.',
    );
  }
  if (entry.carriedFrom === undefined) return null;
  return finding(
    'report-carried-over',
    'warning',
    `沿用自${entry.carriedFrom}年，请确认。`,
    `is carried over from ${entry.carriedFrom}; confirm it.`,
  );
}

function isOfType(type: ReportFieldType, value: NonNullable<ReportCell['entry']>['value']): boolean {
  switch (type) {
    case 'number':
    case 'money':
    case 'percent':
      return typeof value === 'number' && Number.isFinite(value);
    case 'boolean':
      return typeof value === 'boolean';
    case 'list':
      // 无 may be written for an empty list.
      return Array.isArray(value) || value === '无';
    default:
      return typeof value === 'string';
  }
}
