import { z } from 'zod';
import { MailLanguage } from '../mail/templates.ts';
import { parseInput } from '../parse-input.ts';
import type { SignedIn } from './confirm-address.ts';

export const ChooseLanguageInput = z.strictObject({ language: MailLanguage });

/** The language of all mails to the one who is signed in, from now on. */
export async function chooseLanguage({ services, session }: SignedIn, raw: unknown): Promise<void> {
  const { language } = parseInput(ChooseLanguageInput, raw);
  await services.authPool.query('select authz.choose_language($1, $2)', [session.user.id, language]);
}
