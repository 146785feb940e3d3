import { addHours } from '@zhengqi/obligations';

/** So long may somebody still mend their own words; later, others may have acted on them. */
const EDIT_HOURS = 24;

/** Until when a comment may be edited, in UTC. */
export function editableUntil(createdAt: string): string {
  return new Date(addHours(createdAt, EDIT_HOURS)).toISOString();
}
