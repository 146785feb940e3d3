import { addDays, type CivilDate } from '../../calendar/index.ts';
import type { StaffingContext } from '../context.ts';
import type { Post } from '../posts.ts';

/** Posts whose change has to be reported where business is done. */
const REPORTED_POSTS: readonly Post[] = ['security-head', 'security-manager', 'security-staff'];

/** Last day on or before the day looked at on which the security body or its staff changed, or business began there. */
export function lastStaffChange(context: StaffingContext): string | null {
  const { day, roster, province } = context;
  let last: string | null = null;
  const at = (date: string | null, id: string, personId: string | null = null): void => {
    if (date === null || (last !== null && date <= last)) return;
    if (day.reached(date, 'staff-changed', id, personId)) last = date;
  };
  const after = (date: string | null, id: string, personId: string | null = null): void =>
    at(date === null || date >= '9999-12-31' ? null : addDays(date as CivilDate, 1), id, personId);
  for (const place of roster.roster.places) if (place.province === province) at(place.from, place.id);
  for (const body of roster.bodiesOf('security-body')) {
    // A paper may be older than the body; it changes nothing before there is one.
    if (!day.reached(body.from, 'staff-changed', body.id)) continue;
    at(body.from, body.id);
    after(body.to, body.id);
    at(body.appointedOn, body.id);
    at(body.headSince, body.id, body.headId);
  }
  for (const post of REPORTED_POSTS) {
    for (const { id, personId, province: place, from, to } of roster.inPost(post)) {
      if (place !== null && place !== province) continue;
      at(from, id, personId);
      after(to, id, personId);
      for (const contract of roster.employmentsOf(personId)) {
        const ended = earlier(contract.leftOn, contract.contractTo);
        // Only who leaves while in the post is a change of it.
        if (ended !== null && ended >= from && (to === null || ended < to)) after(ended, contract.id, personId);
      }
    }
  }
  return last;
}

function earlier(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return a ?? b;
  return a < b ? a : b;
}
