import type { RouterOutputs } from '../../trpc.ts';

/** What the link of a request shows. */
export type LinkPage = RouterOutputs['requestLink']['show'];
export type Thing = LinkPage['things'][number];
