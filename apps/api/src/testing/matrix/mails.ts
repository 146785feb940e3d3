import { writeMail } from '../../mail/write-mail.ts';
import type { Tally } from './tally.ts';
import { CANARY, type MatrixWorld } from './world.ts';

interface LeftMail {
  id: string;
  to: string;
  template: string;
  language: string;
  data: unknown;
}

/**
 * Takes the mails that were left since the last look, in the words in which they would be sent, and says which tell
 * somebody of a company that is not theirs: by who made them be sent, and by who gets them.
 * @param seen canaries that whoever called may see
 */
export async function leaksInMails(
  { world, tally }: { world: MatrixWorld; tally: Tally },
  seen: readonly string[],
): Promise<string[]> {
  const { rows } = await world.product.database.admin.query<LeftMail>(
    'delete from authz.mail returning id, to_address as "to", template, language, data',
  );
  const strangersTo = {
    [CANARY.target]: await peopleOf(world, world.other.tenantId),
    [CANARY.other]: await peopleOf(world, world.target.tenantId),
  };
  return rows.flatMap((mail) => {
    tally.mails += 1;
    // Every part that a mail has: subject, text, and whatever is added to them.
    const parts = Object.entries(writeMail(mail, 'https://zq.example'));
    return parts.flatMap(([part, text]) =>
      Object.entries(strangersTo).flatMap(([canary, strangers]) => {
        if (!String(text).includes(canary)) return [];
        if (!seen.includes(canary)) return [`mail ${mail.template} shows ${canary} in its ${part}`];
        return strangers.has(mail.to) ? [`mail ${mail.template} tells a stranger of ${canary} in its ${part}`] : [];
      }),
    );
  });
}

async function peopleOf({ product }: MatrixWorld, tenantId: string): Promise<ReadonlySet<string>> {
  const { rows } = await product.database.admin.query<{ email: string }>(
    'select u.email from authz.membership m join authz.app_user u on u.id = m.user_id where m.org_id = $1',
    [tenantId],
  );
  return new Set(rows.map(({ email }) => email));
}
