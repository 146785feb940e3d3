import fs from 'node:fs';
import path from 'node:path';
import {
  checkCharacterOf,
  type FieldName,
  type Licence,
  organisationCheckCharacterOf,
  readLicenceDocument,
  serviceOfCode,
} from '@zhengqi/obligations';
import { type DemoCompany, type LicenceKind, licenceNumberOf } from './companies.ts';

const SAMPLES = path.join(import.meta.dirname, '../../../../samples');
const SURNAMES = '赵钱孙李周吴郑王冯陈';
/** Kinds without a sample document, by their class of service. */
const TYPED: Partial<Record<LicenceKind, string>> = {
  'content-delivery': 'B12',
  'virtual-private-network': 'B13',
  'domain-resolution': 'B26-1',
};

/**
 * The licence document of a company: the sample of its kind with the company's own particulars in the places where the
 * reader finds the sample's. Null for kinds that were typed in.
 */
export function licenceDocumentOf(company: DemoCompany): string | null {
  if (TYPED[company.kind] !== undefined) return null;
  const sample = fs.readFileSync(path.join(SAMPLES, `${company.kind}.txt`), 'utf8');
  const { fields } = readLicenceDocument(sample).licence;
  const values: Partial<Record<FieldName, string>> = {
    legalRepresentative: legalRepresentativeOf(company),
    uscc: creditCodeOf(company),
    registeredAddress: addressOf(company),
    issuedOn: inChinese(company.issuedOn),
    validTo: inChinese(company.validTo),
  };
  if (company.kind !== 'cross-regional' && company.kind !== 'foreign-invested') {
    values.authorityPrinted = company.province.authority.zh;
    values.coverage = company.province.name.zh;
  }
  const places = Object.entries(values).flatMap(([name, text]) => {
    const at = fields[name as FieldName].at;
    return at === null ? [] : [{ ...at, text }];
  });
  // From the end, so that the places before stay where they are.
  places.sort((a, b) => b.start - a.start);
  let text = sample;
  for (const { start, end, text: own } of places) text = text.slice(0, start) + own + text.slice(end);
  // Number and holder come again in the page headers and in the opening sentence.
  return text
    .replaceAll(fields.number.raw ?? '', licenceNumberOf(company))
    .replaceAll(fields.holder.raw ?? '', company.name);
}

/** The fields of a licence that somebody typed in from the paper. */
export function typedLicenceOf(company: DemoCompany): Licence {
  const code = TYPED[company.kind] ?? 'B25';
  const name = serviceOfCode(code)?.name.zh ?? code;
  return {
    number: licenceNumberOf(company),
    holder: company.name,
    uscc: creditCodeOf(company),
    legalRepresentative: legalRepresentativeOf(company),
    registeredAddress: addressOf(company),
    services: [{ code, name, printed: name, limitedTo: [], excludes: [], b25Items: [], coverage: null }],
    coveragePrinted: company.province.name.zh,
    issuedOn: company.issuedOn,
    validTo: company.validTo,
    authorityPrinted: null,
    authorityEffective: null,
    province: null,
    isCrossRegional: null,
    isForeignInvested: null,
  };
}

/** A credit code of the right form, in a division and range that are not given out. */
export function creditCodeOf({ province, index }: DemoCompany): string {
  const organisation = `MA0YX${String(index).padStart(3, '0')}`;
  const code = `91${province.code}0199${organisation}${organisationCheckCharacterOf(organisation)}`;
  return code + (checkCharacterOf(code) ?? '0');
}

function legalRepresentativeOf({ index }: DemoCompany): string {
  return `${SURNAMES[index % SURNAMES.length]}示例`;
}

function addressOf({ province, index }: DemoCompany): string {
  return `${province.name.zh}示例区示例路${index + 1}号`;
}

function inChinese(day: string): string {
  const [year, month, date] = day.split('-');
  return `${year}年${month}月${date}日`;
}
