import { checkLicence } from '../licence/licence-checks.ts';
import type { Licence } from '../licence/model.ts';
import type { Finding } from '../text/finding.ts';
import { newFinding } from '../text/new-finding.ts';
import type { Excerpt } from './excerpt.ts';
import { findLabels } from './field-labels.ts';
import type { LicenceReading } from './model.ts';
import { readAuthority } from './read-authority.ts';
import { readCreditCode } from './read-credit-code.ts';
import { readDates } from './read-dates.ts';
import { readNumberField } from './read-number.ts';
import { readServices } from './read-services.ts';
import { readAddress, readCompanyName, readLine } from './read-words.ts';

type ReadLicence = LicenceReading['licence'];
type Fields = ReadLicence['fields'];

/** Reads the first page: every field with its place, and what does not fit together. */
export function readFields(page: Excerpt, findings: Finding[]): ReadLicence {
  const labels = findLabels(page);
  const label = (field: (typeof labels)[number]['field']) => labels.find((l) => l.field === field);
  const number = readNumberField(page, labels, findings);
  const { field: services, services: list, coverage, coveragePrinted } = readServices(page, labels, findings);
  const { issuedOn, validTo } = readDates(page, labels, findings);
  const fields: Fields = {
    number: number.number,
    holder: readCompanyName(page, label('holder')),
    uscc: readCreditCode(page, labels, findings),
    legalRepresentative: readLine(page, label('legalRepresentative')),
    registeredAddress: readAddress(page, label('registeredAddress')),
    services,
    coverage,
    issuedOn,
    validTo,
    authorityPrinted: readAuthority(page, labels),
    authorityEffective: number.authorityEffective,
  };
  const licence: Licence = {
    number: fields.number.value,
    holder: fields.holder.value,
    uscc: fields.uscc.value,
    legalRepresentative: fields.legalRepresentative.value,
    registeredAddress: fields.registeredAddress.value,
    services: list,
    coveragePrinted,
    issuedOn: issuedOn.value,
    validTo: validTo.value,
    authorityPrinted: fields.authorityPrinted.value,
    authorityEffective: fields.authorityEffective.value,
    province: number.parsed?.province ?? null,
    isCrossRegional: number.parsed?.crossRegional ?? null,
    isForeignInvested: number.parsed?.foreignInvested ?? null,
  };
  reportMissing(fields, findings);
  for (const { field, finding } of checkLicence(licence))
    findings.push({ ...finding, at: fields[field].at ?? finding.at });
  return { ...licence, fields };
}

const REQUIRED = {
  number: ['经营许可证编号', 'licence number'],
  holder: ['公司名称', 'company name'],
  services: ['业务种类', 'services'],
  issuedOn: ['发证日期', 'issue date'],
  validTo: ['有效期至', 'expiry date'],
} as const;

function reportMissing(fields: Fields, findings: Finding[]): void {
  for (const field of ['number', 'holder', 'services', 'issuedOn', 'validTo'] as const) {
    if (fields[field].origin === 'printed') continue;
    const [zh, en] = REQUIRED[field];
    findings.push(
      newFinding(
        'field-missing',
        'warning',
        `文件中没有读到“${zh}”。请对照原件补充；未作任何推断。`,
        `The document does not show the ${en} (${zh}). Add it from the original; nothing was concluded.`,
        { path: `licence.${field}` },
      ),
    );
  }
}
