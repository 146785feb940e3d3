import { newSecret } from '../../auth/token.ts';
import type { TenantTransaction } from '../../db/tenant-transaction.ts';
import { enqueueMail } from '../../mail/enqueue-mail.ts';
import type { MailLanguage } from '../../mail/templates.ts';
import { readOrganisation } from '../organisations/queries.ts';
import { readPeople } from '../people.ts';

/** The secret of a link. It leaves in the mail alone: who invites never sees it. */
export const invitationSecret = newSecret;

/** Leaves the mail of an invitation in the transaction that made it. */
export async function sendInvitation(
  tx: TenantTransaction,
  mail: {
    to: string;
    language: MailLanguage;
    template: 'invitation' | 'engagement-offer';
    token: string;
    organisation?: string;
  },
): Promise<void> {
  const organisation = mail.organisation ?? (await readOrganisation(tx)).name;
  const people = await readPeople(tx);
  const inviter = people(tx.access.userId)?.name ?? organisation;
  const { to, template, language, token } = mail;
  await enqueueMail(tx, { to, template, language, data: { token, organisation, inviter } });
}
