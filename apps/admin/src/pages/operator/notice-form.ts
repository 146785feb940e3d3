import type { RouterOutputs } from '../../trpc.ts';
import { readDays } from './read-days.ts';

export type Notice = RouterOutputs['operator']['notices']['items'][number]['notice'];

/** The notice as it stands in the fields. */
export interface NoticeForm {
  year: string;
  title: string;
  number: string;
  publishedOn: string | null;
  source: string;
  mark: Notice['notice']['mark'];
  coversFrom: string | null;
  coversTo: string | null;
  off: string;
  work: string;
}

/**
 * A form begun for a year. A notice decides on its year and on the last three days of the year before: whether those
 * are rest days belongs to the New Year holiday.
 */
export function emptyNotice(year: number): NoticeForm {
  return {
    year: String(year),
    title: `国务院办公厅关于${year}年部分节假日安排的通知`,
    number: '',
    publishedOn: null,
    source: '',
    mark: 'V',
    coversFrom: `${year - 1}-12-29`,
    coversTo: `${year}-12-28`,
    off: '',
    work: '',
  };
}

/** The notice that the fields say, or null while something is missing or cannot be read. */
export function noticeOf(form: NoticeForm): Notice | null {
  const off = readDays(form.off);
  const work = readDays(form.work);
  const year = Number(form.year);
  const { coversFrom, coversTo } = form;
  if (!/^\d{4}$/.test(form.year.trim()) || form.title.trim() === '' || form.source.trim() === '') return null;
  if (coversFrom === null || coversTo === null || off.days.length === 0) return null;
  if (off.wrong.length > 0 || work.wrong.length > 0) return null;
  return {
    year,
    notice: {
      title: form.title.trim(),
      source: form.source.trim(),
      mark: form.mark,
      ...(form.number.trim() === '' ? {} : { number: form.number.trim() }),
      ...(form.publishedOn === null ? {} : { publishedOn: form.publishedOn }),
    },
    coversFrom,
    coversTo,
    off: off.days,
    work: work.days.map(({ date, name }) => ({ date, name })),
  };
}
