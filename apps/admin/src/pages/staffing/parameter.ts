import type { RouterOutputs } from '../../trpc.ts';

export type Parameter = RouterOutputs['staffing']['parameters']['items'][number];
