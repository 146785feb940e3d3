import { type CivilDate, daysBetween, type Language, type Mark } from '@zhengqi/obligations';
import type { NoticeContent } from '../../db/schema/notices.ts';
import { digestMail, type DigestLine } from './digest-mail.ts';

/** Notices of one organisation that go into a message. */
export interface DigestGroup {
  organisation: { id: string; name: string };
  notices: readonly { subjectId: string; kind: string; content: NoticeContent }[];
}

/** A message in words: for a mail, and in lines for a robot. */
export interface Digest {
  title: string;
  lines: string[];
  link: { text: string; url: string };
  more: (left: number) => string;
  text: string;
  html: string;
}

/** Forty Chinese characters, or twice as many letters. */
const MAX_SUBJECT_WIDTH = 80;
const LAST_NARROW = 0x2e7f;
const COLON: Readonly<Record<Language, string>> = { zh: '：', en: ': ' };
const MARKS: Readonly<Partial<Record<Mark, Readonly<Record<Language, string>>>>> = {
  P: { zh: '实务做法，非法律', en: 'practice, not law' },
  M: { zh: '待核实', en: 'not verified' },
  O: { zh: '本产品规则，非法律', en: 'our own rule, not law' },
};

/**
 * Puts what waits for a recipient into one message, the most pressing first. What is practice or our own rule says so.
 * @param unsubscribe page on which the reader stops such mails; null where there is none
 */
export function writeDigest(
  groups: readonly DigestGroup[],
  options: { language: Language; today: CivilDate; publicUrl: string; unsubscribe: string | null },
): Digest {
  const { language, today, publicUrl, unsubscribe } = options;
  const several = groups.length > 1;
  const lines: DigestLine[] = groups
    .flatMap(({ organisation, notices }) =>
      notices.map(({ content }) => ({
        organisation: organisation.name,
        when: content.item?.actBy ?? content.item?.dueOn ?? '0000',
        title: content.title[language],
        detail: content.detail?.[language] ?? null,
        dates: datesOf(content, language, today),
        url: pageUrl(publicUrl, content.path, organisation.id),
      })),
    )
    .toSorted((a, b) => a.when.localeCompare(b.when));
  const title = titleOf(groups, lines, language, today);
  const [only] = lines;
  const url =
    lines.length === 1 && only !== undefined
      ? only.url
      : pageUrl(publicUrl, '/notifications', groups[0]?.organisation.id);
  const link = { text: language === 'zh' ? '打开证期' : 'Open Zhengqi', url };
  return {
    title,
    lines: lines.map((line) =>
      [
        several ? `【${line.organisation}】` : '',
        line.title,
        line.dates === null ? '' : `${COLON[language]}${line.dates}`,
      ].join(''),
    ),
    link,
    more: (left) => (language === 'zh' ? `…等 ${left} 项` : `… and ${left} more`),
    ...digestMail({ title, lines, link, several, language, unsubscribe }),
  };
}

function titleOf(
  groups: readonly DigestGroup[],
  lines: readonly DigestLine[],
  language: Language,
  today: CivilDate,
): string {
  const all = groups.flatMap(({ notices }) => notices);
  const [only] = lines;
  if (all.length === 1 && only !== undefined)
    return shortened(only.dates === null ? only.title : `${only.title}${COLON[language]}${only.dates}`);
  const overdue = all.filter(
    ({ content: { item } }) => item?.isSure && item.dueOn !== null && item.dueOn < today,
  ).length;
  const items = all.filter(({ content }) => content.item !== null).length;
  if (language === 'zh') {
    const what = items === all.length ? `${items} 项事项` : `${all.length} 条通知`;
    return shortened(overdue > 0 ? `${what}待处理，其中 ${overdue} 项已逾期` : `${what}待处理`);
  }
  const what = items === all.length ? `${items} items to do` : `${all.length} notices`;
  return shortened(overdue > 0 ? `${what}, ${overdue} overdue` : what);
}

/** Dates of an item as of today, and how sure they are. */
function datesOf({ item }: NoticeContent, language: Language, today: CivilDate): string | null {
  if (item === null) return null;
  const isChinese = language === 'zh';
  const parts: string[] = [];
  if (item.dueAt !== null) {
    const at = item.dueAt.slice(0, 16).replace('T', ' ');
    parts.push(isChinese ? `${at} 前` : `by ${at}`);
  } else if (item.dueOn !== null) {
    const left = daysBetween(today, item.dueOn as CivilDate);
    parts.push(isChinese ? `${item.dueOn} 到期` : `due ${item.dueOn}`);
    if (left > 0) parts.push(isChinese ? `剩 ${left} 天` : `${left} days left`);
    else if (left === 0) parts.push(isChinese ? '今天到期' : 'today');
    else if (item.isSure) parts.push(isChinese ? `已逾期 ${-left} 天` : `${-left} days overdue`);
    if (item.actBy !== null && item.actBy !== item.dueOn && item.actBy >= today)
      parts.push(isChinese ? `建议 ${item.actBy} 前办理` : `act by ${item.actBy}`);
  } else parts.push(isChinese ? '应立即办理' : 'at once');
  if (!item.isSure) parts.push(isChinese ? '是否适用待确认' : 'whether it applies is open');
  if (item.provisional) parts.push(isChinese ? '日期暂定' : 'date provisional');
  const mark = MARKS[item.mark]?.[language];
  if (mark !== undefined) parts.push(mark);
  return parts.join(isChinese ? '，' : ', ');
}

function pageUrl(publicUrl: string, path: string, organisationId: string | undefined): string {
  const url = new URL(path, publicUrl);
  if (organisationId !== undefined) url.searchParams.set('org', organisationId);
  return url.href;
}

/** Mail programs cut a subject anywhere; we cut it between characters. */
function shortened(text: string): string {
  const characters = [...text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')];
  let width = 0;
  const end = characters.findIndex((character) => (width += widthOf(character)) > MAX_SUBJECT_WIDTH);
  if (end < 0) return characters.join('');
  width = 0;
  const kept = characters.filter((character) => (width += widthOf(character)) <= MAX_SUBJECT_WIDTH - 2);
  return `${kept.join('')}…`;
}

/** As programs that show mails count: what is not of the alphabets of Europe takes twice the room. */
function widthOf(character: string): 1 | 2 {
  return (character.codePointAt(0) ?? 0) > LAST_NARROW ? 2 : 1;
}
