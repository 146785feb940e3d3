import { readLeadDays, writeLeadDays } from '../../../components/notices/lead-days.ts';
import type { RouterOutputs } from '../../../trpc.ts';

export type ReminderSettings = RouterOutputs['reminders']['settings'];

/** Lead times as a form holds them: text, empty where the defaults hold. */
export interface RuleDraft {
  lead: string;
  overdueEvery: number | null;
  escalateAt: number | null;
}

type Rule = NonNullable<ReminderSettings['duties'][number]['settings']>;

export function draftOf(rule: Rule | null): RuleDraft {
  return {
    lead: writeLeadDays(rule?.leadDays ?? []),
    overdueEvery: rule?.overdueEveryDays ?? null,
    escalateAt: rule?.escalateAtDays ?? null,
  };
}

/** What the form says, without what is left to the defaults; null when something in it cannot be read. */
export function ruleOf({ lead, overdueEvery, escalateAt }: RuleDraft): Rule | null {
  const leadDays = readLeadDays(lead);
  if (leadDays === null) return null;
  return {
    ...(leadDays.length === 0 ? {} : { leadDays }),
    ...(overdueEvery === null ? {} : { overdueEveryDays: overdueEvery }),
    ...(escalateAt === null ? {} : { escalateAtDays: escalateAt }),
  };
}
