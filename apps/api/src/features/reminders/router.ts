import type { z } from 'zod';
import type { LiveSession } from '../../auth/session.ts';
import type { RequestContext } from '../../context.ts';
import { parseInput } from '../../parse-input.ts';
import { router, sessionProcedure } from '../../trpc/init.ts';
import { tenantMutation, tenantQuery } from '../../trpc/procedures.ts';
import { setCompanySettings, setDutySettings } from './change-settings.ts';
import { myPreferences, type PersonContext, setMyPreferences } from './my-preferences.ts';
import * as s from './schemas.ts';
import { listKinds, viewReminderSettings } from './view-settings.ts';

function personOf({ services, session }: RequestContext & { session: LiveSession }): PersonContext {
  const { authPool, clock } = services;
  return { authPool, clock, credential: Buffer.from(session.credentialHash, 'hex') };
}

export const remindersRouter = router({
  kinds: sessionProcedure.output(s.KindList).query(() => listKinds()),
  mine: sessionProcedure.output(s.MyPreferences).query(({ ctx }) => myPreferences(personOf(ctx))),
  setMine: sessionProcedure
    .input((raw: unknown) => {
      parseInput(s.SetMineInput, raw);
      return raw as z.input<typeof s.SetMineInput>;
    })
    .output(s.SettingSaved)
    .mutation(({ ctx, input }) => setMyPreferences(personOf(ctx), input)),
  settings: tenantQuery(s.ReminderSettingsInput, s.ReminderSettingsView, viewReminderSettings),
  setCompany: tenantMutation(s.SetCompanyInput, s.SettingSaved, setCompanySettings),
  setDuty: tenantMutation(s.SetDutyInput, s.SettingSaved, setDutySettings),
});
