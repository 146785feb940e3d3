/** How long a key can be good for; the server takes at most a year. */
export const EXPIRY_DAYS: readonly number[] = [30, 90, 180, 365];
