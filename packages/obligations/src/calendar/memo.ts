import type { DayNumber } from './day-number.ts';

/**
 * A bounded memory of results by (key, day), both whole numbers of at most 32 bits. Each pair has one slot; a pair
 * that falls on a taken slot replaces what was there. So the memory never grows and needs no clean-up, and a hit costs
 * a few integer operations, which is why it is not a `Map`.
 */
export class Memo<T> {
  private readonly mask: number;
  private readonly keys: Int32Array;
  private readonly days: Int32Array;
  private readonly values: (T | undefined)[];

  /** @param slots number of slots, a power of two */
  constructor(slots: number) {
    this.mask = slots - 1;
    this.keys = new Int32Array(slots);
    this.days = new Int32Array(slots);
    this.values = Array.from({ length: slots }, () => undefined);
  }

  /** The remembered result, if it is still there. */
  get(key: number, day: DayNumber): T | undefined {
    const slot = this.slotOf(key, day);
    return this.keys[slot] === key && this.days[slot] === day ? this.values[slot] : undefined;
  }

  /** Remembers a result and returns it. */
  set(key: number, day: DayNumber, value: T): T {
    const slot = this.slotOf(key, day);
    this.keys[slot] = key;
    this.days[slot] = day;
    this.values[slot] = value;
    return value;
  }

  private slotOf(key: number, day: DayNumber): number {
    const mixed = Math.imul(day, 0x9e3779b1) ^ Math.imul(key, 0x85ebca6b);
    return (mixed ^ (mixed >>> 15)) & this.mask;
  }
}
