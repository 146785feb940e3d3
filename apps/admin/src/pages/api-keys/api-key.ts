import type { RouterOutputs } from '../../trpc.ts';

export type ApiKey = RouterOutputs['apiKeys']['list']['items'][number];
