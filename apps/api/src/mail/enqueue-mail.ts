import { sql } from 'drizzle-orm';
import type { Pool } from '../db/pool.ts';
import type { TenantTransaction } from '../db/tenant-transaction.ts';
import { type MailData, type MailLanguage, type MailTemplate, TEMPLATES } from './templates.ts';

/** Where a mail may be left: the transaction of a tenant, or the login of sign-in (a pool, or one of its connections). */
export type MailTransaction = Pick<TenantTransaction, 'db'> | Pick<Pool, 'query'>;

/** Reader of a mail that is left like any other and never sent. */
export const NOBODY = 'nobody';

/**
 * Leaves a mail for the worker, in the transaction of what it tells about. Nothing goes over the network here. It is
 * written in the language that its reader chose; `language` is for readers who have chosen none, or have no account.
 * @throws ZodError when the data is not what the template is written for
 */
export async function enqueueMail<Name extends MailTemplate>(
  tx: MailTransaction,
  mail: { to: string; template: Name; language?: MailLanguage; data: MailData<Name> },
): Promise<void> {
  const language = mail.language ?? 'zh';
  const data = JSON.stringify(TEMPLATES[mail.template].data.parse(mail.data));
  if ('db' in tx) {
    await tx.db.execute(sql`select authz.enqueue_mail(${mail.to}, ${mail.template}, ${language}, ${data}::jsonb)`);
  } else {
    await tx.query('select authz.enqueue_mail($1, $2, $3, $4::jsonb)', [mail.to, mail.template, language, data]);
  }
}
