import type { WorkingDayNotice } from '../notice.ts';

/**
 * The State Council's holiday arrangement for 2026. Coverage ends on 28 December, because the notice for 2027
 * decides whether the last days of December are rest days.
 * Mark E: number and link were seen in excerpts only; the days are cross-checked against an independent table in the tests.
 */
export const NOTICE_2026: WorkingDayNotice = {
  year: 2026,
  notice: {
    title: '国务院办公厅关于2026年部分节假日安排的通知',
    number: '国办发明电〔2025〕7号',
    publishedOn: '2025-11-04',
    source: 'https://www.gov.cn/zhengce/content/202511/content_7047090.htm',
    mark: 'E',
  },
  coversFrom: '2025-12-29',
  coversTo: '2026-12-28',
  off: [
    { date: '2026-01-01', name: '元旦', statutory: true },
    { date: '2026-01-02', name: '元旦', statutory: false },
    { date: '2026-01-03', name: '元旦', statutory: false },
    { date: '2026-02-15', name: '春节', statutory: false },
    { date: '2026-02-16', name: '春节', statutory: true },
    { date: '2026-02-17', name: '春节', statutory: true },
    { date: '2026-02-18', name: '春节', statutory: true },
    { date: '2026-02-19', name: '春节', statutory: true },
    { date: '2026-02-20', name: '春节', statutory: false },
    { date: '2026-02-21', name: '春节', statutory: false },
    { date: '2026-02-22', name: '春节', statutory: false },
    { date: '2026-02-23', name: '春节', statutory: false },
    { date: '2026-04-04', name: '清明节', statutory: false },
    { date: '2026-04-05', name: '清明节', statutory: true },
    { date: '2026-04-06', name: '清明节', statutory: false },
    { date: '2026-05-01', name: '劳动节', statutory: true },
    { date: '2026-05-02', name: '劳动节', statutory: true },
    { date: '2026-05-03', name: '劳动节', statutory: false },
    { date: '2026-05-04', name: '劳动节', statutory: false },
    { date: '2026-05-05', name: '劳动节', statutory: false },
    { date: '2026-06-19', name: '端午节', statutory: true },
    { date: '2026-06-20', name: '端午节', statutory: false },
    { date: '2026-06-21', name: '端午节', statutory: false },
    { date: '2026-09-25', name: '中秋节', statutory: true },
    { date: '2026-09-26', name: '中秋节', statutory: false },
    { date: '2026-09-27', name: '中秋节', statutory: false },
    { date: '2026-10-01', name: '国庆节', statutory: true },
    { date: '2026-10-02', name: '国庆节', statutory: true },
    { date: '2026-10-03', name: '国庆节', statutory: true },
    { date: '2026-10-04', name: '国庆节', statutory: false },
    { date: '2026-10-05', name: '国庆节', statutory: false },
    { date: '2026-10-06', name: '国庆节', statutory: false },
    { date: '2026-10-07', name: '国庆节', statutory: false },
  ],
  work: [
    { date: '2026-01-04', name: '元旦' },
    { date: '2026-02-14', name: '春节' },
    { date: '2026-02-28', name: '春节' },
    { date: '2026-05-09', name: '劳动节' },
    { date: '2026-09-20', name: '国庆节' },
    { date: '2026-10-10', name: '国庆节' },
  ],
};
