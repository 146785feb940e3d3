import { given, optionalList } from '../../search-params.ts';

export const REQUEST_STATES = ['open', 'answered', 'done', 'withdrawn'] as const;

/** The filters of the list of requests, as its address carries them. */
export type RequestSearch = {
  state?: (typeof REQUEST_STATES)[number][] | undefined;
  overdue?: true | undefined;
};

export function requestSearch({ state, overdue }: Record<string, unknown>): RequestSearch {
  return given({
    state: optionalList(state, REQUEST_STATES),
    overdue: overdue === 'true' || overdue === true ? (true as const) : undefined,
  });
}
