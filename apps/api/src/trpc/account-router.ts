import { z } from 'zod';
import {
  AccountStatus,
  accountStatus,
  ConfirmAddressInput,
  confirmAddress,
  RequestVerificationInput,
  requestVerification,
} from '../auth/confirm-address.ts';
import { ChooseLanguageInput, chooseLanguage } from '../auth/choose-language.ts';
import { SignUpInput, signUp } from '../auth/sign-up.ts';
import { VerifyEmailInput, verifyEmail } from '../auth/verify-email.ts';
import { publicProcedure, router, sessionProcedure } from './init.ts';

const Done = z.strictObject({ ok: z.literal(true) });
const done = async (work: Promise<void>): Promise<z.infer<typeof Done>> => {
  await work;
  return { ok: true };
};

export const accountRouter = router({
  signUp: publicProcedure
    .input(SignUpInput)
    .output(Done)
    .mutation(({ ctx, input }) => done(signUp(ctx, input))),
  verifyEmail: publicProcedure
    .input(VerifyEmailInput)
    .output(Done)
    .mutation(({ ctx, input }) => done(verifyEmail(ctx, input))),
  status: sessionProcedure.output(AccountStatus).query(({ ctx }) => accountStatus(ctx)),
  chooseLanguage: sessionProcedure
    .input(ChooseLanguageInput)
    .output(Done)
    .mutation(({ ctx, input }) => done(chooseLanguage(ctx, input))),
  requestVerification: sessionProcedure
    .input(RequestVerificationInput)
    .output(Done)
    .mutation(({ ctx, input }) => done(requestVerification(ctx, input))),
  confirmAddress: sessionProcedure
    .input(ConfirmAddressInput)
    .output(Done)
    .mutation(({ ctx, input }) => done(confirmAddress(ctx, input))),
});
