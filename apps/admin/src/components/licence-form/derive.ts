import { type Licence, type LicensedService, parseLicenceNumber, parseServiceLine } from '@zhengqi/obligations';

/**
 * A changed number carries its consequences with it: province, reach, foreign investment and the authority in effect
 * are read from the prefix, so nobody has to keep five fields in step by hand. A number that cannot be read changes
 * nothing else; the check beside the field says why.
 */
export function withNumber(licence: Licence, typed: string): Licence {
  const number = typed.trim() === '' ? null : typed.trim();
  if (number === null) return { ...licence, number };
  const parsed = parseLicenceNumber(number);
  if (!parsed.ok) return { ...licence, number };
  return {
    ...licence,
    number,
    province: parsed.province,
    isCrossRegional: parsed.crossRegional,
    isForeignInvested: parsed.foreignInvested,
    authorityEffective: parsed.authorityEffective?.zh ?? null,
  };
}

/** The number in its normal form, once it is typed to the end: in between it would move under the cursor. */
export function withNormalNumber(licence: Licence): Licence {
  const parsed = licence.number === null ? null : parseLicenceNumber(licence.number);
  return parsed?.ok ? { ...licence, number: parsed.number } : licence;
}

/** The service lines as typed; code, limits and allowed items are read from the words, never typed beside them. */
export function withServices(licence: Licence, lines: readonly string[]): Licence {
  const services: LicensedService[] = lines.map((line) => parseServiceLine(line).service);
  return { ...licence, services };
}
