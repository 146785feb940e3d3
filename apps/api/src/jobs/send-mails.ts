import type { MailCarrier } from '../mail/carrier.ts';
import { writeMail } from '../mail/write-mail.ts';
import type { WorkerServices } from './worker-services.ts';

const AT_A_TIME = 20;
/** Longer than a server may take; a mail whose sender died is tried again then. */
const LEASE_SECONDS = 120;
/** How long to wait after each failure. After the last one the mail is given up. */
const WAITS = [10, 60, 300, 1_800, 7_200, 21_600];

interface ClaimedMail {
  id: string;
  to_address: string;
  template: string;
  language: string;
  data: unknown;
  tries: number;
}

/** What sending needs of the worker. */
export type MailSender = Pick<WorkerServices, 'pool' | 'logger'>;

/** Sends all mails that are due. No transaction is open while one travels. */
export async function sendMails(services: MailSender, carrier: MailCarrier, publicUrl: string): Promise<void> {
  for (;;) {
    const { rows } = await services.pool.query<ClaimedMail>('select * from authz.claim_mails($1, $2)', [
      AT_A_TIME,
      LEASE_SECONDS,
    ]);
    for (const row of rows) await sendOne(services, carrier, publicUrl, row);
    if (rows.length < AT_A_TIME) return;
  }
}

async function sendOne({ pool, logger }: MailSender, carrier: MailCarrier, publicUrl: string, row: ClaimedMail) {
  const { id, to_address: to, template, language, data, tries } = row;
  try {
    const how = await carrier.carry(id, writeMail({ id, to, template, language, data }, publicUrl));
    await pool.query('select authz.mail_sent($1)', [id]);
    // Without a mail server the operator has to find the file: said at a level that is shown.
    if (how.by === 'file') logger.warn({ mail: id, template, ...how }, 'no SMTP_URL: mail written to a file');
    else logger.info({ mail: id, template, ...how }, 'mail sent');
  } catch (error) {
    const wait = WAITS[tries - 1] ?? null;
    await pool.query('select authz.mail_failed($1, $2)', [id, wait]);
    // An error of the mail library repeats addresses and answers of the server: only its code is logged.
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    logger.warn({ mail: id, template, code, tries, givenUp: wait === null }, 'mail not sent');
  }
}
