import { parseArgs } from 'node:util';
import { CalendarError, type CivilDate, calendarMessageZh, civilDate } from '../calendar/index.ts';
import type { Language } from '../text/bilingual.ts';
import { CommandError } from './command-error.ts';

/** The command line, taken apart. */
export interface Arguments {
  readonly command: string | undefined;
  readonly operands: readonly string[];
  readonly json: boolean;
  readonly lang: Language;
  /** Value of an option, undefined when it was not given. */
  option(name: OptionName): string | undefined;
}

const OPTIONS = {
  'as-of': { type: 'string' },
  until: { type: 'string' },
  facts: { type: 'string' },
  events: { type: 'string' },
  on: { type: 'string' },
  licence: { type: 'string' },
  parameters: { type: 'string' },
  from: { type: 'string' },
  days: { type: 'string' },
  'working-days': { type: 'string' },
  'days-before': { type: 'string' },
  hours: { type: 'string' },
  lang: { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean' },
} as const;

export type OptionName = Exclude<keyof typeof OPTIONS, 'json' | 'help'>;

/** @throws {CommandError} for an unknown option or a bad language */
export function readArguments(argv: readonly string[]): Arguments {
  const { values, positionals } = parse(argv);
  const lang = values.lang ?? 'zh';
  if (lang !== 'zh' && lang !== 'en') throw new CommandError(`--lang 应为 zh 或 en，而不是“${lang}”。`);
  const [command, ...operands] = positionals;
  return {
    command: values.help === true ? 'help' : command,
    operands,
    json: values.json === true,
    lang,
    option: (name) => values[name],
  };
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options: OPTIONS, allowPositionals: true, strict: true });
  } catch (error) {
    throw new CommandError(wordsOf(error as NodeJS.ErrnoException, argv));
  }
}

/** What is wrong with the options, naming them; the parser itself only speaks English. */
function wordsOf(error: NodeJS.ErrnoException, argv: readonly string[]): string {
  const named = /'(-[^' ]*)/.exec(error.message)?.[1] ?? argv.find((word) => word.startsWith('-')) ?? '';
  const see = '用 help 查看用法。';
  if (error.code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return `没有“${named}”这个选项。${see}`;
  return `选项“${named}”的值不对：需要值的要给出（负数不可用），不需要的不要给。${see}`;
}

/** The one operand of a command. @throws {CommandError} when it is missing or there are more */
export function oneOperand(args: Arguments, what: string): string {
  const [operand, ...more] = args.operands;
  if (operand === undefined) throw new CommandError(`缺少${what}。用法见 help。`);
  if (more.length > 0) throw new CommandError(`只能给出一个${what}，多出：${more.join(' ')}。带空格的请加引号。`);
  return operand;
}

/** A civil date option. @throws {CommandError} when it is missing or no date */
export function dateOption(args: Arguments, name: OptionName): CivilDate {
  const text = args.option(name);
  if (text === undefined) throw new CommandError(`缺少 --${name}，写作 --${name} 2026-03-31。`);
  try {
    return civilDate(text);
  } catch (error) {
    if (error instanceof CalendarError)
      throw new CommandError(`--${name}：${calendarMessageZh(error)} ${error.message}`);
    throw error;
  }
}

/** A whole number option. @throws {CommandError} */
export function countOption(args: Arguments, name: OptionName): number | null {
  const text = args.option(name);
  if (text === undefined) return null;
  if (!/^\d{1,5}$/.test(text)) throw new CommandError(`--${name} 应为0至99999的整数，而不是“${text}”。`);
  return Number(text);
}
