import type { ReminderAudience, ReminderRecipient } from '@zhengqi/obligations';
import { managersOf, type NoticePerson } from './notice-people.ts';
import type { NoticeRobot } from './write-notices.ts';

/** Who is in charge of an item, and whether anything was done about it. */
export interface ItemInCharge {
  assigneeId: string | null;
  /** Nobody has begun, or it is overdue whatever was begun. */
  isNeglected: boolean;
}

/**
 * Who is told of an item: the one it was given to, else those who answer for the company and the consultants named for
 * it. When an item that was given to somebody is neglected, those who answer for the company hear of it too.
 */
export function reminderAudience(
  { assigneeId, isNeglected }: ItemInCharge,
  people: readonly NoticePerson[],
  robots: readonly NoticeRobot[],
): ReminderAudience {
  const managers = managersOf(people);
  const assignee = people.find(({ userId }) => userId === assigneeId);
  const groups = robots.map(({ id }) => ({ id, leadDays: null }));
  if (assignee === undefined) {
    const all = new Set([...managers, ...people.filter(({ isMember }) => !isMember)]);
    return { first: [...[...all].map(recipient), ...groups], next: [] };
  }
  return { first: [recipient(assignee), ...groups], next: isNeglected ? managers.map(recipient) : [] };
}

function recipient({ userId, preferences }: NoticePerson): ReminderRecipient {
  return { id: userId, leadDays: preferences.leadDays };
}
