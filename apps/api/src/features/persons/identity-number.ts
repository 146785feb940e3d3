import { isCivilDate } from '@zhengqi/obligations';
import type { FieldError } from '../../errors.ts';

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_CHARACTERS = '10X98765432';

/**
 * Reads the number of an identity paper. Eighteen characters that begin like a resident identity number (GB 11643) must be
 * one, with a day of birth that exists and the right check character; other papers are letters and digits.
 */
export function readIdentityNumber(text: string, path: string): { number: string } | FieldError {
  const number = text.normalize('NFKC').replaceAll(/[\s-]/g, '').toUpperCase();
  if (!/^\d{17}[\dX]$/.test(number)) {
    if (/^[A-Z0-9]{5,30}$/.test(number) && !/^\d{15,19}$/.test(number)) return { number };
    return {
      path,
      message: {
        zh: '请填写18位居民身份证号码，或护照等证件的号码（5至30位字母或数字）。',
        en: 'Give a resident identity number of 18 characters, or the number of another paper (5 to 30 letters or digits).',
      },
    };
  }
  const birthday = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * Number(number[i]), 0);
  if (isCivilDate(birthday) && CHECK_CHARACTERS[sum % 11] === number[17]) return { number };
  return {
    path,
    message: {
      zh: '身份证号码的出生日期或校验位不对，请核对。',
      en: 'The day of birth or the check character of this identity number is not right.',
    },
  };
}
