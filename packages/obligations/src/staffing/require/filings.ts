import { type CivilDate, workingDaysAfter } from '../../calendar/index.ts';
import { YES } from '../../applicability/truth.ts';
import {
  askEvent,
  askFact,
  askList,
  type Found,
  met,
  notAsked,
  short,
  type StaffingContext,
  unknown,
} from '../context.ts';
import { employed, holdersOf } from '../people.ts';
import { provinceName, provincesOn } from '../provinces.ts';
import type { RequirementOf } from '../requirement.ts';
import { lastStaffChange } from './staff-change.ts';

/** Filed with the authority of each place of business; `newest`: not before the last change of body or staff. */
export function checkProvinceFiling({ newest }: RequirementOf<'province-filing'>, context: StaffingContext): Found {
  if (newest) return newestFiling(context);
  const { known, complete } = provincesOn(context);
  const without = known.filter((province) => lastFiling(context, province) === null);
  const kept = context.roster.isKept('filings', context.day);
  if (without.length > 0 && kept) {
    const names = without.map(provinceName);
    return short(
      without.length,
      `未报备：${names.map(({ zh }) => zh).join('、')}`,
      `not reported in ${names.map(({ en }) => en).join(', ')}`,
    );
  }
  if (without.length > 0) {
    return unknown([askList('filings')], '没有登记部分省份的报备', 'for some provinces no report is recorded');
  }
  if (!complete)
    return unknown([askFact('provinces_operating')], '业务开展地未知', 'the places of business are not known');
  if (known.length === 0) return notAsked('没有业务开展地', 'no place of business');
  return met(`${known.length}个业务开展地都已报备`, `reported in every place of business (${known.length})`);
}

function newestFiling(context: StaffingContext): Found {
  const { roster, day, province } = context;
  const filed = province === null ? null : lastFiling(context, province);
  const change = lastStaffChange(context);
  const kept = roster.isKept('filings', day);
  if (filed === null) {
    return kept
      ? short(1, '没有报备记录', 'no report is on record')
      : unknown([askList('filings')], '没有登记报备', 'no report is recorded');
  }
  if (change !== null && filed < change) {
    return kept
      ? short(1, `${change}有变化，最近一次报备是${filed}`, `changed on ${change}, last reported on ${filed}`)
      : unknown(
          [askList('filings')],
          `${change}有变化，其后的报备未登记`,
          `changed on ${change}; no later report is recorded`,
        );
  }
  // That nothing changed since can only be said of complete lists.
  const open = (['posts', 'bodies', 'people'] as const).filter((section) => !roster.isKept(section, day));
  if (open.length > 0) {
    return unknown(
      open.map(askList),
      `最近一次报备是${filed}，其后是否另有变化未知`,
      `last reported on ${filed}; whether anything changed since is not known`,
    );
  }
  return change === null
    ? met(`已于${filed}报备，未登记变化`, `reported on ${filed}, no change on record`)
    : met(`最近变化${change}，已于${filed}报备`, `last change ${change}, reported on ${filed}`);
}

function lastFiling({ roster, day }: StaffingContext, province: string): string | null {
  let last: string | null = null;
  for (const filing of roster.roster.filings) {
    if (filing.kind !== 'security-body' || filing.province !== province) continue;
    if (day.reached(filing.on, 'filing', filing.id) && (last === null || filing.on > last)) last = filing.on;
  }
  return last;
}

/**
 * The officer is reported in time: for the first time after the number of people was reached, however late somebody was
 * named; afterwards from the day a new officer took the post.
 */
export function checkOfficerFiling(requirement: RequirementOf<'officer-filing'>, context: StaffingContext): Found {
  const { roster, day } = context;
  const officers = holdersOf(context, [requirement.post]).filter((id) => employed(context, id) === YES);
  if (officers.length === 0) return notAsked('还没有可报送的负责人', 'there is no officer to report yet');
  const since = (id: string) =>
    roster
      .assignmentsOf(id)
      .filter(({ post, from }) => post === requirement.post && from <= day.on)
      .reduce((last, { from }) => (from > last ? from : last), '');
  const filed = officers.find((id) =>
    roster.roster.filings.some(
      (filing) =>
        filing.kind === 'pi-officer' &&
        (filing.personId === null || filing.personId === id) &&
        filing.on >= since(id) &&
        day.reached(filing.on, 'filing', filing.id),
    ),
  );
  if (filed !== undefined) return met('负责人信息已报送', 'the officer is reported', [filed]);
  const reachedOn = thresholdDay(requirement.event, context);
  if (reachedOn === null) {
    return unknown(
      [askEvent(requirement.event)],
      '没有登记报送，起算日未知',
      'no report is recorded, and the day that starts the clock is not known',
    );
  }
  const start = officers.map(since).reduce((first, on) => (on < first ? on : first));
  const first = dueOn(requirement, context, reachedOn);
  const later = start > reachedOn ? dueOn(requirement, context, start) : first;
  const reportedBefore = roster.roster.filings.some(
    ({ id, kind, on }) => kind === 'pi-officer' && day.reached(on, 'filing', id),
  );
  const kept = roster.isKept('filings', day);
  const due = reportedBefore ? later : first;
  if (!day.passed(due, 'deadline-passed')) {
    return met(`尚在期限内，至${due}`, `still in time, until ${due}`, officers);
  }
  if (!kept && !reportedBefore && !day.passed(later, 'deadline-passed')) {
    return unknown(
      [askList('filings')],
      `首次报送期限${due}已过；是否报送过前任未知`,
      `the limit ${due} for a first report is past; whether an earlier officer was reported is not known`,
    );
  }
  return kept
    ? short(1, `期限${due}已过，没有报送记录`, `the limit ${due} is past and no report is on record`)
    : unknown(
        [askList('filings')],
        `期限${due}已过，没有登记报送`,
        `the limit ${due} is past and no report is recorded`,
      );
}

function dueOn(
  { stock, workingDays }: RequirementOf<'officer-filing'>,
  { calendar }: StaffingContext,
  start: string,
): string {
  return start < stock.before ? stock.until : workingDaysAfter(calendar, start as CivilDate, workingDays).dueOn;
}

function thresholdDay(type: string, { events, day }: StaffingContext): string | null {
  let last: string | null = null;
  for (const event of events) {
    const on = event['on'];
    if (event.type !== type || typeof on !== 'string' || !day.reached(on, 'record', event.id)) continue;
    if (last === null || on > last) last = on;
  }
  return last;
}
