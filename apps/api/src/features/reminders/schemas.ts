import { Bilingual, Mark, ReminderKind, ReminderOverride } from '@zhengqi/obligations';
import { z } from 'zod';
import { NoticeKind } from '../notifications/kinds.ts';
import { NoticePreferences, Rhythm } from '../notifications/preferences.ts';

const DutyId = z
  .string()
  .min(1)
  .max(100)
  .regex(/^[a-z0-9.:-]+$/);
const Version = z.int().min(0);

/** What a company may say: its lead times for all duties, and when its people are not disturbed. */
export const CompanySettings = ReminderOverride.extend(Rhythm.partial().shape);
export type CompanySettings = z.infer<typeof CompanySettings>;

export const ReminderSettingsInput = z.strictObject({});
export const ReminderSettingsView = z.strictObject({
  company: z.strictObject({ settings: CompanySettings, version: Version }),
  duties: z.array(
    z.strictObject({ dutyId: z.string(), title: Bilingual, settings: ReminderOverride.nullable(), version: Version }),
  ),
  /** What the product does where nobody has said anything, and why; our own rule. */
  defaults: z.array(
    z.strictObject({
      kind: ReminderKind,
      label: Bilingual,
      policy: z.strictObject({
        leadDays: z.array(z.int()),
        leadHours: z.array(z.int()),
        tellsNew: z.boolean(),
        tellsOpening: z.boolean(),
        overdueEveryDays: z.int().nullable(),
        escalateAtDays: z.int().nullable(),
      }),
      reason: Bilingual,
      mark: Mark,
    }),
  ),
  rhythm: Rhythm,
  mayChange: z.boolean(),
});

export const SetCompanyInput = z.strictObject({ version: Version, settings: CompanySettings });
export const SetDutyInput = z.strictObject({
  dutyId: DutyId,
  version: Version,
  settings: ReminderOverride.nullable(),
});
export const SettingSaved = z.strictObject({ version: Version });

export const KindList = z.strictObject({
  items: z.array(
    z.strictObject({
      kind: NoticeKind,
      label: Bilingual,
      help: Bilingual,
      inApp: z.strictObject({ default: z.boolean(), locked: z.boolean() }),
      email: z.strictObject({ default: z.boolean() }),
      robot: z.strictObject({ default: z.boolean() }),
    }),
  ),
});

/** Preferences as they leave the product: defaults are filled in, what is the company's is missing. */
const PreferencesView = z.strictObject({ ...NoticePreferences.shape, leadDays: z.array(z.int()).nullable() });
export const MyPreferences = z.strictObject({ version: Version, preferences: PreferencesView, rhythm: Rhythm });
export const SetMineInput = z.strictObject({ version: Version, preferences: NoticePreferences });
