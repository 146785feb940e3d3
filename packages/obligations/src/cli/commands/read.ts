import type { FieldReading } from '../../licence/model.ts';
import type { LicenceReading } from '../../document/index.ts';
import type { Language } from '../../text/bilingual.ts';
import { type Arguments, oneOperand } from '../arguments.ts';
import { readDocument } from '../document.ts';
import { type CommandResult, heading, pad } from '../output.ts';
import { findingLines } from '../print/findings.ts';

const FIELD_LABELS: Readonly<Record<string, { zh: string; en: string }>> = {
  number: { zh: '许可证编号', en: 'Licence number' },
  holder: { zh: '公司名称', en: 'Holder' },
  uscc: { zh: '统一社会信用代码', en: 'Credit code' },
  legalRepresentative: { zh: '法定代表人', en: 'Legal representative' },
  registeredAddress: { zh: '注册住所', en: 'Registered address' },
  services: { zh: '业务种类', en: 'Services' },
  coverage: { zh: '覆盖范围', en: 'Coverage' },
  issuedOn: { zh: '发证日期', en: 'Issued on' },
  validTo: { zh: '有效期至', en: 'Valid to' },
  authorityPrinted: { zh: '发证机关（载明）', en: 'Authority as printed' },
  authorityEffective: { zh: '发证机关（实际）', en: 'Authority in effect' },
};

const ORIGINS = {
  printed: { zh: '载明', en: 'printed' },
  inferred: { zh: '推断', en: 'inferred' },
  'not-printed': { zh: '未载明', en: 'not printed' },
} as const;

/** `read`: what one licence document says, where, and how it differs from the known print. */
export function readCommand(args: Arguments): CommandResult {
  const reading = readDocument(oneOperand(args, '文件'));
  return { json: reading, text: (lang) => render(reading, lang) };
}

function render(reading: LicenceReading, lang: Language): string {
  const { licence, provisions, findings } = reading;
  const fields = Object.entries(licence.fields).map(([name, field]) => fieldLine(name, field, lang));
  const clauses = provisions.map((provision) => {
    const mark =
      provision.deviation === null
        ? provision.matched
          ? '✓'
          : '?'
        : provision.deviation.severity === 'warning'
          ? '!'
          : '~';
    const notes = (provision.deviation?.details ?? []).map((detail) => `      ${detail[lang]}`);
    return [`${mark} ${pad(provision.ref, 12)}${shorten(provision.text)}`, ...notes].join('\n');
  });
  const title =
    lang === 'zh'
      ? ['字段', `特别规定事项（${provisions.length}条）`, '发现']
      : ['Fields', `Provisions (${provisions.length})`, 'Findings'];
  return [
    heading(title[0] ?? ''),
    ...fields,
    heading(title[1] ?? ''),
    ...clauses,
    heading(title[2] ?? ''),
    ...findingLines(findings, lang),
  ].join('\n');
}

function fieldLine(name: string, field: FieldReading, lang: Language): string {
  const label = FIELD_LABELS[name]?.[lang] ?? name;
  const origin = ORIGINS[field.origin][lang];
  const place = field.at === null ? '' : lang === 'zh' ? `，第${field.at.line}行` : `, line ${field.at.line}`;
  const from = field.from === null ? '' : `（${field.from[lang]}）`;
  return `${pad(label, 22)}${field.value ?? '—'}  [${origin}${place}]${from}`;
}

function shorten(text: string): string {
  const LONGEST = 44;
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST)}…`;
}
