import type { FieldError } from '../../errors.ts';
import { maskEmail, maskIdentityNumber, maskPhone } from '../personal-data/mask.ts';
import { readIdentityNumber } from './identity-number.ts';

/** A value as it is sealed, and how it may be shown. */
export interface Particular {
  value: string;
  mask: string;
}

/** What is said of a person's numbers and addresses: absent is "as before", null is "none recorded". */
export interface GivenParticulars {
  idNumber?: string | null | undefined;
  phones?: readonly string[] | null | undefined;
  email?: string | null | undefined;
}

/** The same, read. */
export interface ReadParticulars {
  idNumber?: Particular | null;
  phones?: readonly Particular[] | null;
  email?: Particular | null;
  errors: FieldError[];
}

/** Reads numbers and addresses as people write them, and says at which place one is wrong, without repeating it. */
export function readParticulars(given: GivenParticulars, path: (name: string) => string): ReadParticulars {
  const read: ReadParticulars = { errors: [] };
  if (given.idNumber !== undefined) {
    const found = given.idNumber === null ? null : readIdentityNumber(given.idNumber, path('idNumber'));
    if (found !== null && 'message' in found) read.errors.push(found);
    else read.idNumber = found && { value: found.number, mask: maskIdentityNumber(found.number) };
  }
  if (given.phones !== undefined)
    read.phones = given.phones === null ? null : readPhones(given.phones, path, read.errors);
  if (given.email !== undefined)
    read.email = given.email === null ? null : readEmail(given.email, path('email'), read.errors);
  return read;
}

function readPhones(phones: readonly string[], path: (name: string) => string, errors: FieldError[]): Particular[] {
  const seen = new Set<string>();
  const read: Particular[] = [];
  phones.forEach((text, i) => {
    const number = text
      .normalize('NFKC')
      .replaceAll(/[\s()-]/g, '')
      .replace(/^(\+|00)86/, '');
    if (!/^\+?\d{5,16}$/.test(number)) {
      errors.push({
        path: path(`phones.${i}`),
        message: {
          zh: '请填写电话号码，如 138 0000 0000 或 025-00000000。',
          en: 'Give a phone number, for example 138 0000 0000 or 025-00000000.',
        },
      });
    } else if (seen.size === seen.add(number).size) {
      errors.push({ path: path(`phones.${i}`), message: { zh: '该号码重复。', en: 'This number is given twice.' } });
    } else read.push({ value: number, mask: maskPhone(number) });
  });
  return read;
}

function readEmail(text: string, path: string, errors: FieldError[]): Particular | null {
  const value = text.normalize('NFKC').trim();
  if (/^[^\s@]{1,64}@[^\s@]{1,190}\.[^\s@]{2,60}$/.test(value)) return { value, mask: maskEmail(value) };
  errors.push({ path, message: { zh: '邮箱地址格式有误。', en: 'This is not a mail address.' } });
  return null;
}
