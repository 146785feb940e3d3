import { NO, YES } from '../../applicability/truth.ts';
import { type CivilDate, naturalDaysAfter } from '../../calendar/index.ts';
import { askList, askRecord, type Found, met, notAsked, short, type StaffingContext, unknown } from '../context.ts';
import { employed } from '../people.ts';
import type { RequirementOf } from '../requirement.ts';
import type { LocalBody } from '../roster-records.ts';

/** Days within which the platform is updated after a change (provision 12). */
const UPDATE_DAYS = 30;

/** A province has its local body, with address and contact, and the platform was updated after the last change. */
export function checkLocalBody({ has }: RequirementOf<'local-body'>, context: StaffingContext): Found {
  const { roster, day, province } = context;
  const bodies = roster.roster.localBodies.filter(
    (body) =>
      body.province === province &&
      day.reached(body.from, 'body-start', body.id) &&
      (body.to === null || !day.passed(body.to, 'body-end', body.id)),
  );
  const kept = roster.isKept('local-bodies', day);
  if (bodies.length > 0) {
    if (has === 'existence') return met('已登记当地负责机构', 'a local body is recorded');
    return has === 'contact' ? contactOf(bodies, context, kept) : updateOf(bodies, context, kept);
  }
  if (has !== 'existence') return notAsked('没有登记当地负责机构', 'no local body is recorded');
  return kept
    ? short(1, '没有当地负责机构', 'there is no local body')
    : unknown([askList('local-bodies')], '没有登记当地负责机构', 'no local body is recorded');
}

function contactOf(bodies: readonly LocalBody[], context: StaffingContext, kept: boolean): Found {
  const reached = bodies.find(
    ({ addressSet, contactId }) => addressSet === true && contactId !== null && employed(context, contactId) === YES,
  );
  if (reached?.contactId != null) return met('有地址和联系人', 'it has an address and a contact', [reached.contactId]);
  const open = bodies.some(
    ({ addressSet, contactId }) =>
      addressSet !== false && (contactId === null ? !kept : employed(context, contactId) !== NO),
  );
  return open
    ? unknown(
        [askRecord('local-bodies', null, '地址和在职联系人是什么？', 'What are the address and the contact?')],
        '地址或联系人未知',
        'address or contact is not known',
      )
    : short(1, '缺地址或在职联系人', 'address or contact is missing');
}

function updateOf(bodies: readonly LocalBody[], { calendar, day }: StaffingContext, kept: boolean): Found {
  let late = 0;
  let until: string | null = null;
  let open = false;
  for (const { id, changedOn, updatedOn } of bodies) {
    if (changedOn === null) {
      if (!kept) open = true;
      continue;
    }
    if (!day.reached(changedOn, 'local-body-changed', id)) continue;
    if (updatedOn !== null && updatedOn >= changedOn && day.reached(updatedOn, 'filing', id)) continue;
    const { dueOn } = naturalDaysAfter(calendar, changedOn as CivilDate, UPDATE_DAYS);
    if (day.passed(dueOn, 'deadline-passed', id)) late++;
    else until = dueOn;
  }
  if (late > 0) return short(late, '变化后逾30日没有更新记录', 'no update is on record 30 days after the change');
  if (open) {
    return unknown(
      [
        askRecord(
          'local-bodies',
          null,
          '信息最近何时变化、何时更新？',
          'When did its data last change, and when was it updated?',
        ),
      ],
      '最近变化日未知',
      'the day of the last change is not known',
    );
  }
  return until === null
    ? met('变化后已更新', 'updated after the last change')
    : met(`尚在期限内，至${until}`, `still in time, until ${until}`);
}
