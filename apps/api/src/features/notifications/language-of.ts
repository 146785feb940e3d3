import { MailLanguage } from '../../mail/templates.ts';

/** Language of a person, as stored with the account; Chinese where nothing is. */
export function languageOf(user: { language: string | null }): MailLanguage {
  return MailLanguage.safeParse(user.language).data ?? 'zh';
}
