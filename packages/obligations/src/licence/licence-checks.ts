import type { Finding } from '../text/finding.ts';
import { newFinding } from '../text/new-finding.ts';
import { parseCreditCode } from './credit-code.ts';
import { parseLicenceNumber } from './licence-number.ts';
import type { Licence } from './model.ts';
import { PROVINCES, type Province, provinceAtStart, provinceOfPrefix } from './provinces.ts';

/** Something that does not fit together in a licence, and the field where a person should look first. */
export interface LicenceInconsistency {
  readonly field: 'number' | 'uscc' | 'services' | 'issuedOn' | 'validTo' | 'authorityPrinted';
  readonly finding: Finding;
}

/** Licences run five years by practice; one more allows for a renewed certificate with an old issue date. */
const USUAL_YEARS = 5;

/**
 * Compares the fields of a licence with each other: dates, year in the number, prefix, authority, province of the holder,
 * class and services, coverage. Reads nothing but its argument; findings point to `licence.<field>`.
 */
export function checkLicence(licence: Licence): LicenceInconsistency[] {
  return [
    ...checkDates(licence),
    ...checkNumber(licence),
    ...checkAuthority(licence),
    ...checkHolder(licence),
    ...checkServices(licence),
  ];
}

function inconsistency(
  field: LicenceInconsistency['field'],
  code: string,
  severity: Finding['severity'],
  zh: string,
  en: string,
): LicenceInconsistency {
  return { field, finding: newFinding(code, severity, zh, en, { path: `licence.${field}` }) };
}

function checkDates({ issuedOn, validTo }: Licence): LicenceInconsistency[] {
  if (issuedOn === null || validTo === null) return [];
  if (validTo <= issuedOn) {
    return [
      inconsistency(
        'validTo',
        'expiry-before-issue',
        'error',
        `有效期至 ${validTo} 不晚于发证日期 ${issuedOn}，两者必有一误；在更正之前不能据此推算日期。`,
        `The licence is valid to ${validTo}, which is not later than its issue date ${issuedOn}: one of them is wrong. No dates can be counted until it is corrected.`,
      ),
    ];
  }
  const years = Number(validTo.slice(0, 4)) - Number(issuedOn.slice(0, 4));
  const sameDay = validTo.slice(5) === issuedOn.slice(5);
  if (years > USUAL_YEARS || (years === USUAL_YEARS && validTo.slice(5) > issuedOn.slice(5) && !sameDay)) {
    return [
      inconsistency(
        'validTo',
        'validity-longer-than-usual',
        'warning',
        `发证日期 ${issuedOn} 至有效期 ${validTo} 超过 5 年；增值电信业务经营许可证通常为 5 年，请核对。`,
        `From ${issuedOn} to ${validTo} is more than 5 years; value-added licences normally run for 5. Check it.`,
      ),
    ];
  }
  return [];
}

function checkNumber({ number, issuedOn }: Licence): LicenceInconsistency[] {
  if (number === null || issuedOn === null) return [];
  const parsed = parseLicenceNumber(number, { issuedOn });
  if (!parsed.ok) return [];
  return parsed.findings
    .filter((f) => f.code === 'number-year-after-issue')
    .map((finding) => ({ field: 'number', finding: { ...finding, at: { path: 'licence.number' } } }));
}

function checkAuthority({ number, province, authorityPrinted, isCrossRegional }: Licence): LicenceInconsistency[] {
  if (authorityPrinted === null) return [];
  const printed = provinceAtStart(authorityPrinted);
  const prefix = province === null ? undefined : provinceOfPrefix(province);
  const wrongProvince = prefix !== undefined && printed !== undefined && printed !== prefix;
  const wrongLevel =
    (isCrossRegional === true && printed !== undefined) || (prefix !== undefined && isMinistry(authorityPrinted));
  if (!wrongProvince && !wrongLevel) return [];
  return [
    inconsistency(
      'authorityPrinted',
      'authority-prefix-mismatch',
      'warning',
      `印载的发证机关“${authorityPrinted}”与编号“${number}”的前缀不符。申报应向原发证机关提出，请核对原件。`,
      `The printed issuing authority "${authorityPrinted}" does not fit the prefix of the number "${number}". Filings go to the original issuing authority: check the original.`,
    ),
  ];
}

function isMinistry(authority: string): boolean {
  return authority.includes('工业和信息化部') || authority.includes('信息产业部');
}

function checkHolder(licence: Licence): LicenceInconsistency[] {
  const prefix = licence.province === null ? undefined : provinceOfPrefix(licence.province);
  if (prefix === undefined) return [];
  const seat = seatOf(licence);
  if (seat === undefined || seat.province === prefix) return [];
  return [
    inconsistency(
      'number',
      'prefix-holder-mismatch',
      'warning',
      `编号前缀“${prefix.prefix}”为${prefix.name.zh}，而${seat.from.zh}显示持证企业在${seat.province.name.zh}。请核对编号与企业信息。`,
      `The prefix ${prefix.prefix} stands for ${prefix.name.en}, but the ${seat.from.en} places the holder in ${seat.province.name.en}. Check number and company.`,
    ),
  ];
}

interface Seat {
  readonly province: Province;
  readonly from: { readonly zh: string; readonly en: string };
}

/** Province of the holder: by its address, else by its credit code, else by its name. */
function seatOf({ registeredAddress, uscc, holder }: Licence): Seat | undefined {
  const byAddress = registeredAddress === null ? undefined : provinceAtStart(registeredAddress);
  if (byAddress !== undefined) return { province: byAddress, from: { zh: '住所', en: 'address' } };
  const code = uscc === null ? undefined : parseCreditCode(uscc);
  const byCode = code?.ok === true ? PROVINCES.find((p) => p.prefix === code.province) : undefined;
  if (byCode !== undefined) return { province: byCode, from: { zh: '统一社会信用代码', en: 'credit code' } };
  const byName = holder === null ? undefined : provinceAtStart(holder);
  return byName && { province: byName, from: { zh: '公司名称', en: 'company name' } };
}

function checkServices({ number, services, province, isCrossRegional }: Licence): LicenceInconsistency[] {
  const found: LicenceInconsistency[] = [];
  const parsed = number === null ? null : parseLicenceNumber(number);
  for (const { code, name, coverage } of services) {
    const group = code === null ? null : code.startsWith('B') ? code.slice(0, 2) : null;
    if (parsed?.ok === true && parsed.form === 'modern' && group !== null && !parsed.classes.includes(group)) {
      found.push(
        inconsistency(
          'services',
          'service-class-mismatch',
          'warning',
          `业务“${name}”属于 ${group} 类，而编号“${parsed.number}”只含 ${parsed.classes.join('、')} 类，请核对。`,
          `"${name}" belongs to class ${group}, but the number ${parsed.number} carries only ${parsed.classes.join(', ')}. Check it.`,
        ),
      );
    }
    if (
      province !== null &&
      isCrossRegional === false &&
      coverage !== null &&
      coverage.some((area) => area !== province)
    ) {
      found.push(
        inconsistency(
          'services',
          'coverage-outside-province',
          'warning',
          `业务“${name}”印载的覆盖范围超出编号前缀“${province}”所在的省份，省内许可证不能覆盖其他省份，请核对。`,
          `The printed coverage of "${name}" reaches beyond the province of the prefix ${province}; a provincial licence cannot. Check it.`,
        ),
      );
    }
  }
  return found;
}
