import { POSTS, type Post } from '@zhengqi/obligations';
import { given, optionalText } from '../../search-params.ts';

export const PEOPLE_STATUSES = ['employed', 'left', 'all'] as const;

/** The filters of the list of people, as its address carries them. */
export type PeopleSearch = {
  q?: string | undefined;
  status?: (typeof PEOPLE_STATUSES)[number] | undefined;
  post?: Post | undefined;
};

export function peopleSearch(raw: Record<string, unknown>): PeopleSearch {
  return given({
    q: optionalText(raw.q),
    status: PEOPLE_STATUSES.find((status) => status === raw.status),
    post: typeof raw.post === 'string' && Object.hasOwn(POSTS, raw.post) ? (raw.post as Post) : undefined,
  });
}
