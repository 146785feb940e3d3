import type { RouterOutputs } from '../../../trpc.ts';

export type Robot = RouterOutputs['channels']['list']['items'][number];
export const ROBOT_KINDS = ['wecom', 'dingtalk', 'feishu'] as const satisfies readonly Robot['kind'][];
