import { DINGTALK } from './dingtalk.ts';
import { FEISHU } from './feishu.ts';
import type { RobotKind, RobotVendor } from './model.ts';
import { WECOM } from './wecom.ts';

/** How each vendor does it. */
export const VENDORS: Readonly<Record<RobotKind, RobotVendor>> = { wecom: WECOM, dingtalk: DINGTALK, feishu: FEISHU };

/** Hosts that robots live on; the product speaks to no other. */
export const ROBOT_HOSTS: readonly string[] = Object.values(VENDORS).flatMap(({ host }) => host);
