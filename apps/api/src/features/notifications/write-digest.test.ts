import { civilDate } from '@zhengqi/obligations';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NoticeContent } from '../../db/schema/notices.ts';
import { writeDigest } from './write-digest.ts';

const content = (change: Partial<NonNullable<NoticeContent['item']>> = {}, title = '提交年度报告'): NoticeContent => ({
  title: { zh: title, en: 'File the annual report' },
  detail: { zh: '条款 14 · 年度报告', en: 'Clause 14 · Annual report' },
  path: '/occurrences/occ_1',
  item: { dueOn: '2027-03-31', actBy: null, dueAt: null, mark: 'V', provisional: false, isSure: true, ...change },
});
const written = (contents: readonly NoticeContent[], language: 'zh' | 'en' = 'zh', today = '2027-03-24') =>
  writeDigest(
    [
      {
        organisation: { id: 'org_1', name: '甲公司' },
        notices: contents.map((one, i) => ({ subjectId: String(i), kind: 'reminder', content: one })),
      },
    ],
    { language, today: civilDate(today), publicUrl: 'https://zq.example', unsubscribe: null },
  );
const lineOf = (change: Parameters<typeof content>[0], language: 'zh' | 'en' = 'zh') =>
  written([content(change)], language).lines[0];

describe('a line', () => {
  it.each<[string, Parameters<typeof content>[0], string]>([
    ['law', {}, '提交年度报告：2027-03-31 到期，剩 7 天'],
    ['today', { dueOn: '2027-03-24' }, '提交年度报告：2027-03-24 到期，今天到期'],
    ['overdue', { dueOn: '2027-03-20' }, '提交年度报告：2027-03-20 到期，已逾期 4 天'],
    ['practice', { mark: 'P' }, '提交年度报告：2027-03-31 到期，剩 7 天，实务做法，非法律'],
    ['our own rule', { mark: 'O' }, '提交年度报告：2027-03-31 到期，剩 7 天，本产品规则，非法律'],
    ['memory', { mark: 'M' }, '提交年度报告：2027-03-31 到期，剩 7 天，待核实'],
    ['provisional', { provisional: true }, '提交年度报告：2027-03-31 到期，剩 7 天，日期暂定'],
    // What may not be owed is not called overdue.
    ['unsure', { dueOn: '2027-03-20', isSure: false }, '提交年度报告：2027-03-20 到期，是否适用待确认'],
    ['act by', { actBy: '2027-03-26' }, '提交年度报告：2027-03-31 到期，剩 7 天，建议 2027-03-26 前办理'],
    ['hours', { dueAt: '2027-03-24T18:00:00+08:00' }, '提交年度报告：2027-03-24 18:00 前'],
    ['at once', { dueOn: null }, '提交年度报告：应立即办理'],
  ])('says how sure a date is: %s', (_name, change, line) => {
    expect(lineOf(change)).toBe(line);
  });

  it('is complete in English', () => {
    expect(lineOf({ mark: 'P', provisional: true }, 'en')).toBe(
      'File the annual report: due 2027-03-31, 7 days left, date provisional, practice, not law',
    );
  });
});

describe('a subject', () => {
  it('is never wider than forty Chinese characters, nor of two lines', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 }), (title) => {
        const subject = written([content({}, title)]).title;
        const width = [...subject].reduce((sum, c) => sum + ((c.codePointAt(0) ?? 0) > 0x2e7f ? 2 : 1), 0);
        expect(width).toBeLessThanOrEqual(80);
        expect(subject).not.toMatch(/[\r\n]/);
      }),
    );
  });

  it('of several says how many, and how many are overdue for sure', () => {
    const late = content({ dueOn: '2027-03-01' });
    const unsure = content({ dueOn: '2027-03-01', isSure: false });
    expect(written([content(), late, unsure]).title).toBe('3 项事项待处理，其中 1 项已逾期');
    expect(written([content(), late], 'en').title).toBe('2 items to do, 1 overdue');
  });
});

it('nothing that a name holds becomes a tag in the mail, and nothing is loaded from elsewhere', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 80 }), (name) => {
      const { html } = written([content({}, `<script>${name}</script>"'&`)]);
      const tags = [...html.matchAll(/<\/?([a-z0-9!]+)/gi)].map(([, tag]) => tag?.toLowerCase());
      const allowed = ['!doctype', 'html', 'head', 'meta', 'title', 'body', 'h1', 'ul', 'li', 'a', 'br', 'p'];
      expect(tags.filter((tag) => !allowed.includes(tag ?? ''))).toEqual([]);
    }),
  );
});
