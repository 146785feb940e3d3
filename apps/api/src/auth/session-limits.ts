const HOUR_MS = 3_600_000;

/** Without a request for this long a session ends. */
export const IDLE_MS = 12 * HOUR_MS;

/** A session never lives longer than this, however busy. */
export const MAX_AGE_MS = 7 * 24 * HOUR_MS;

/** Dangerous acts need a proof of who sits there that is no older. */
export const PROOF_MS = 10 * 60_000;
