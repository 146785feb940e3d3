import { z } from 'zod';
import { type Licence, UNKNOWN_LICENCE } from '../../licence/index.ts';
import { ScheduleInputError } from '../../schedule/index.ts';
import { checkEvents, checkFacts } from '../../schedule/input-check.ts';
import {
  checkStaffing,
  comingGaps,
  EMPTY_ROSTER,
  Roster,
  StaffingInputError,
  type StaffingGap,
  type StaffingInput,
  StaffingParameter,
  type StaffingResult,
} from '../../staffing/index.ts';
import type { Language } from '../../text/bilingual.ts';
import { type Arguments, dateOption, oneOperand } from '../arguments.ts';
import { CommandError } from '../command-error.ts';
import { readDocument } from '../document.ts';
import { readJson } from '../files.ts';
import { eventsFrom, factsFrom } from '../inputs.ts';
import { type CommandResult, heading, pad } from '../output.ts';

/** `staffing`: the checks S1 to S25 of a roster on a day, and the gaps until another. */
export function staffingCommand(args: Arguments): CommandResult {
  const roster = rosterFrom(oneOperand(args, '名册文件'));
  const on = dateOption(args, 'on');
  const until = args.option('until') === undefined ? null : dateOption(args, 'until');
  if (until !== null && until < on) throw new CommandError(`--until ${until} 早于 --on ${on}。`);
  const input: StaffingInput = {
    licence: licenceFrom(args.option('licence')),
    facts: factsFrom(args.option('facts')),
    events: eventsFrom(args.option('events')),
    parameters: parametersFrom(args.option('parameters')),
    roster,
    on,
  };
  return looked(() => {
    checkFacts(input.facts);
    checkEvents(input.events ?? []);
    const { results } = checkStaffing(input);
    const gaps = until === null ? null : comingGaps({ ...input, until });
    return {
      json: { on, licence: input.licence.number, results, gaps: gaps?.map(gapJson) ?? null },
      text: (lang) => render(results, gaps, roster, lang),
    };
  });
}

function gapJson({ due, ...gap }: StaffingGap) {
  return { ...gap, dueOn: due.dueOn, actBy: due.actBy, provisional: due.provisional };
}

function rosterFrom(path: string): Roster {
  const read = Roster.partial().safeParse(readJson(path, '名册'));
  if (!read.success) throw new CommandError(problemOf('roster', read.error));
  return { ...EMPTY_ROSTER, ...(read.data as Partial<Roster>) };
}

function parametersFrom(path: string | undefined): StaffingParameter[] {
  const read = z.array(StaffingParameter).safeParse(readJson(path, '--parameters') ?? []);
  if (!read.success) throw new CommandError(problemOf('parameters', read.error));
  return read.data;
}

/** The first thing that is wrong, with its place. */
function problemOf(root: string, { issues }: z.ZodError): string {
  const [first] = issues;
  const place = (first?.path ?? []).map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`)).join('');
  return `${root}${place}：格式不对（见 docs/schemas/${root}.schema.json）。${first?.message ?? ''}`;
}

function licenceFrom(path: string | undefined): Licence {
  if (path === undefined) return UNKNOWN_LICENCE;
  const { fields: _fields, ...licence } = readDocument(path).licence;
  return licence;
}

function looked(look: () => CommandResult): CommandResult {
  try {
    return look();
  } catch (error) {
    if (error instanceof StaffingInputError || error instanceof ScheduleInputError) {
      throw new CommandError(`${error.messageZh} ${error.message}`);
    }
    throw error;
  }
}

const OUTCOME = {
  met: { zh: '✓ 符合', en: '✓ met' },
  short: { zh: '✗ 差', en: '✗ short by' },
  unknown: { zh: '? 未知', en: '? unknown' },
  'does-not-apply': { zh: '· 不适用', en: '· does not apply' },
} as const;

function render(
  results: readonly StaffingResult[],
  gaps: readonly StaffingGap[] | null,
  roster: Roster,
  lang: Language,
): string {
  const names = new Map(roster.people.map(({ id, name }) => [id, name]));
  const lines = results.map((result) => resultText(result, names, lang));
  if (gaps === null) return lines.join('\n');
  const title = lang === 'zh' ? `缺口（${gaps.length}）` : `Gaps (${gaps.length})`;
  return [...lines, heading(title), ...gaps.map((gap) => gapText(gap, names, lang))].join('\n');
}

function resultText(result: StaffingResult, names: ReadonlyMap<string, string>, lang: Language): string {
  const { check, province, outcome, shortBy, mark, title, because, coveredBy, clause } = result;
  const place = province === null ? '' : ` ${province}`;
  const head = `${pad(`${check}${place}`, 8)}${pad(clause ?? '—', 8)}${pad(`[${mark ?? '—'}]`, 5)}`;
  const said = `${OUTCOME[outcome][lang]}${outcome === 'short' ? ` ${shortBy}` : ''}`;
  const by = coveredBy.map((id) => names.get(id) ?? id).join(lang === 'zh' ? '、' : ', ');
  return [
    `${head}${pad(said, 18)}${title[lang]}`,
    `        ${because[lang]}${by === '' ? '' : lang === 'zh' ? `（${by}）` : ` (${by})`}`,
  ].join('\n');
}

function gapText(gap: StaffingGap, names: ReadonlyMap<string, string>, lang: Language): string {
  const zh = lang === 'zh';
  const end = gap.to === null ? '' : ` – ${gap.to}`;
  const causes = gap.causes.map(({ text, personId }) =>
    personId === null ? text[lang] : `${text[lang]} (${names.get(personId) ?? personId})`,
  );
  return [
    `${gap.from}${end}  ${gap.check} [${gap.mark ?? '—'}] ${gap.title[lang]}`,
    `        ${causes.join('; ')}`,
    `        ${zh ? '建议补足' : 'proposed day'} [${gap.dueMark}] ${gap.due.dueOn}`,
  ].join('\n');
}
