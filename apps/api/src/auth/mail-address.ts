import { Email } from './email.ts';

/**
 * An address that mails go to and rights are bound to. Only plain letters: with others, the mailboxes of two people can
 * look alike, or be compared as one.
 */
export const MailAddress = Email.regex(/^[\x21-\x7e]+@[A-Za-z0-9.-]+$/);
