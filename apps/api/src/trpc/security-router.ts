import { z } from 'zod';
import { beginTotp } from '../auth/begin-totp.ts';
import { ChangePasswordInput, changePassword } from '../auth/change-password.ts';
import { ConfirmTotpInput, confirmTotp } from '../auth/confirm-totp.ts';
import { endOtherSessions } from '../auth/end-other-sessions.ts';
import { endSession } from '../auth/end-session.ts';
import { listSessions, SessionView } from '../auth/list-sessions.ts';
import { AddPasskeyInput, addPasskey } from '../auth/passkeys/add-passkey.ts';
import { askForPasskeyProof } from '../auth/passkeys/ask-for-passkey.ts';
import { beginPasskey } from '../auth/passkeys/begin-passkey.ts';
import { RemovePasskeyInput, removePasskey } from '../auth/passkeys/remove-passkey.ts';
import { RenamePasskeyInput, renamePasskey } from '../auth/passkeys/rename-passkey.ts';
import { NewPasskeyOptions, PasskeyOptions } from '../auth/passkeys/responses.ts';
import { ProveSessionInput, proveSession } from '../auth/prove-session.ts';
import { removeTotp } from '../auth/remove-totp.ts';
import { renewRecoveryCodes } from '../auth/renew-recovery-codes.ts';
import { RequestPasswordResetInput, requestPasswordReset } from '../auth/request-password-reset.ts';
import { ResetPasswordInput, resetPassword } from '../auth/reset-password.ts';
import { SecurityOverview, securityOverview } from '../auth/security-overview.ts';
import { dangerousProcedure, publicProcedure, router, sessionProcedure } from './init.ts';

const Done = z.strictObject({ ok: z.literal(true) });
const RecoveryCodes = z.strictObject({ recoveryCodes: z.array(z.string()) });
const Nothing = z.strictObject({});
const done = async (work: Promise<void>): Promise<{ ok: true }> => {
  await work;
  return { ok: true };
};

/** What people do for the safety of their own account. */
export const securityRouter = router({
  overview: sessionProcedure.output(SecurityOverview).query(({ ctx }) => securityOverview(ctx)),
  sessions: sessionProcedure
    .output(z.strictObject({ items: z.array(SessionView) }))
    .query(({ ctx }) => listSessions(ctx)),
  endSession: sessionProcedure
    .input(z.strictObject({ sessionId: z.string() }))
    .output(Done)
    .mutation(({ ctx, input }) => done(endSession(ctx, input))),
  endOtherSessions: sessionProcedure
    .input(Nothing)
    .output(z.strictObject({ ended: z.number() }))
    .mutation(({ ctx }) => endOtherSessions(ctx)),
  // Open before sign-in is complete: who must set up a second factor has no session yet.
  beginTotp: publicProcedure
    .input(Nothing)
    .output(z.strictObject({ secret: z.string(), uri: z.string() }))
    .mutation(({ ctx }) => beginTotp(ctx)),
  confirmTotp: publicProcedure
    .input(ConfirmTotpInput)
    .output(RecoveryCodes)
    .mutation(({ ctx, input }) => confirmTotp(ctx, input)),
  newRecoveryCodes: dangerousProcedure
    .input(Nothing)
    .output(RecoveryCodes)
    .mutation(({ ctx }) => renewRecoveryCodes(ctx)),
  removeTotp: dangerousProcedure
    .input(Nothing)
    .output(Done)
    .mutation(({ ctx }) => done(removeTotp(ctx))),
  beginPasskey: dangerousProcedure
    .input(Nothing)
    .output(NewPasskeyOptions)
    .mutation(({ ctx }) => beginPasskey(ctx)),
  addPasskey: dangerousProcedure
    .input(AddPasskeyInput)
    .output(z.strictObject({ recoveryCodes: z.array(z.string()).nullable() }))
    .mutation(({ ctx, input }) => addPasskey(ctx, input)),
  renamePasskey: sessionProcedure
    .input(RenamePasskeyInput)
    .output(Done)
    .mutation(({ ctx, input }) => done(renamePasskey(ctx, input))),
  removePasskey: dangerousProcedure
    .input(RemovePasskeyInput)
    .output(Done)
    .mutation(({ ctx, input }) => done(removePasskey(ctx, input))),
  askForPasskeyProof: sessionProcedure
    .input(Nothing)
    .output(PasskeyOptions)
    .mutation(({ ctx }) => askForPasskeyProof(ctx)),
  stepUp: sessionProcedure
    .input(ProveSessionInput)
    .output(z.strictObject({ ok: z.literal(true), provenUntil: z.string() }))
    .mutation(async ({ ctx, input }) => ({ ok: true as const, ...(await proveSession(ctx, input)) })),
  changePassword: sessionProcedure
    .input(ChangePasswordInput)
    .output(Done)
    .mutation(({ ctx, input }) => done(changePassword(ctx, input))),
  requestPasswordReset: publicProcedure
    .input(RequestPasswordResetInput)
    .output(Done)
    .mutation(({ ctx, input }) => done(requestPasswordReset(ctx, input))),
  resetPassword: publicProcedure
    .input(ResetPasswordInput)
    .output(Done)
    .mutation(({ ctx, input }) => done(resetPassword(ctx, input))),
});
