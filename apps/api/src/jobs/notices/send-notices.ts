import type { WorkerServices } from '../worker-services.ts';
import { type Carried, carryMessage, closeRobot, robotWaitsUntil, WAIT_SECONDS } from './carry-message.ts';
import { claimNotices, type ClaimedNotices } from './claim-notices.ts';
import { type MessageOutcome, settleNotices } from './settle-notices.ts';
import { claimTurns, endTurn, postponeTurn, sealTurn, type Turn } from './turn.ts';

/** So many messages travel at the same time by each way. */
const AT_A_TIME = 4;
/** Without a mail server it is looked again after this. */
const NO_CARRIER_SECONDS = 600;
/** Failures of the way itself and not of one message. */
const UNREACHABLE = new Set(['ETIMEDOUT', 'ESOCKET', 'ECONNECTION', 'EDNS', 'ECONNREFUSED', 'network', 'timeout']);

/**
 * Sends everything that is due to people's mail boxes and to group robots: one message to each recipient, whatever
 * number of organisations has something for it. First everything is claimed, then it is sent, then noted: a worker that
 * dies in between sends again, under the same id.
 */
export async function sendNotices(services: WorkerServices): Promise<void> {
  // A mail server that hangs holds no robot up.
  await Promise.all([sendBy(services, 'email'), sendBy(services, 'robot')]);
}

async function sendBy(services: WorkerServices, channel: Turn['channel']): Promise<void> {
  for (;;) {
    const turns = await claimTurns(services, channel, AT_A_TIME);
    const reached = await Promise.all(turns.map((turn) => sendTurn(services, turn).catch(failed(services, turn))));
    // When nothing can be reached the rest need not find out one after the other: the next run does.
    if (turns.length < AT_A_TIME || reached.every((one) => !one)) return;
  }
}

/** Its lease ends by itself; the others must not wait for it. */
function failed(services: WorkerServices, { messageId, channel }: Turn) {
  return (error: unknown): boolean => {
    services.logger.warn({ message: messageId, channel, err: error }, 'message not sent');
    return false;
  };
}

/** False when its way out could not be reached. */
async function sendTurn(services: WorkerServices, turn: Turn): Promise<boolean> {
  if (turn.channel === 'email' && services.outgoing.carrier === null) {
    await postponeTurn(services, turn, later(services, NO_CARRIER_SECONDS), { wasTried: false });
    return true;
  }
  const groups: ClaimedNotices[] = [];
  for (const tenantId of turn.tenants) {
    const claimed = await claimNotices(services, turn, tenantId);
    if (claimed) groups.push(claimed);
  }
  if (groups.length === 0) {
    await endTurn(services, turn);
    return true;
  }
  const robot = groups[0]?.robot ?? null;
  if (turn.channel === 'email' && turn.address === null) {
    await settle(services, turn, groups, { result: 'failed', code: 'no-address', text: '', isPermanent: true });
    return true;
  }
  const until = robot === null ? null : await robotWaitsUntil(services, robot);
  if (until !== null) {
    await postponeTurn(services, turn, until, { wasTried: false });
    return true;
  }
  if (!(await sealTurn(services, turn))) return true;
  const carried = await carryMessage(services, turn, groups);
  await noteOutcome(services, turn, groups, carried);
  return carried.result === 'sent' || !UNREACHABLE.has(carried.code);
}

async function noteOutcome(
  services: WorkerServices,
  turn: Turn,
  groups: readonly ClaimedNotices[],
  carried: Carried,
): Promise<void> {
  const log = { message: turn.messageId, channel: turn.channel, notices: groups.flatMap((g) => g.notices).length };
  if (carried.result === 'sent') {
    services.logger.info(log, 'notices sent');
    return settle(services, turn, groups, { result: 'sent', text: carried.text });
  }
  const { code, text, waitSeconds } = carried;
  services.logger.warn({ ...log, code, attempts: turn.attempts }, 'notices not sent');
  const planned = WAIT_SECONDS[turn.attempts - 1];
  const isPermanent = carried.result === 'permanent';
  if (isPermanent || planned === undefined)
    return settle(services, turn, groups, { result: 'failed', code, text, isPermanent });
  const robot = groups[0]?.robot ?? null;
  if (robot !== null) await closeRobot(services, robot, later(services, waitSeconds));
  for (const { tenantId } of groups) await settleNotices(services, turn, tenantId, { result: 'waits', code, text });
  return postponeTurn(services, turn, later(services, Math.max(planned, waitSeconds)), { wasTried: true });
}

async function settle(
  services: WorkerServices,
  turn: Turn,
  groups: readonly ClaimedNotices[],
  outcome: MessageOutcome,
): Promise<void> {
  for (const { tenantId } of groups) await settleNotices(services, turn, tenantId, outcome);
  await endTurn(services, turn);
}

function later({ clock }: WorkerServices, seconds: number): Date {
  return new Date(clock().getTime() + seconds * 1000);
}
