import { z } from 'zod';

/** An e-mail address as typed. Deliberately loose: only a mail that arrives proves an address. */
export const Email = z
  .string()
  .trim()
  .min(3)
  .max(254)
  .regex(/^[^\s@]+@[^\s@]+\.[^\s@]+$/);

/** The address as it is compared: two spellings that mail programs treat alike are one account. */
export function emailKey(email: string): string {
  return email.normalize('NFKC').trim().toLowerCase();
}
