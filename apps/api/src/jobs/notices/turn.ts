import type { WorkerServices } from '../worker-services.ts';

/** A message to one recipient that is under way. */
export interface Turn {
  channel: 'email' | 'robot';
  recipientId: string;
  /** The same over all attempts. */
  messageId: string;
  /** It may have left already: what it holds is settled. */
  isSealed: boolean;
  attempts: number;
  /** Organisations that have something for it. */
  tenants: readonly string[];
  /** Proven mail address; null for robots, and for people who have none. */
  address: string | null;
}

/** Longer than a message may take; one whose sender died is tried again then. */
const LEASE_SECONDS = 300;

/** Takes recipients whose time has come; no other worker gets them meanwhile. */
export async function claimTurns(
  { pool, clock }: WorkerServices,
  channel: Turn['channel'],
  limit: number,
): Promise<Turn[]> {
  const { rows } = await pool.query<{
    channel: Turn['channel'];
    recipient_id: string;
    message_id: string;
    is_sealed: boolean;
    attempts: number;
    tenants: string[];
    address: string | null;
  }>('select * from authz.claim_notice_turns($1, $2, $3, $4)', [channel, clock(), LEASE_SECONDS, limit]);
  return rows.map((row) => ({
    channel: row.channel,
    recipientId: row.recipient_id,
    messageId: row.message_id,
    isSealed: row.is_sealed,
    attempts: row.attempts,
    tenants: row.tenants,
    address: row.address,
  }));
}

/** Settles what the message holds, before it leaves. False when another worker has taken it over. */
export async function sealTurn({ pool }: WorkerServices, turn: Turn): Promise<boolean> {
  const values = [turn.channel, turn.recipientId, turn.messageId, turn.attempts];
  const { rows } = await pool.query<{ ok: boolean }>('select authz.seal_notice_turn($1, $2, $3, $4) as ok', values);
  return rows[0]?.ok ?? false;
}

/** The message is over. */
export async function endTurn({ pool }: WorkerServices, turn: Turn): Promise<void> {
  await pool.query('select authz.end_notice_turn($1, $2, $3)', [turn.channel, turn.recipientId, turn.messageId]);
}

/** To be gone on with later. What was not tried takes on what comes meanwhile. */
export async function postponeTurn(
  { pool }: WorkerServices,
  turn: Turn,
  until: Date,
  options: { wasTried: boolean },
): Promise<void> {
  const values = [turn.channel, turn.recipientId, turn.messageId, until, options.wasTried];
  await pool.query('select authz.postpone_notice_turn($1, $2, $3, $4, $5)', values);
}
