import type { RouterOutputs } from '../../trpc.ts';

/** What an operator can do with an organisation. */
export type OrganisationAct = 'status' | 'open' | 'hand-over';

export type Organisation = RouterOutputs['operator']['organisations']['items'][number];
