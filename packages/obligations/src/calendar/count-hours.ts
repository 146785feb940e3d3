import { checkCount } from './deadline-memo.ts';
import type { DerivationStep } from './derivation-step.ts';
import { addHours, type Instant, parseInstant } from './instant.ts';

/** A limit in hours: a moment, not a day. */
export interface HourDeadline {
  /** RFC 3339, +08:00. */
  readonly dueAt: Instant;
  readonly derivation: readonly DerivationStep[];
}

/**
 * A period of whole hours from the moment itself (C3, Civil Code art 201(2)). Nights, weekends and holidays count and
 * nothing is rounded or rolled; that nothing is rounded is inference, hence mark M. No calendar is consulted, so the
 * result is never provisional.
 * @param hours 0 to 100,000
 * @throws {CalendarError} `not-an-instant`, `instant-out-of-range`, `bad-count`
 */
export function hoursAfter(instant: Instant, hours: number): HourDeadline {
  checkCount(hours, 0, 'hours');
  const fromAt = parseInstant(instant);
  const dueAt = addHours(fromAt, hours);
  const step = Object.freeze({ rule: 'C3', op: 'count-hours', mark: 'M', n: hours, unit: 'hour', fromAt, toAt: dueAt });
  return Object.freeze({ dueAt, derivation: Object.freeze([step as DerivationStep]) });
}
