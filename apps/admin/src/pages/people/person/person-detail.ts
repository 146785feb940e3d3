import type { RouterOutputs } from '../../../trpc.ts';

export type PersonDetail = RouterOutputs['people']['get'];
