import { z } from 'zod';
import { publicProcedure, router } from './init.ts';
import { SessionStatus, sessionStatus } from '../auth/session-status.ts';
import { SetUpInput, setUp } from '../auth/set-up.ts';
import { FinishSignInInput, finishSignIn } from '../auth/finish-sign-in.ts';
import { SignInInput, SignInResult, signIn } from '../auth/sign-in.ts';
import { signOut } from '../auth/sign-out.ts';
import { AskForPasskeyInput, askForPasskey } from '../auth/passkeys/ask-for-passkey.ts';
import { PasskeyOptions } from '../auth/passkeys/responses.ts';
import { SignInWithPasskeyInput, signInWithPasskey } from '../auth/passkeys/sign-in-with-passkey.ts';

const Done = z.strictObject({ ok: z.literal(true) });

export const sessionRouter = router({
  status: publicProcedure.output(SessionStatus).query(({ ctx }) => sessionStatus(ctx)),
  setUp: publicProcedure
    .input(SetUpInput)
    .output(z.strictObject({ organisationId: z.string() }))
    .mutation(({ ctx, input }) => setUp(ctx, input)),
  signIn: publicProcedure
    .input(SignInInput)
    .output(SignInResult.extend({ ok: z.literal(true) }))
    .mutation(async ({ ctx, input }) => ({ ok: true as const, ...(await signIn(ctx, input)) })),
  secondFactor: publicProcedure
    .input(FinishSignInInput)
    .output(z.strictObject({ ok: z.literal(true), recoveryCodesLeft: z.number().nullable() }))
    .mutation(async ({ ctx, input }) => ({ ok: true as const, ...(await finishSignIn(ctx, input)) })),
  askForPasskey: publicProcedure
    .input(AskForPasskeyInput)
    .output(PasskeyOptions)
    .mutation(({ ctx, input }) => askForPasskey(ctx, input)),
  signInWithPasskey: publicProcedure
    .input(SignInWithPasskeyInput)
    .output(Done)
    .mutation(async ({ ctx, input }) => {
      await signInWithPasskey(ctx, input);
      return { ok: true };
    }),
  signOut: publicProcedure.output(Done).mutation(async ({ ctx }) => {
    await signOut(ctx);
    return { ok: true };
  }),
});
