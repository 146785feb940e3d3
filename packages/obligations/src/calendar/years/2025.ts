import type { WorkingDayNotice } from '../notice.ts';

/**
 * The State Council's holiday arrangement for 2025. Coverage ends on 28 December, because the notice for 2026
 * decides whether the last days of December are rest days.
 * Mark E: number and link were seen in excerpts only; the days are cross-checked against an independent table in the tests.
 */
export const NOTICE_2025: WorkingDayNotice = {
  year: 2025,
  notice: {
    title: '国务院办公厅关于2025年部分节假日安排的通知',
    number: '国办发明电〔2024〕12号',
    publishedOn: '2024-11-12',
    source: 'https://www.gov.cn/zhengce/content/202411/content_6986382.htm',
    mark: 'E',
  },
  coversFrom: '2024-12-29',
  coversTo: '2025-12-28',
  off: [
    { date: '2025-01-01', name: '元旦', statutory: true },
    { date: '2025-01-28', name: '春节', statutory: true },
    { date: '2025-01-29', name: '春节', statutory: true },
    { date: '2025-01-30', name: '春节', statutory: true },
    { date: '2025-01-31', name: '春节', statutory: true },
    { date: '2025-02-01', name: '春节', statutory: false },
    { date: '2025-02-02', name: '春节', statutory: false },
    { date: '2025-02-03', name: '春节', statutory: false },
    { date: '2025-02-04', name: '春节', statutory: false },
    { date: '2025-04-04', name: '清明节', statutory: true },
    { date: '2025-04-05', name: '清明节', statutory: false },
    { date: '2025-04-06', name: '清明节', statutory: false },
    { date: '2025-05-01', name: '劳动节', statutory: true },
    { date: '2025-05-02', name: '劳动节', statutory: true },
    { date: '2025-05-03', name: '劳动节', statutory: false },
    { date: '2025-05-04', name: '劳动节', statutory: false },
    { date: '2025-05-05', name: '劳动节', statutory: false },
    { date: '2025-05-31', name: '端午节', statutory: true },
    { date: '2025-06-01', name: '端午节', statutory: false },
    { date: '2025-06-02', name: '端午节', statutory: false },
    { date: '2025-10-01', name: '国庆节、中秋节', statutory: true },
    { date: '2025-10-02', name: '国庆节、中秋节', statutory: true },
    { date: '2025-10-03', name: '国庆节、中秋节', statutory: true },
    { date: '2025-10-04', name: '国庆节、中秋节', statutory: false },
    { date: '2025-10-05', name: '国庆节、中秋节', statutory: false },
    { date: '2025-10-06', name: '国庆节、中秋节', statutory: true },
    { date: '2025-10-07', name: '国庆节、中秋节', statutory: false },
    { date: '2025-10-08', name: '国庆节、中秋节', statutory: false },
  ],
  work: [
    { date: '2025-01-26', name: '春节' },
    { date: '2025-02-08', name: '春节' },
    { date: '2025-04-27', name: '劳动节' },
    { date: '2025-09-28', name: '国庆节、中秋节' },
    { date: '2025-10-11', name: '国庆节、中秋节' },
  ],
};
