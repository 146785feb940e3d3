import {
  describeTiming,
  type Duty,
  dutiesOfClause,
  parseClauseReference,
  RULEBOOK,
  type SourceReference,
} from '../../rulebook/index.ts';
import type { Language } from '../../text/bilingual.ts';
import type { Arguments } from '../arguments.ts';
import { CommandError } from '../command-error.ts';
import { type CommandResult, heading, pad } from '../output.ts';

const LAWS = new Map(RULEBOOK.laws.map((law) => [law.id, law]));

/** `rulebook`: all duties by clause, or the duties of one clause in full. */
export function rulebookCommand(args: Arguments): CommandResult {
  const asked = args.operands.join(' ');
  if (asked === '') return index();
  const key = parseClauseReference(asked) ?? asked;
  const duties = dutiesOfClause(RULEBOOK, key);
  const notEncoded = RULEBOOK.notEncoded.filter((row) => row.clause === key);
  if (duties.length === 0 && notEncoded.length === 0) {
    throw new CommandError(`规则库中没有“${asked}”这一条。不带参数的 rulebook 列出全部。`);
  }
  return {
    json: { version: RULEBOOK.version, asOf: RULEBOOK.asOf, duties, notEncoded },
    text: (lang) =>
      [
        ...duties.map((duty) => dutyText(duty, lang)),
        ...notEncoded.map((row) => `${row.clause}  ${row.notEncoded[lang]}`),
      ].join('\n'),
  };
}

function index(): CommandResult {
  const { version, asOf, duties, notEncoded } = RULEBOOK;
  return {
    json: {
      version,
      asOf,
      duties: duties.map(({ id, clause, title, kinds, marks }) => ({ id, clause, title, kind: kinds[0], marks })),
      notEncoded,
    },
    text: (lang) =>
      [
        `${lang === 'zh' ? '规则库' : 'Rulebook'} ${version} (${asOf})`,
        ...duties.map((duty) => `${pad(duty.clause, 8)}${pad(duty.marks.deadline ?? '—', 3)}${duty.title[lang]}`),
      ].join('\n'),
  };
}

function dutyText(duty: Duty, lang: Language): string {
  const zh = lang === 'zh';
  const lines = [
    heading(`${duty.clause}  ${duty.title[lang]}`),
    duty.wording[lang],
    `${zh ? '类型' : 'Kind'}: ${duty.kinds.join(', ')}   ${zh ? '自' : 'from'} ${duty.validFrom}`,
    `${zh ? '标记（期限/机关/罚则）' : 'Marks (deadline/authority/penalty)'}: ${duty.marks.deadline ?? '—'} / ${duty.marks.authority} / ${duty.marks.penalty ?? '—'}`,
    `${zh ? '义务人' : 'Bearer'}: ${duty.bearer[lang]}`,
    `${zh ? '受理' : 'Authority'}: ${authorityText(duty, lang)}`,
    ...(duty.channel === null ? [] : [`${zh ? '渠道' : 'Channel'}: ${duty.channel[lang]}`]),
    ...duty.due.map(
      (rule) =>
        `${zh ? '期限' : 'Due'} [${rule.mark}] ${rule.action[lang]}: ${describeTiming(rule.timing)[lang]}${validityText(rule, lang)} (${rule.sources.map((source) => sourceText(source, lang)).join('; ')})`,
    ),
    `${zh ? '证据' : 'Evidence'}: ${duty.evidence.map((item) => item[lang]).join('; ')}`,
    `${zh ? '依据' : 'Sources'}: ${duty.sources.map((source) => sourceText(source, lang)).join('; ')}`,
    ...duty.penalties.map(
      (penalty) =>
        `${zh ? '后果' : 'Penalty'} [${penalty.source.mark}] ${penalty.text[lang]}${validityText(penalty, lang)} (${sourceText(penalty.source, lang)})`,
    ),
    ...(duty.textualNote === undefined ? [] : [`${zh ? '文本说明' : 'Note'}: ${duty.textualNote[lang]}`]),
    ...(duty.notes ?? []).map((note) => `[${note.mark}] ${note.text[lang]}`),
  ];
  return lines.join('\n');
}

function sourceText(source: SourceReference, lang: Language): string {
  const title = LAWS.get(source.law)?.title[lang] ?? source.law;
  const article = source.article === null ? '' : ` ${source.article}`;
  const note = source.note === undefined ? '' : `, ${source.note[lang]}`;
  return `${title}${article} [${source.mark}${note}]${validityText(source, lang)}`;
}

interface Validity {
  readonly validFrom?: string | undefined;
  readonly validTo?: string | undefined;
}

/** Days outside which it is not applied, where it has such. */
function validityText({ validFrom, validTo }: Validity, lang: Language): string {
  if (validFrom === undefined && validTo === undefined) return '';
  return lang === 'zh' ? `（${validFrom ?? ''}—${validTo ?? ''}）` : ` (${validFrom ?? ''}–${validTo ?? ''})`;
}

function authorityText({ authority }: Duty, lang: Language): string {
  const { effective, printed, note } = authority;
  const asPrinted = printed === null ? '' : lang === 'zh' ? `（载明：${printed.zh}）` : ` (printed: ${printed.en})`;
  return `${effective}${asPrinted}${note === undefined ? '' : ` ${note[lang]}`}`;
}
