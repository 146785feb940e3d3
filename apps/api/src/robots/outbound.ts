import { PUBLIC_INTERNET } from '../outbound/check-target.ts';
import { openOutbound, type Outbound } from '../outbound/post-json.ts';
import { ROBOT_HOSTS } from './vendors.ts';

/** The way out to the vendors' robots, and to nowhere else. */
export function openRobotsOutbound(): Outbound {
  return openOutbound({ ...PUBLIC_INTERNET, hosts: ROBOT_HOSTS });
}
