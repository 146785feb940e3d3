import type { ReminderPolicy } from './policy.ts';
import { type ReminderItem, type ReminderNow, type Stage, stageReached } from './stages.ts';

/** Somebody, or a group robot, that is told of an item. */
export interface ReminderRecipient {
  readonly id: string;
  /** Lead times of this one's own, in the place of those of the item; null takes the item's. */
  readonly leadDays: readonly number[] | null;
}

/** Who is told of an item. */
export interface ReminderAudience {
  /** Those who must act. */
  readonly first: readonly ReminderRecipient[];
  /** The next in line, told as well when the first have not acted in time. */
  readonly next: readonly ReminderRecipient[];
}

/** What has been told already: the greatest rank of a stage counting to this date, to this recipient. */
export type ToldRank = (itemId: string, countsTo: string, recipientId: string) => number | undefined;

/** A stage that has been reached and that this recipient has not been told of. */
export interface DueReminder {
  readonly itemId: string;
  readonly recipientId: string;
  readonly stage: Stage;
  /** Told because others have not acted. */
  readonly isEscalation: boolean;
}

/**
 * What is due and not yet told. Computed from the items and the ledger alone: running it twice gives nothing the second
 * time, running it after days without a run gives each item's latest stage once, and nothing that was told is told again.
 */
export function dueReminders(input: {
  readonly items: readonly ReminderItem[];
  readonly policyOf: (item: ReminderItem) => ReminderPolicy;
  readonly audienceOf: (item: ReminderItem) => ReminderAudience;
  readonly told: ToldRank;
  readonly now: ReminderNow;
}): DueReminder[] {
  const { items, policyOf, audienceOf, told, now } = input;
  return items.flatMap((item) => {
    if (!item.isOpen) return [];
    const policy = policyOf(item);
    const { first, next } = audienceOf(item);
    const firstIds = new Set(first.map(({ id }) => id));
    const due: DueReminder[] = [];
    const tell = (recipient: ReminderRecipient, isEscalation: boolean) => {
      // Whoever steps in for others does so by the item's own times.
      const leadDays = isEscalation ? policy.leadDays : (recipient.leadDays ?? policy.leadDays);
      const stage = stageReached(item, { ...policy, leadDays }, now);
      if (stage === null || (isEscalation && !stage.escalates)) return;
      const before = told(item.id, stage.countsTo, recipient.id);
      if (before === undefined || before < stage.rank)
        due.push({ itemId: item.id, recipientId: recipient.id, stage, isEscalation });
    };
    for (const recipient of first) tell(recipient, false);
    for (const recipient of next) if (!firstIds.has(recipient.id)) tell(recipient, true);
    return due;
  });
}
