import { z } from 'zod';
import type { DueRule } from '../rulebook/schema.ts';
import type { Bilingual } from '../text/bilingual.ts';

/** How an item comes by its date; people want to hear of a renewal earlier than of a report that is due in ten days. */
export const ReminderKind = z.enum([
  'licence-date',
  'yearly-window',
  'years',
  'event-days',
  'event-hours',
  'at-once',
  'other',
]);
export type ReminderKind = z.infer<typeof ReminderKind>;

/** Days before the date, greatest first. */
export const LeadDays = z
  .array(z.int().min(0).max(730))
  .max(12)
  .refine((days) => new Set(days).size === days.length, { params: { format: 'distinct' } })
  .transform((days) => days.toSorted((a, b) => b - a));

/** When people are told of an item. */
export interface ReminderPolicy {
  /** Thresholds in days before the day to act; 0 is that day. */
  readonly leadDays: readonly number[];
  /** Thresholds in hours before a moment; only for items that are due at one. */
  readonly leadHours: readonly number[];
  /** Told as soon as it exists, whatever its date. */
  readonly tellsNew: boolean;
  /** Told when the window opens. */
  readonly tellsOpening: boolean;
  /** How often it is told again while it is overdue (or, without a date, while it is open); null is never again. */
  readonly overdueEveryDays: number | null;
  /** From so many days before the day on, the next in line hears of it too; null never does so. */
  readonly escalateAtDays: number | null;
}

/** A policy that the product brings, and why it is so. Our own rule (mark O), not law. */
export interface DefaultReminderPolicy {
  readonly kind: ReminderKind;
  readonly label: Bilingual;
  readonly policy: ReminderPolicy;
  readonly reason: Bilingual;
}

/** What a company says about all of its items or about one duty; what is missing or null stays as the product has it. */
export const ReminderOverride = z.strictObject({
  leadDays: LeadDays.nullish(),
  overdueEveryDays: z.int().min(1).max(90).nullish(),
  /** Days before the day to act; negative is after it. */
  escalateAtDays: z.int().min(-90).max(365).nullish(),
});
export type ReminderOverride = z.infer<typeof ReminderOverride>;

/** The kind of the items that a due rule makes. */
export function reminderKindOf(timing: DueRule['timing']): ReminderKind {
  switch (timing.type) {
    case 'before-licence-date':
      return 'licence-date';
    case 'yearly-window':
      return 'yearly-window';
    case 'calendar-years':
    case 'per-network-unit-cycle':
      return 'years';
    case 'after-event':
      return timing.period.unit === 'hour' ? 'event-hours' : 'event-days';
    case 'before-event':
    case 'after-network-unit-date':
      return 'event-days';
    case 'at-once':
      return 'at-once';
  }
}

/** A policy with what the company said of everything, then of the duty; the later word counts. */
export function withOverrides(
  policy: ReminderPolicy,
  overrides: readonly (ReminderOverride | undefined)[],
): ReminderPolicy {
  return overrides.reduce<ReminderPolicy>(
    (now, override) => ({
      ...now,
      leadDays: override?.leadDays ?? now.leadDays,
      overdueEveryDays: override?.overdueEveryDays ?? now.overdueEveryDays,
      escalateAtDays: override?.escalateAtDays ?? now.escalateAtDays,
    }),
    policy,
  );
}
