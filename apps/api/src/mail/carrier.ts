import fs from 'node:fs';
import path from 'node:path';
import nodemailer from 'nodemailer';
import type { WrittenMail } from './write-mail.ts';

/** Takes mails out of the product. The answer may be logged: it never holds what the mail says. */
export interface MailCarrier {
  carry(id: string, mail: WrittenMail): Promise<Record<string, string>>;
  close(): void;
}

/** How mails leave: by SMTP, or as files that only the operator reads. */
export interface MailSettings {
  /** `smtp://user:password@host:port` or `smtps://…`; null writes files. */
  smtpUrl: string | null;
  from: string;
  /** Folder of the product's data; needed for files. */
  dataFolder: string | null;
}

const CONNECT_MS = 10_000;

/** @throws Error in one line when there is neither a server nor a folder */
export function openCarrier(settings: MailSettings): MailCarrier {
  if (settings.smtpUrl !== null) return smtpCarrier(settings.smtpUrl, settings.from);
  if (settings.dataFolder === null) throw new Error('mails need SMTP_URL, or DATA_DIR to be written to');
  return fileCarrier(path.join(settings.dataFolder, 'mails'), settings.from);
}

function smtpCarrier(url: string, from: string): MailCarrier {
  const { protocol, hostname, port, username, password } = new URL(url);
  const secure = protocol === 'smtps:';
  const transport = nodemailer.createTransport({
    host: hostname,
    port: Number(port) || (secure ? 465 : 587),
    secure,
    ...(username === '' ? {} : { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }),
    // A password must not travel in the clear, whatever the server offers.
    requireTLS: username !== '' && !secure,
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    socketTimeout: 2 * CONNECT_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    async carry(id, { to, subject, text }) {
      // The same id at each try: a mail that was taken and tried again is recognised as one.
      await transport.sendMail({ from, to, subject, text, messageId: `<${id}@zhengqi>` });
      return { by: 'smtp' };
    },
    close: () => transport.close(),
  };
}

function fileCarrier(folder: string, from: string): MailCarrier {
  const writer = nodemailer.createTransport({ streamTransport: true, buffer: true, newline: 'unix' });
  return {
    async carry(id, { to, subject, text }) {
      const { message } = await writer.sendMail({
        from,
        to,
        subject,
        text,
        messageId: `<${id}@zhengqi>`,
        textEncoding: 'base64',
      });
      fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
      const file = path.join(folder, `${id}.eml`);
      const unfinished = `${file}.part`;
      fs.writeFileSync(unfinished, message as Buffer, { mode: 0o600 });
      fs.renameSync(unfinished, file);
      return { by: 'file', file };
    },
    close: () => {},
  };
}
