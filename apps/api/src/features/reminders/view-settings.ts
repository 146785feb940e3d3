import { DEFAULT_REMINDER_POLICIES } from '@zhengqi/obligations';
import type { z } from 'zod';
import { isPermitted } from '../../auth/permissions.ts';
import type { TenantContext } from '../../context.ts';
import { withTenant } from '../../db/tenant-transaction.ts';
import { parseInput } from '../../parse-input.ts';
import { NOTICE_KINDS, NoticeKind } from '../notifications/kinds.ts';
import { rhythmOf } from '../notifications/preferences.ts';
import { titleOf } from '../schedule/change-views.ts';
import { readCompanySettings, readDutySettings } from './queries.ts';
import { type KindList, ReminderSettingsInput, type ReminderSettingsView } from './schemas.ts';

/** When people of the organisation are told: what it said itself, and what the product does where it said nothing. */
export async function viewReminderSettings(
  ctx: TenantContext,
  raw: unknown,
): Promise<z.infer<typeof ReminderSettingsView>> {
  parseInput(ReminderSettingsInput, raw);
  return withTenant(ctx, 'read', async (tx) => {
    const company = await readCompanySettings(tx);
    const duties = await readDutySettings(tx);
    return {
      company,
      duties: duties.map((duty) => ({ ...duty, title: titleOf(duty.dutyId, tx.rules.rulebook) })),
      defaults: DEFAULT_REMINDER_POLICIES.map(({ policy, ...rest }) => ({
        ...rest,
        policy: { ...policy, leadDays: [...policy.leadDays], leadHours: [...policy.leadHours] },
        mark: 'O' as const,
      })),
      rhythm: rhythmOf(company.settings),
      mayChange: tx.access.level === 'write' && isPermitted(tx.access, 'reminder:manage'),
    };
  });
}

/** Everything people are told of, and by which channels unless they say otherwise. */
export function listKinds(): z.infer<typeof KindList> {
  return {
    items: NoticeKind.options.map((kind) => {
      const { label, help, isAlwaysInApp, email, robot } = NOTICE_KINDS[kind];
      return {
        kind,
        label,
        help,
        inApp: { default: true, locked: isAlwaysInApp },
        email: { default: email },
        robot: { default: robot },
      };
    }),
  };
}
