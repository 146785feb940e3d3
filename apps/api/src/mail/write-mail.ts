import { MailLanguage, type MailTemplate, TEMPLATES } from './templates.ts';

/** A mail as it was left in the database. */
export interface WaitingMail {
  id: string;
  to: string;
  template: string;
  language: string;
  data: unknown;
}

/** A mail in words. */
export interface WrittenMail {
  to: string;
  subject: string;
  text: string;
  html?: string;
  /** Ids of earlier messages that this one belongs to, so that a mail program shows them together. */
  references?: readonly string[];
  /** Address that takes a POST from the reader's mail program and stops such mails. */
  unsubscribe?: string;
}

/**
 * Puts a waiting mail into words. Plain text only: nothing that a name holds can become a link or a tag.
 * @throws Error for a template or data that this version does not know
 */
export function writeMail(mail: WaitingMail, publicUrl: string): WrittenMail {
  if (!Object.hasOwn(TEMPLATES, mail.template)) throw new Error(`no mail is called ${mail.template}`);
  const template = TEMPLATES[mail.template as MailTemplate];
  const data = template.data.parse(mail.data);
  const language = MailLanguage.parse(mail.language);
  // The data was checked against the template's own shape just now; the union of all templates cannot say so.
  const { subject, lines } = template[language](data as never);
  const [first = '', ...rest] = lines.map(oneLine);
  const link = 'page' in template ? [linkTo(publicUrl, template.page, data)] : [];
  const signature = language === 'zh' ? '—— 证期' : '— Zhengqi';
  return { to: mail.to, subject: oneLine(subject), text: [first, ...link, ...rest, signature].join('\n\n') };
}

function linkTo(publicUrl: string, page: string, data: object): string {
  const url = new URL(page, publicUrl);
  if ('token' in data) url.hash = String(data.token);
  return url.href;
}

/** A line break in a name must not begin a header or a paragraph of its own. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ');
}
