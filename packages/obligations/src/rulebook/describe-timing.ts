import type { Bilingual } from '../text/bilingual.ts';
import { EVENTS, type EventDefinition } from './events.ts';
import type { Period, Timing } from './schema.ts';

const CATALOGUE: Readonly<Record<string, EventDefinition>> = EVENTS;

const UNITS: Readonly<Record<Period['unit'], Bilingual>> = {
  hour: { zh: '小时', en: 'hours' },
  'natural-day': { zh: '日', en: 'natural days' },
  'working-day': { zh: '个工作日', en: 'working days' },
  month: { zh: '个月', en: 'months' },
  year: { zh: '年', en: 'years' },
};

/** When a due rule falls due, in words. */
export function describeTiming(timing: Timing): Bilingual {
  switch (timing.type) {
    case 'yearly-window':
      return {
        zh: `每年${chineseDay(timing.opens)}至${chineseDay(timing.closes)}，不顺延`,
        en: `every year from ${timing.opens} to ${timing.closes}, not rolled`,
      };
    case 'calendar-years':
      return timing.every === 1
        ? { zh: '每个日历年度一次', en: 'once in every calendar year' }
        : { zh: `每${timing.every}个日历年度一次`, en: `once in every ${timing.every} calendar years` };
    case 'before-licence-date':
      return { zh: `有效期届满前${timing.days}日`, en: `${timing.days} natural days before the validity ends` };
    case 'after-event': {
      const { n, unit } = timing.period;
      const from = dateOf(timing.event, timing.from);
      return { zh: `${from.zh}起${n}${UNITS[unit].zh}内`, en: `within ${n} ${UNITS[unit].en} of: ${from.en}` };
    }
    case 'before-event': {
      const from = dateOf(timing.event, timing.from);
      return { zh: `${from.zh}前${timing.days}日`, en: `${timing.days} natural days before: ${from.en}` };
    }
    case 'at-once': {
      const name = CATALOGUE[timing.event]?.name ?? { zh: timing.event, en: timing.event };
      return { zh: `${name.zh}：立即（条文无具体期限）`, en: `${name.en}: at once (the law gives no number)` };
    }
    case 'per-network-unit-cycle': {
      const grades = Object.entries(timing.everyYearsByGrade);
      return {
        zh: grades.map(([grade, years]) => `${grade}级网络单元每${years}年一次`).join('，'),
        en: grades.map(([grade, years]) => `grade ${grade} every ${years} year(s)`).join(', '),
      };
    }
    case 'after-network-unit-date': {
      const { n, unit } = timing.period;
      return {
        zh: `网络单元定级通过之日起${n}${UNITS[unit].zh}内`,
        en: `within ${n} ${UNITS[unit].en} of the approval of the unit's grade`,
      };
    }
  }
}

function chineseDay(monthDay: string): string {
  return `${Number(monthDay.slice(0, 2))}月${Number(monthDay.slice(3))}日`;
}

function dateOf(event: string, attribute: string): Bilingual {
  return CATALOGUE[event]?.attributes[attribute]?.label ?? { zh: attribute, en: attribute };
}
