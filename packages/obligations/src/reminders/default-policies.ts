import type { DefaultReminderPolicy, ReminderKind, ReminderPolicy } from './policy.ts';

const QUIET: ReminderPolicy = {
  leadDays: [],
  leadHours: [],
  tellsNew: false,
  tellsOpening: false,
  overdueEveryDays: 7,
  escalateAtDays: 3,
};

/** When people are told, by kind of item, unless somebody says otherwise. Data of our own: no law sets lead times. */
export const DEFAULT_REMINDER_POLICIES: readonly DefaultReminderPolicy[] = [
  {
    kind: 'licence-date',
    label: { zh: '由许可证日期起算（如续期）', en: 'Counted from a date of the licence (renewal)' },
    policy: { ...QUIET, leadDays: [90, 60, 30, 15, 7, 3, 1, 0], escalateAtDays: 15 },
    reason: {
      zh: '材料需由法定代表人、股东会等多方准备，逾期申请续期可能不予延续，故最早提醒，并提前 15 日升级。',
      en: 'Several people prepare the material and a late renewal may be refused: told earliest, escalated 15 days ahead.',
    },
  },
  {
    kind: 'yearly-window',
    label: { zh: '每年固定窗口（如年报）', en: 'Yearly window (annual report)' },
    policy: { ...QUIET, leadDays: [60, 30, 15, 7, 3, 1, 0], tellsOpening: true, escalateAtDays: 7 },
    reason: {
      zh: '窗口开启前无法填报，故开启当日提醒一次，其后按截止日倒数。',
      en: 'Nothing can be filed before the window opens: told that day, then counted down to its end.',
    },
  },
  {
    kind: 'years',
    label: { zh: '按年度或若干年一次', en: 'Once in a calendar year or in some years' },
    policy: { ...QUIET, leadDays: [90, 60, 30, 15, 7, 3, 1, 0], escalateAtDays: 15 },
    reason: {
      zh: '测评、演练等需安排机构与时间，且多集中在年末。',
      en: 'Tests and drills need a contractor and a slot, and most fall due at the end of the year.',
    },
  },
  {
    kind: 'event-days',
    label: { zh: '事件发生后若干日内', en: 'Days after an event' },
    policy: { ...QUIET, leadDays: [15, 7, 3, 1, 0], tellsNew: true },
    reason: {
      zh: '期限自事件起算，多为 10 个工作日至 30 日，故产生时即提醒。',
      en: 'The clock runs from the event, mostly 10 working days to 30 days: told as soon as it exists.',
    },
  },
  {
    kind: 'event-hours',
    label: { zh: '事件发生后若干小时内', en: 'Hours after an event' },
    policy: {
      ...QUIET,
      leadHours: [24, 12, 4, 1, 0],
      tellsNew: true,
      overdueEveryDays: 1,
      // With the first word: there is no time to wait for one person.
      escalateAtDays: 365,
    },
    reason: {
      zh: '期限以小时计，随时提醒并同时告知负责人，不受安静时段限制。',
      en: 'The clock counts hours: told at any time, to those in charge as well, quiet hours or not.',
    },
  },
  {
    kind: 'at-once',
    label: { zh: '“立即”类，法律未定期限', en: '“At once”: no number in the law' },
    policy: { ...QUIET, tellsNew: true, overdueEveryDays: 1, escalateAtDays: -1 },
    reason: {
      zh: '没有到期日可倒数，故产生时提醒，其后每日提醒直至处理，次日起升级。',
      en: 'There is no date to count down to: told when it exists and daily until done, escalated from the next day.',
    },
  },
  {
    kind: 'other',
    label: { zh: '其他（含自有义务）', en: 'Other (own duties included)' },
    policy: { ...QUIET, leadDays: [30, 15, 7, 3, 1, 0] },
    reason: {
      zh: '无法判断期限性质时的通用安排。',
      en: 'For items whose kind of date is not known.',
    },
  },
];

const BY_KIND = new Map(DEFAULT_REMINDER_POLICIES.map(({ kind, policy }) => [kind, policy]));

/** What the product does with items of a kind. */
export function defaultReminderPolicy(kind: ReminderKind): ReminderPolicy {
  return BY_KIND.get(kind) ?? QUIET;
}
