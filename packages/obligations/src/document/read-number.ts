import { type LicenceNumberResult, type ParsedLicenceNumber, parseLicenceNumber } from '../licence/licence-number.ts';
import type { FieldReading } from '../licence/model.ts';
import { MINISTRY, provinceOfPrefix } from '../licence/provinces.ts';
import type { Finding } from '../text/finding.ts';
import { type Excerpt, placeOf } from './excerpt.ts';
import type { LabelledRange } from './field-labels.ts';
import { CONFIDENCE, inferred, notPrinted, printedAt } from './field-reading.ts';
import { endOfLine } from './read-words.ts';

/** The number as read, and what follows from it. */
export interface NumberReading {
  readonly parsed: ParsedLicenceNumber | null;
  readonly number: FieldReading;
  readonly authorityEffective: FieldReading;
}

/** What may stand behind the number on its line. */
const TRAILER = /第\d|共\d|[;,。]|发证|有效/;
const LONGEST = 40;

/** Reads the licence number behind its label, or behind that of a page header when the first page has none. */
export function readNumberField(page: Excerpt, labels: readonly LabelledRange[], findings: Finding[]): NumberReading {
  const range = labels.find((l) => l.field === 'number' && l.end > l.start);
  if (range === undefined) return { parsed: null, number: notPrinted(), authorityEffective: notPrinted() };
  const { end, result } = readFrom(page, range);
  const at = placeOf(page, range.start, end);
  if (!result.ok) {
    findings.push({ ...result.finding, at });
    return {
      parsed: null,
      number: printedAt(page, range.start, end, null, CONFIDENCE.unusable),
      authorityEffective: notPrinted(),
    };
  }
  findings.push(...result.findings.map((finding) => ({ ...finding, at })));
  const confidence = result.findings.length === 0 ? CONFIDENCE.exact : CONFIDENCE.repaired;
  return {
    parsed: result,
    number: printedAt(page, range.start, end, result.number, confidence),
    authorityEffective: authorityOf(result, confidence),
  };
}

/** The number on the first line, or on the first two when it was wrapped inside. */
function readFrom(page: Excerpt, range: LabelledRange): { readonly end: number; readonly result: LicenceNumberResult } {
  const read = (lineEnd: number) => {
    const line = page.folded.slice(range.start, Math.min(lineEnd, range.start + LONGEST));
    const trailer = TRAILER.exec(line)?.index ?? line.length;
    const end = range.start + (trailer === 0 ? line.length : trailer);
    return { end, result: parseLicenceNumber(page.text.slice(range.start, end)) };
  };
  const firstEnd = endOfLine(page, range.start, range.end);
  const first = read(firstEnd);
  if ((first.result.ok && first.result.serial.length >= 4) || firstEnd >= range.end) return first;
  const both = read(endOfLine(page, firstEnd, range.end));
  return both.result.ok ? both : first;
}

function authorityOf(number: ParsedLicenceNumber, confidence: number): FieldReading {
  const province = number.province === null ? undefined : provinceOfPrefix(number.province);
  if (province !== undefined) {
    return inferred(
      province.authority.zh,
      {
        zh: `由编号前缀“${province.prefix}”推断：${province.name.zh}的许可证由${province.authority.zh}颁发。`,
        en: `Concluded from the prefix ${province.prefix} of the number: licences of ${province.name.en} are issued by the ${province.authority.en}.`,
      },
      confidence,
    );
  }
  if (number.authorityEffective === null) {
    return notPrinted({
      zh: '编号前缀不是已知的省简称，无法推断原发证机关。',
      en: 'The prefix of the number is no known province; the issuing authority cannot be concluded.',
    });
  }
  return inferred(
    MINISTRY.zh,
    number.foreignInvested
      ? {
          zh: '由编号中的“合字”推断：外商投资电信企业的许可证由工业和信息化部颁发。',
          en: 'Concluded from 合字 in the number: licences of foreign-invested companies are issued by the ministry.',
        }
      : {
          zh: '由编号没有省份前缀推断：跨地区许可证由工业和信息化部颁发。',
          en: 'Concluded from the missing prefix: cross-regional licences are issued by the ministry.',
        },
    confidence,
  );
}
