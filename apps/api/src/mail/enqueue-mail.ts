import { sql } from 'drizzle-orm';
import type { Pool } from '../db/pool.ts';
import type { TenantTransaction } from '../db/tenant-transaction.ts';
import { type MailData, type MailLanguage, type MailTemplate, TEMPLATES } from './templates.ts';

/** Where a mail may be left: the transaction of a tenant, or the login of sign-in (a pool, or one of its connections). */
export type MailTransaction = Pick<TenantTransaction, 'db'> | Pick<Pool, 'query'>;

/**
 * Leaves a mail for the worker, in the transaction of what it tells about. Nothing goes over the network here.
 * @throws ZodError when the data is not what the template is written for
 */
export async function enqueueMail<Name extends MailTemplate>(
  tx: MailTransaction,
  mail: { to: string; template: Name; language: MailLanguage; data: MailData<Name> },
): Promise<void> {
  const data = JSON.stringify(TEMPLATES[mail.template].data.parse(mail.data));
  if ('db' in tx) {
    await tx.db.execute(sql`select authz.enqueue_mail(${mail.to}, ${mail.template}, ${mail.language}, ${data}::jsonb)`);
  } else {
    await tx.query('select authz.enqueue_mail($1, $2, $3, $4::jsonb)', [mail.to, mail.template, mail.language, data]);
  }
}
