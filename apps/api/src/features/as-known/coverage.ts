import type { Bilingual } from '@zhengqi/obligations';

/** What can be read as it was recorded on a past day. */
export const COVERED: Bilingual[] = [
  { zh: '许可证各项登记内容及其来源', en: 'Every field of the licences, with its source' },
  { zh: '企业事实的回答', en: 'Answers about the company' },
  { zh: '触发事件及其撤回', en: 'Trigger events and their withdrawal' },
  {
    zh: '义务事项的日期、推算依据的规则版本与办理状态',
    en: 'Dates of items, the rule version they come from, and the state of work',
  },
  { zh: '企业适用的规则库版本与自有义务', en: 'The release of the rulebook and the own duties of the company' },
  {
    zh: '人员花名册与人员检查参数（见人员检查的“已知日”）',
    en: 'Roster and parameters of staffing checks (see “known on” of the staffing check)',
  },
];

/** What is only there as it is now. */
export const NOT_COVERED: Bilingual[] = [
  {
    zh: '各项义务当时是否适用的判断与待答问题：由当时的事实与规则重新推算，不另存档',
    en: 'Whether each duty applied, and the questions then open: they follow from facts and rules and are not kept',
  },
  { zh: '当时的办理人', en: 'Who was responsible for an item then' },
  {
    zh: '当时已公布的工作日安排：事项的日期按当时推算保存，日历本身只有现行版本',
    en: 'The working-day notices of then: dates are kept as they were counted, the calendar is that of today',
  },
  { zh: '已依法删除的个人信息', en: 'Personal data that has been erased' },
];
