import type { Clock } from '../clock.ts';
import type { Pool } from '../db/pool.ts';
import { LIMITS, STAFF_LIMITS } from './session-limits.ts';

/** A person who is signed in. */
export interface SessionUser {
  id: string;
  email: string;
  name: string;
}

interface StoredSession {
  id: string;
  userId: string;
  expiresAt: Date;
  attributes: Record<never, never>;
}

interface StoredUser {
  id: string;
  attributes: { email: string; name: string };
}

interface SessionRow {
  user_id: string;
  email: string;
  name: string;
  expires_at: Date;
  absolute_expires_at: Date;
  staff: boolean;
}

/**
 * Lucia's view of the credential table, by functions of the database only. An id is the sha256 of a token, in hex.
 * All time limits are decided here, by the given clock. Lucia knows only one limit, the same for everybody, and only the
 * system's clock: what it sees of the time left is stretched to that limit and counted from that clock.
 */
export class SessionStore {
  private readonly pool: Pool;
  private readonly clock: Clock;

  constructor(pool: Pool, clock: Clock) {
    this.pool = pool;
    this.clock = clock;
  }

  async getSessionAndUser(id: string): Promise<[StoredSession | null, StoredUser | null]> {
    const { rows } = await this.pool.query<SessionRow>('select * from authz.read_session($1)', [bytesOf(id)]);
    const row = rows[0];
    if (row === undefined) return [null, null];
    const now = this.clock();
    if (row.expires_at <= now || row.absolute_expires_at <= now) {
      await this.deleteSession(id);
      return [null, null];
    }
    const idleMs = (row.staff ? STAFF_LIMITS : LIMITS).idleMs;
    const expiresAt = this.inLuciasTime(row.expires_at, idleMs);
    const session = { id, userId: row.user_id, expiresAt, attributes: {} };
    return [session, { id: row.user_id, attributes: { email: row.email, name: row.name } }];
  }

  async getUserSessions(userId: string): Promise<StoredSession[]> {
    const { rows } = await this.pool.query<{ id: Buffer; expires_at: Date; absolute_expires_at: Date }>(
      'select * from authz.list_sessions($1)',
      [userId],
    );
    return rows.map((row) => ({
      id: row.id.toString('hex'),
      userId,
      expiresAt: this.inLuciasTime(row.expires_at, LIMITS.idleMs),
      attributes: {},
    }));
  }

  async setSession(session: StoredSession): Promise<void> {
    const now = this.clock().getTime();
    const { rows } = await this.pool.query<{ staff: boolean }>('select authz.is_staff($1) as staff', [session.userId]);
    const { idleMs, maxAgeMs } = rows[0]?.staff ? STAFF_LIMITS : LIMITS;
    await this.pool.query('select authz.start_session($1, $2, $3, $4, $5)', [
      bytesOf(session.id),
      session.userId,
      new Date(now),
      new Date(now + idleMs),
      new Date(now + maxAgeMs),
    ]);
  }

  async updateSessionExpiration(id: string): Promise<void> {
    const now = this.clock().getTime();
    await this.pool.query('select authz.extend_session($1, $2, $3)', [
      bytesOf(id),
      new Date(now + LIMITS.idleMs),
      new Date(now + STAFF_LIMITS.idleMs),
    ]);
  }

  async deleteSession(id: string): Promise<void> {
    await this.pool.query('select authz.end_session($1)', [bytesOf(id)]);
  }

  async deleteUserSessions(userId: string): Promise<void> {
    await this.pool.query('select authz.end_sessions($1)', [userId]);
  }

  async deleteExpiredSessions(): Promise<void> {
    await this.pool.query('select authz.prune_credentials($1)', [this.clock()]);
  }

  private inLuciasTime(expiresAt: Date, idleMs: number): Date {
    const left = expiresAt.getTime() - this.clock().getTime();
    return new Date(Date.now() + left * (LIMITS.idleMs / idleMs));
  }
}

function bytesOf(id: string): Buffer {
  return Buffer.from(id, 'hex');
}
