import type { WorkingDayNotice } from '../notice.ts';

/**
 * The State Council's holiday arrangement for 2024. Coverage ends on 28 December, because the notice for 2025
 * decides whether the last days of December are rest days. Days before 2024 would need the notices of those years.
 * Mark E: number and link were seen in excerpts only; the days are cross-checked against an independent table in the tests.
 */
export const NOTICE_2024: WorkingDayNotice = {
  year: 2024,
  notice: {
    title: '国务院办公厅关于2024年部分节假日安排的通知',
    number: '国办发明电〔2023〕7号',
    publishedOn: '2023-10-25',
    source: 'https://www.gov.cn/zhengce/content/202310/content_6911527.htm',
    mark: 'E',
  },
  coversFrom: '2024-01-01',
  coversTo: '2024-12-28',
  off: [
    { date: '2024-01-01', name: '元旦', statutory: true },
    { date: '2024-02-10', name: '春节', statutory: true },
    { date: '2024-02-11', name: '春节', statutory: true },
    { date: '2024-02-12', name: '春节', statutory: true },
    { date: '2024-02-13', name: '春节', statutory: false },
    { date: '2024-02-14', name: '春节', statutory: false },
    { date: '2024-02-15', name: '春节', statutory: false },
    { date: '2024-02-16', name: '春节', statutory: false },
    { date: '2024-02-17', name: '春节', statutory: false },
    { date: '2024-04-04', name: '清明节', statutory: true },
    { date: '2024-04-05', name: '清明节', statutory: false },
    { date: '2024-04-06', name: '清明节', statutory: false },
    { date: '2024-05-01', name: '劳动节', statutory: true },
    { date: '2024-05-02', name: '劳动节', statutory: false },
    { date: '2024-05-03', name: '劳动节', statutory: false },
    { date: '2024-05-04', name: '劳动节', statutory: false },
    { date: '2024-05-05', name: '劳动节', statutory: false },
    { date: '2024-06-10', name: '端午节', statutory: true },
    { date: '2024-09-15', name: '中秋节', statutory: false },
    { date: '2024-09-16', name: '中秋节', statutory: false },
    { date: '2024-09-17', name: '中秋节', statutory: true },
    { date: '2024-10-01', name: '国庆节', statutory: true },
    { date: '2024-10-02', name: '国庆节', statutory: true },
    { date: '2024-10-03', name: '国庆节', statutory: true },
    { date: '2024-10-04', name: '国庆节', statutory: false },
    { date: '2024-10-05', name: '国庆节', statutory: false },
    { date: '2024-10-06', name: '国庆节', statutory: false },
    { date: '2024-10-07', name: '国庆节', statutory: false },
  ],
  work: [
    { date: '2024-02-04', name: '春节' },
    { date: '2024-02-18', name: '春节' },
    { date: '2024-04-07', name: '清明节' },
    { date: '2024-04-28', name: '劳动节' },
    { date: '2024-05-11', name: '劳动节' },
    { date: '2024-09-14', name: '中秋节' },
    { date: '2024-09-29', name: '国庆节' },
    { date: '2024-10-12', name: '国庆节' },
  ],
};
