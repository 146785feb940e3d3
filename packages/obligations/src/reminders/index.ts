/** When people are told of an item: thresholds passed and not yet told, from data. Pure. */
export { DEFAULT_REMINDER_POLICIES, defaultReminderPolicy } from './default-policies.ts';
export {
  type DueReminder,
  dueReminders,
  type ReminderAudience,
  type ReminderRecipient,
  type ToldRank,
} from './due-reminders.ts';
export {
  type DefaultReminderPolicy,
  LeadDays,
  ReminderKind,
  reminderKindOf,
  ReminderOverride,
  type ReminderPolicy,
  withOverrides,
} from './policy.ts';
export { nextStageAt, type ReminderItem, type ReminderNow, type Stage } from './stages.ts';
