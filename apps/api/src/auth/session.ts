import { Lucia, TimeSpan } from 'lucia';
import type { Clock } from '../clock.ts';
import type { Pool } from '../db/pool.ts';
import { IDLE_MS } from './session-limits.ts';
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

/**
 * Life of sessions. The one file that knows lucia, which is frozen upstream: it decides when a session is prolonged and
 * writes cookies. Time limits, the clock and what is stored are the store's.
 */
export class Sessions {
  private readonly lucia;
  private readonly newSecret: NewSecret;

  constructor(options: { pool: Pool; clock: Clock; newSecret: NewSecret }) {
    this.newSecret = options.newSecret;
    this.lucia = new Lucia(new SessionStore(options.pool, options.clock), {
      sessionExpiresIn: new TimeSpan(IDLE_MS, 'ms'),
      sessionCookie: {
        // The prefix makes browsers refuse the cookie from anywhere but this host, over anything but a safe connection.
        name: '__Host-zq_session',
        attributes: { secure: true, sameSite: 'lax', path: '/' },
      },
      getUserAttributes: ({ email, name }) => ({ email, name }),
    });
  }

  /** Begins a session under a new token. The token leaves in the cookie and is kept nowhere. */
  async start(userId: string): Promise<{ cookie: string; credentialHash: string }> {
    const token = this.newSecret();
    const credentialHash = tokenHash(token);
    await this.lucia.createSession(userId, {}, { sessionId: credentialHash });
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
