import type { Clock } from '../clock.ts';
import type { Pool } from '../db/pool.ts';
import { IDLE_MS, MAX_AGE_MS } from './session-limits.ts';

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
}

/**
 * Lucia's view of the credential table, by functions of the database only. An id is the sha256 of a token, in hex.
 * Both time limits are decided here, by the given clock; lucia knows only one limit and only the system's clock, so the
 * moments it sees are moved by the difference of the two.
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
    const session = { id, userId: row.user_id, expiresAt: this.inSystemTime(row.expires_at), attributes: {} };
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
      expiresAt: this.inSystemTime(row.expires_at),
      attributes: {},
    }));
  }

  async setSession(session: StoredSession): Promise<void> {
    const now = this.clock().getTime();
    await this.pool.query('select authz.start_session($1, $2, $3, $4, $5)', [
      bytesOf(session.id),
      session.userId,
      new Date(now),
      new Date(now + IDLE_MS),
      new Date(now + MAX_AGE_MS),
    ]);
  }

  async updateSessionExpiration(id: string): Promise<void> {
    await this.pool.query('select authz.extend_session($1, $2)', [
      bytesOf(id),
      new Date(this.clock().getTime() + IDLE_MS),
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

  private inSystemTime(moment: Date): Date {
    return new Date(Date.now() + moment.getTime() - this.clock().getTime());
  }
}

function bytesOf(id: string): Buffer {
  return Buffer.from(id, 'hex');
}
