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
/** For a whole mail, however slowly the server answers: one that sends a letter now and then is never idle. */
const WHOLE_MS = 60_000;

/**
 * @param patience milliseconds for the steps of a connection and for a whole mail
 * @throws Error in one line when there is neither a server nor a folder
 */
export function openCarrier(
  settings: MailSettings,
  patience: Patience = { step: CONNECT_MS, whole: WHOLE_MS },
): MailCarrier {
  if (settings.smtpUrl !== null) return smtpCarrier(settings.smtpUrl, settings.from, patience);
  if (settings.dataFolder === null) throw new Error('mails need SMTP_URL, or DATA_DIR to be written to');
  return fileCarrier(path.join(settings.dataFolder, 'mails'), settings.from);
}

/** How long a mail server may take. */
export interface Patience {
  step: number;
  whole: number;
}

function smtpCarrier(url: string, from: string, patience: Patience): MailCarrier {
  const { protocol, hostname, port, username, password } = new URL(url);
  const secure = protocol === 'smtps:';
  const transport = nodemailer.createTransport({
    host: hostname,
    port: Number(port) || (secure ? 465 : 587),
    secure,
    ...(username === '' ? {} : { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }),
    // A password must not travel in the clear, whatever the server offers.
    requireTLS: username !== '' && !secure,
    connectionTimeout: patience.step,
    greetingTimeout: patience.step,
    socketTimeout: 2 * patience.step,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    async carry(id, mail) {
      // The same id at each try: a mail that was taken and tried again is recognised as one.
      await within(patience.whole, transport.sendMail(messageOf(id, from, mail)));
      return { by: 'smtp' };
    },
    close: () => transport.close(),
  };
}

function fileCarrier(folder: string, from: string): MailCarrier {
  const writer = nodemailer.createTransport({ streamTransport: true, buffer: true, newline: 'unix' });
  return {
    async carry(id, mail) {
      const { message } = await writer.sendMail({ ...messageOf(id, from, mail), textEncoding: 'base64' });
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

function messageOf(id: string, from: string, { to, subject, text, html, references, unsubscribe }: WrittenMail) {
  return {
    from,
    to,
    subject,
    text,
    messageId: `<${id}@zhengqi>`,
    ...(html === undefined ? {} : { html }),
    ...(references === undefined ? {} : { references: references.map((other) => `<${other}@zhengqi>`) }),
    ...(unsubscribe === undefined
      ? {}
      : {
          headers: {
            'List-Unsubscribe': `<${unsubscribe}>`,
            'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
          },
        }),
  };
}

async function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    const error = Object.assign(new Error('the mail server took too long'), { code: 'ETIMEDOUT' });
    timer = setTimeout(() => reject(error), milliseconds);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
    // What comes of it afterwards is nobody's any more.
    work.catch(() => {});
  }
}
