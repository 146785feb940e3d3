import type { Outbound } from '../../apps/api/src/outbound/post-json.ts';
import { ROBOT_HOSTS } from '../../apps/api/src/robots/vendors.ts';

/** Takes the place of the way out to the vendors: leads to the robot server of the crash run. */
export function openRobotsOutbound(): Outbound {
  return {
    rules: {
      scheme: 'http:',
      ports: [Number(process.env.CRASH_ROBOTS_PORT)],
      hosts: ROBOT_HOSTS,
      isAllowedAddress: (address) => address === '127.0.0.1',
    },
    resolve: async () => [{ address: '127.0.0.1', family: 4 }],
    timeoutMs: 5_000,
    maxAnswerBytes: 64 * 1024,
  };
}
