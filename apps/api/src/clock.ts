import { type CivilDate, civilDateOf } from '@zhengqi/obligations';

/** Where the time comes from. Only the entry points of the processes make one that reads the real clock. */
export type Clock = () => Date;

/** The day it is in China now. The one place where a moment becomes a legal day. */
export function today(clock: Clock): CivilDate {
  return civilDateOf(clock().toISOString());
}

/** The moment, as stored and as sent: RFC 3339 in UTC. */
export function nowInstant(clock: Clock): string {
  return clock().toISOString();
}
