import type { RouterOutputs } from '../../../trpc.ts';

/** Everything about one request, as the server sends it. */
export type RequestDetail = RouterOutputs['requests']['get'];
export type RequestThing = RequestDetail['things'][number];
export type GivenAnswer = RequestThing['answers'][number];
