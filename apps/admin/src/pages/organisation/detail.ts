import type { RouterOutputs } from '../../trpc.ts';

export type OrganisationDetail = RouterOutputs['organisations']['get'];
