import type { RouterOutputs } from '../../trpc.ts';

export type Engagement = RouterOutputs['engagements']['list']['items'][number];
