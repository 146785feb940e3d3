import { civilDateOf } from '@zhengqi/obligations';
import { createHash } from 'node:crypto';
import { publicId } from '../../db/ids.ts';
import { unsubscribeToken } from '../../features/notifications/unsubscribe-token.ts';
import { writeDigest } from '../../features/notifications/write-digest.ts';
import type { RobotAddress } from '../../robots/model.ts';
import { sendRobot } from '../../robots/send-robot.ts';
import { VENDORS } from '../../robots/vendors.ts';
import type { WorkerServices } from '../worker-services.ts';
import type { ClaimedNotices } from './claim-notices.ts';
import type { Turn } from './turn.ts';

/** How long to wait after each failure of a mail or a robot. After the last one the message is given up. */
export const WAIT_SECONDS = [60, 300, 1_800, 7_200, 21_600, 43_200];
/** Of an item's earlier mails a mail program needs one to find the thread. */
const MAX_REFERENCES = 10;

/** What the vendor or the mail server made of a message. */
export type Carried =
  | { result: 'sent'; text: string }
  | { result: 'permanent' | 'transient'; code: string; text: string; waitSeconds: number };

/** Sends what was claimed as one message. No transaction is open meanwhile. */
export async function carryMessage(
  services: WorkerServices,
  turn: Turn,
  groups: readonly ClaimedNotices[],
): Promise<Carried> {
  const { outgoing, clock, sealingKey } = services;
  const { publicUrl, carrier, robots } = outgoing;
  const language = groups[0]?.language ?? 'zh';
  const token = turn.channel === 'email' && sealingKey !== null ? unsubscribeToken(sealingKey, turn.recipientId) : null;
  const digest = writeDigest(
    groups.map(({ tenantId, name, notices }) => ({
      organisation: { id: publicId('organisation', tenantId), name },
      notices,
    })),
    {
      language,
      today: civilDateOf(clock().toISOString()),
      publicUrl,
      unsubscribe: token === null ? null : new URL(`/unsubscribe#${token}`, publicUrl).href,
    },
  );
  const robot = groups[0]?.robot ?? null;
  if (robot !== null) return sendRobot(robots, robot, digest, clock());
  if (carrier === null || turn.address === null) throw new Error('a mail without a way or an address');
  const subjects = [...new Set(groups.flatMap(({ notices }) => notices.map(({ subjectId }) => subjectId)))];
  try {
    await carrier.carry(turn.messageId, {
      to: turn.address,
      subject: digest.title,
      text: digest.text,
      html: digest.html,
      references: subjects.slice(0, MAX_REFERENCES).map((id) => `item-${id}`),
      ...(token === null ? {} : { unsubscribe: new URL(`/api/unsubscribe?token=${token}`, publicUrl).href }),
    });
    return { result: 'sent', text: '' };
  } catch (error) {
    return mailFailure(error, turn.attempts);
  }
}

/** Null when the robot may speak now; otherwise when to ask again. */
export async function robotWaitsUntil({ pool, clock }: WorkerServices, robot: RobotAddress): Promise<Date | null> {
  const { perMinute, perSecond } = VENDORS[robot.kind].limits;
  const values = [robotHash(robot.url), perMinute, perSecond, clock()];
  const { rows } = await pool.query<{ until: string | null }>(
    'select authz.take_robot_turn($1, $2, $3, $4) as until',
    values,
  );
  const until = rows[0]?.until ?? null;
  return until === null ? null : new Date(until);
}

/** Nobody speaks through the robot until then, whichever organisation it is of. */
export async function closeRobot({ pool }: WorkerServices, robot: RobotAddress, until: Date): Promise<void> {
  await pool.query('select authz.close_robot($1, $2)', [robotHash(robot.url), until]);
}

function robotHash(url: string): Buffer {
  return createHash('sha256').update(url).digest();
}

/** An error of the mail library repeats addresses: only code and number of the answer are kept. */
function mailFailure(error: unknown, attempts: number): Carried {
  const { code = 'unknown', responseCode } = (error ?? {}) as { code?: string; responseCode?: number };
  const waitSeconds = WAIT_SECONDS[attempts - 1] ?? 0;
  // The server refused for good; 5xx to a greeting or a sign-in may be mended, and is told by other codes.
  const isRefused = responseCode !== undefined && responseCode >= 500 && (code === 'EENVELOPE' || code === 'EMESSAGE');
  return {
    result: isRefused ? 'permanent' : 'transient',
    code: String(code),
    text: responseCode === undefined ? '' : String(responseCode),
    waitSeconds,
  };
}
