import { Lucia, TimeSpan } from 'lucia';
import type { Clock } from '../clock.ts';
import type { Pool } from '../db/pool.ts';
import { LIMITS, PROOF_MS } from './session-limits.ts';
import { SessionStore, type SessionUser } from './session-store.ts';
import { type NewSecret, tokenHash } from './token.ts';

declare module 'lucia' {
  interface Register {
    Lucia: Lucia<Record<never, never>, { email: string; name: string }>;
    DatabaseUserAttributes: { email: string; name: string };
  }
}

/** A session that is alive. */
export interface LiveSession {
  user: SessionUser;
  /** What the database knows the session by. */
  credentialHash: string;
  /** Cookie to send when the session was prolonged just now. */
  renewedCookie: string | null;
}

/** A session as its person may see it; its hash never leaves the program. */
export interface SessionRow {
  credentialHash: string;
  publicId: string;
  device: string | null;
  startedAt: Date;
  expiresAt: Date;
  secondFactor: boolean;
}

/**
 * Life of sessions. The one file that knows lucia, which is frozen upstream: it decides when a session is prolonged and
 * writes cookies. Time limits, the clock and what is stored are the store's.
 */
export class Sessions {
  private readonly lucia;
  private readonly newSecret: NewSecret;
  private readonly pool: Pool;
  private readonly clock: Clock;

  constructor(options: { pool: Pool; clock: Clock; newSecret: NewSecret }) {
    this.newSecret = options.newSecret;
    this.pool = options.pool;
    this.clock = options.clock;
    this.lucia = new Lucia(new SessionStore(options.pool, options.clock), {
      sessionExpiresIn: new TimeSpan(LIMITS.idleMs, 'ms'),
      sessionCookie: {
        // The prefix makes browsers refuse the cookie from anywhere but this host, over anything but a safe connection.
        name: '__Host-zq_session',
        attributes: { secure: true, sameSite: 'lax', path: '/' },
      },
      getUserAttributes: ({ email, name }) => ({ email, name }),
    });
  }

  /**
   * Begins a session under a new token. The token leaves in the cookie and is kept nowhere. Who begins one has just
   * proved who they are, by both factors unless it is said otherwise.
   */
  async start(
    userId: string,
    about: { device: string | null; secondFactor: boolean } = { device: null, secondFactor: true },
  ): Promise<{ cookie: string; credentialHash: string }> {
    const token = this.newSecret();
    const credentialHash = tokenHash(token);
    await this.lucia.createSession(userId, {}, { sessionId: credentialHash });
    await this.pool.query('select authz.describe_session($1, $2, $3, $4)', [
      Buffer.from(credentialHash, 'hex'),
      about.device,
      about.secondFactor,
      this.clock(),
    ]);
    return { cookie: this.lucia.createSessionCookie(token).serialize(), credentialHash };
  }

  /** The session of a request's cookies, or null. Prolongs it once half of its idle time has passed. */
  async find(cookieHeader: string | null): Promise<LiveSession | null> {
    const token = cookieHeader === null ? null : this.lucia.readSessionCookie(cookieHeader);
    if (token === null || token === '' || token.length > 200) return null;
    const credentialHash = tokenHash(token);
    const { session, user } = await this.lucia.validateSession(credentialHash);
    if (session === null) return null;
    // Lucia would put the id into the cookie, which is the hash: the token goes back instead.
    const renewedCookie = session.fresh ? this.lucia.createSessionCookie(token).serialize() : null;
    return { user: { id: user.id, email: user.email, name: user.name }, credentialHash, renewedCookie };
  }

  /** Notes that the person of a session proved again who they are; until when that is good. */
  async prove(credentialHash: string): Promise<Date> {
    const now = this.clock();
    await this.pool.query('select authz.prove_session($1, $2)', [Buffer.from(credentialHash, 'hex'), now]);
    return new Date(now.getTime() + PROOF_MS);
  }

  /** Whether the person of a session proved within minutes who they are. */
  async isProven(credentialHash: string): Promise<boolean> {
    const since = new Date(this.clock().getTime() - PROOF_MS);
    const { rows } = await this.pool.query<{ proven: boolean }>('select authz.session_proven_since($1, $2) as proven', [
      Buffer.from(credentialHash, 'hex'),
      since,
    ]);
    return rows[0]?.proven === true;
  }

  /** The sessions of a person that are alive, the newest first. */
  async list(userId: string): Promise<readonly SessionRow[]> {
    const { rows } = await this.pool.query<SessionRow>(
      `select encode(id, 'hex') as "credentialHash", public_id as "publicId", device, started_at as "startedAt",
              expires_at as "expiresAt", second_factor as "secondFactor" from authz.sessions_of($1, $2)`,
      [userId, this.clock()],
    );
    return rows;
  }

  /** Ends one session; the answer is the cookie that clears the browser's. */
  async end(credentialHash: string): Promise<string> {
    await this.lucia.invalidateSession(credentialHash);
    return this.lucia.createBlankSessionCookie().serialize();
  }

  /** Ends all sessions of a person. */
  async endAll(userId: string): Promise<void> {
    await this.lucia.invalidateUserSessions(userId);
  }
}
