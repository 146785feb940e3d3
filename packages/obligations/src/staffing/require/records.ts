import { UNKNOWN, YES } from '../../applicability/truth.ts';
import { addMonths, type CivilDate, endOfYear, naturalDaysAfter, startOfYear, yearOf } from '../../calendar/index.ts';
import type { NetworkUnit } from '../../rulebook/facts.ts';
import {
  askFact,
  askList,
  askRecord,
  type Found,
  met,
  notAsked,
  short,
  type StaffingAsk,
  type StaffingContext,
  unknown,
} from '../context.ts';
import { neededOf } from '../need.ts';
import { assignmentRuns, contractRuns, employed, insuranceRuns } from '../people.ts';
import type { RequirementOf } from '../requirement.ts';

/** Each network unit of the company has a contact who works here. */
export function checkUnitContacts({ post }: RequirementOf<'unit-contacts'>, context: StaffingContext): Found {
  const { roster, day } = context;
  const units = context.fact('network_units');
  if (!Array.isArray(units))
    return unknown([askFact('network_units')], '网络单元未知', 'the network units are not known');
  const running = roster.inPost(post).filter((assignment) => assignmentRuns(context, assignment));
  const people = new Set<string>();
  const asks: StaffingAsk[] = [];
  let without = 0;
  for (const { id } of units as readonly NetworkUnit[]) {
    const mine = running.filter(({ unit }) => unit === null || unit === id).map(({ personId }) => personId);
    const sure = mine.find((person) => employed(context, person) === YES);
    const open = mine.find((person) => employed(context, person) === UNKNOWN);
    if (sure !== undefined) people.add(sure);
    else if (open !== undefined)
      asks.push(askRecord('people', open, '劳动合同何时起止？', 'When does the contract begin and end?'));
    else if (roster.isKept('posts', day)) without++;
    else asks.push(askList('posts'));
  }
  if (without > 0)
    return short(
      without,
      `${without}个网络单元没有在职联系人`,
      `network units without a contact who works here: ${without}`,
      [...people],
    );
  if (asks.length > 0)
    return unknown(asks, '部分网络单元的联系人未知', 'the contact of some network units is not known', [...people]);
  return met(
    `${units.length}个网络单元都有在职联系人`,
    `every network unit has a contact who works here (${units.length})`,
    [...people],
  );
}

/** No complaint is older than the limit without an answer. */
export function checkComplaintReplies({ within }: RequirementOf<'complaint-replies'>, context: StaffingContext): Found {
  const { roster, day, calendar } = context;
  const { value: days, source: number } = context.parameter(within);
  let late = 0;
  for (const { id, receivedOn, answeredOn } of roster.roster.complaints) {
    if (!day.reached(receivedOn, 'record', id)) continue;
    if (answeredOn !== null && day.reached(answeredOn, 'record', id)) continue;
    if (day.passed(naturalDaysAfter(calendar, receivedOn as CivilDate, days).dueOn, 'deadline-passed', id)) late++;
  }
  const found = (): Found => {
    if (late > 0)
      return short(
        late,
        `${late}件投诉逾${days}日没有答复记录`,
        `complaints without an answer on record after ${days} days: ${late}`,
      );
    return roster.isKept('complaints', day)
      ? met('没有逾期未答复的投诉', 'no complaint is unanswered beyond the limit')
      : unknown([askList('complaints')], '投诉登记未确认完整', 'the list of complaints is not said to be complete');
  };
  return { ...found(), number };
}

/** So many people whose social insurance the company has paid for so many months. */
export function checkInsuredStaff(requirement: RequirementOf<'insured-staff'>, context: StaffingContext): Found {
  const { roster, day } = context;
  const { low: needed, source } = neededOf(requirement.need, context);
  if (needed === 0) return notAsked('参数为0，不要求', 'the parameter is 0, so none is asked for');
  const months = context.parameter(requirement.months).value;
  const sure = new Set<string>();
  const maybe = new Set<string>();
  for (const employment of roster.roster.employments) {
    const { id, personId, insurance } = employment;
    if (insurance === 'none' || sure.has(personId) || !contractRuns(context, employment)) continue;
    if (insurance === null) maybe.add(personId);
    else if (
      insuranceRuns(context, employment) &&
      day.reached(addMonths(insurance.from as CivilDate, months), 'insurance-start', id, personId)
    ) {
      sure.add(personId);
      maybe.delete(personId);
    }
  }
  const kept = roster.isKept('people', day);
  const number = source === null ? {} : { number: source };
  const high = sure.size + maybe.size;
  if (sure.size >= needed)
    return {
      ...met(`需要${needed}人，有${sure.size}人`, `${needed} needed, ${sure.size} there`, [...sure]),
      ...number,
    };
  if (kept && high < needed) {
    const missing = needed - high;
    return {
      ...short(
        missing,
        `需要${needed}人，只有${high}人，差${missing}人`,
        `${needed} needed, ${high} there, short by ${missing}`,
        [...sure],
      ),
      ...number,
    };
  }
  const asks = [...maybe].map((id) =>
    askRecord('people', id, '社会保险由本公司缴纳吗？', 'Does the company pay the social insurance?'),
  );
  return {
    ...unknown(
      kept ? asks : [...asks, askList('people')],
      `需要${needed}人，已确认${sure.size}人，待核实${maybe.size}人`,
      `${needed} needed, ${sure.size} certain, ${maybe.size} not known`,
      [...sure],
    ),
    ...number,
  };
}

/** The audit of last year is on record, or that of this year is. */
export function checkYearlyAudit({ audit, firstYear }: RequirementOf<'yearly-audit'>, context: StaffingContext): Found {
  const { roster, day } = context;
  const year = yearOf(day.on);
  const done = roster.roster.audits.filter(({ id, kind, on }) => kind === audit && day.reached(on, 'record', id));
  const madeIn = (wanted: number) => done.some(({ on }) => Number(on.slice(0, 4)) === wanted);
  // The year ends without roll; from the next day on, this year is the last one.
  day.passed(endOfYear(startOfYear(day.on)), 'deadline-passed');
  if (madeIn(year)) return met(`${year}年已审计`, `audited in ${year}`);
  if (year - 1 < firstYear || madeIn(year - 1)) {
    return met(
      `${year}年的审计尚在期限内，至${year}-12-31`,
      `the audit of ${year} is still in time, until ${year}-12-31`,
    );
  }
  return roster.isKept('audits', day)
    ? short(1, `没有${year - 1}年的审计记录`, `no audit of ${year - 1} is on record`)
    : unknown([askList('audits')], `没有登记${year - 1}年的审计`, `no audit of ${year - 1} is recorded`);
}
