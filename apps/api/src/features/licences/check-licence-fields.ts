import {
  checkLicence,
  type Finding,
  isCivilDate,
  type Licence,
  parseCreditCode,
  parseLicenceNumber,
  serviceOfCode,
} from '@zhengqi/obligations';
import type { FieldError } from '../../errors.ts';

/** Far more than any licence prints: fields that long are a mistake, and every page that shows them would suffer. */
const MAX_TEXT = 1000;
const MAX_SERVICES = 50;

/** A licence whose fields can be registered, or the places that stop it; and what should be checked in either case. */
export interface CheckedLicence {
  licence: Licence;
  errors: FieldError[];
  warnings: Finding[];
}

/**
 * Checks the fields of a licence as confirmed by a person, and brings those that follow from the number in line with it.
 * A wrong check digit or an odd combination warns; what would give wrong dates stops.
 */
export function checkLicenceFields(given: Licence): CheckedLicence {
  const errors: FieldError[] = [];
  const warnings: Finding[] = [];
  const fail = (path: string, zh: string, en: string) => errors.push({ path: `licence.${path}`, message: { zh, en } });
  for (const field of ['issuedOn', 'validTo'] as const) {
    const value = given[field];
    if (value !== null && !isCivilDate(value))
      fail(field, `${value} 不是存在的日期。`, `${value} is not an existing date.`);
  }
  for (const [field, value] of Object.entries(given)) {
    if (typeof value !== 'string' || value.length <= MAX_TEXT) continue;
    fail(field, `最多 ${MAX_TEXT} 个字符。`, `At most ${MAX_TEXT} characters.`);
  }
  if (given.services.length > MAX_SERVICES)
    fail('services', `业务种类最多 ${MAX_SERVICES} 项。`, `At most ${MAX_SERVICES} services.`);
  given.services.forEach(({ code }, i) => {
    if (code === null || serviceOfCode(code) !== undefined) return;
    fail(`services.${i}.code`, `业务分类目录中没有“${code}”。`, `The classification of services has no “${code}”.`);
  });
  const licence = withNumber(given, errors, warnings);
  if (errors.length === 0) {
    for (const { field, finding } of checkLicence(licence)) {
      if (finding.severity === 'error') fail(field, finding.message, finding.messageEn);
      else warnings.push(finding);
    }
  }
  return { licence: withCreditCode(licence, warnings), errors, warnings };
}

/** The number names province, authority and kind of licence; a form cannot say otherwise. */
function withNumber(given: Licence, errors: FieldError[], warnings: Finding[]): Licence {
  const parsed = parseLicenceNumber(given.number ?? '', given.issuedOn === null ? {} : { issuedOn: given.issuedOn });
  if (!parsed.ok) {
    const { message: zh, messageEn: en } = parsed.finding;
    errors.push({ path: 'licence.number', message: { zh, en } });
    return given;
  }
  warnings.push(...parsed.findings);
  return {
    ...given,
    number: parsed.number,
    province: parsed.province,
    isCrossRegional: parsed.crossRegional,
    isForeignInvested: parsed.foreignInvested,
    authorityEffective: parsed.authorityEffective?.zh ?? given.authorityEffective,
  };
}

/** Registries have issued codes with errors: any code is kept as given, and what is odd about it is said. */
function withCreditCode(licence: Licence, warnings: Finding[]): Licence {
  if (licence.uscc === null) return licence;
  const parsed = parseCreditCode(licence.uscc);
  if (parsed.ok) {
    warnings.push(...parsed.findings);
    return { ...licence, uscc: parsed.code };
  }
  warnings.push({ ...parsed.finding, severity: 'warning' });
  return licence;
}
