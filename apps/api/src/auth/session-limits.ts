const HOUR_MS = 3_600_000;

/** How long a session lives. */
export interface SessionLimits {
  /** Without a request for this long it ends. */
  idleMs: number;
  /** However busy, it never lives longer than this. */
  maxAgeMs: number;
}

export const LIMITS: SessionLimits = { idleMs: 12 * HOUR_MS, maxAgeMs: 7 * 24 * HOUR_MS };

/** Of the staff of the platform, who reach more than anybody else. */
export const STAFF_LIMITS: SessionLimits = { idleMs: HOUR_MS / 2, maxAgeMs: 12 * HOUR_MS };

/** Dangerous acts need a proof of who sits there that is no older. */
export const PROOF_MS = 10 * 60_000;
