import type { RouterOutputs } from '../../trpc.ts';

export type Organisation = RouterOutputs['operator']['organisations']['items'][number];
