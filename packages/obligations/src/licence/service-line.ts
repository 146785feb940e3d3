import { fold } from '../text/fold.ts';
import type { Finding } from '../text/finding.ts';
import { newFinding } from '../text/new-finding.ts';
import { readAreas } from './areas.ts';
import { B25_ITEMS, serviceAtStart } from './classification.ts';
import type { B25Item, LicensedService } from './model.ts';

/** A service line that was read, the words of its coverage as printed, and what to check. */
export interface ServiceLine {
  readonly service: LicensedService;
  /** Coverage words as printed for this service; null when none are. */
  readonly coveragePrinted: string | null;
  readonly findings: readonly Finding[];
}

const MAX_LENGTH = 4000;
const QUOTED = 60;
/** The standard reminder of company registers that some activities need approval; it limits nothing here. */
const BOILERPLATE = /依法须经批准的项目|经相关部门批准后|方可开展相应?经营活动/;
const LIST_NUMBER =
  /^(?:\d{1,2}|[一二三四五六七八九十]{1,3}|[\u2460-\u2473])[.、)]|^\((?:\d{1,2}|[一二三四五六七八九十]{1,3})\)/;
const COVERAGE_LABEL = /^(?:业务)?(?:覆盖范围|服务范围|服务区域|覆盖地域|覆盖区域)(?:为|:)?/;

/**
 * Reads one service of a licence: name, 仅限… and 不含…, inside brackets or after them, coverage, and the reminder in
 * 【】 that is not part of it. An unknown name gives a finding and stays as printed, with `code` null.
 */
export function parseServiceLine(line: string): ServiceLine {
  const printed = line.trim().slice(0, MAX_LENGTH);
  const findings: Finding[] = [];
  const text = fold(printed)
    .replace(/[ \n\r]+/g, '')
    .replace(LIST_NUMBER, '');
  const found = serviceAtStart(text);
  const statements = splitStatements(found === undefined ? text : text.slice(found.length));
  if (found === undefined) statements.shift();
  const limitedTo: string[] = [];
  const excludes: string[] = [];
  const coverageWords: string[] = [];
  for (const statement of statements) readStatement(statement, { limitedTo, excludes, coverageWords });
  const coverage = coverageWords.length === 0 ? null : readAreas(coverageWords.join('、'));
  if (found === undefined) findings.push(unknownService(printed));
  for (const area of coverage?.unknown ?? []) findings.push(unknownArea(area));
  const code = found?.service.code ?? null;
  return {
    service: {
      code,
      name: found?.service.name.zh ?? nameOf(text),
      printed,
      limitedTo,
      excludes,
      b25Items: code === 'B25' ? allowedItems(limitedTo, excludes) : [],
      coverage: coverage === null || coverage.prefixes.length === 0 ? null : coverage.prefixes,
    },
    coveragePrinted: coverageWords.length === 0 ? null : coverageWords.join('、'),
    findings,
  };
}

/**
 * Items of B25 that limits and exclusions leave. 仅限互联网信息服务 and 不含互联网信息服务 choose the network, not the item,
 * and leave all five.
 */
export function allowedItems(limitedTo: readonly string[], excludes: readonly string[]): B25Item[] {
  const named = (words: readonly string[]) =>
    B25_ITEMS.filter(({ names }) => words.some((w) => names.some((name) => w.includes(name)))).map(({ item }) => item);
  const only = named(limitedTo);
  const not = new Set(named(excludes));
  return B25_ITEMS.map(({ item }) => item).filter(
    (item) => (only.length === 0 || only.includes(item)) && !not.has(item),
  );
}

/** Splits at the brackets and stops that separate name, limits, exclusions and coverage. Linear. */
function splitStatements(text: string): string[] {
  const marked = text.replace(
    /(仅限|限于|不含|不包括|不包含|(?:业务)?(?:覆盖范围|服务范围|服务区域|覆盖地域|覆盖区域))/g,
    '\n$1',
  );
  return marked.split(/[\n()[\]【】{};。]+/).filter((part) => part !== '');
}

interface Parts {
  readonly limitedTo: string[];
  readonly excludes: string[];
  readonly coverageWords: string[];
}

function readStatement(statement: string, parts: Parts): void {
  if (BOILERPLATE.test(statement)) return;
  const words = statement.replace(/^[:,、.]+/, '').replace(/[:,、.]+$/, '');
  if (words === '') return;
  const limit = /^(?:仅限于?|限于)(.+)$/.exec(words);
  const exclusion = /^(?:不含|不包括|不包含)(.+)$/.exec(words);
  if (limit?.[1] !== undefined) parts.limitedTo.push(limit[1]);
  else if (exclusion?.[1] !== undefined) parts.excludes.push(...exclusion[1].split(/[、,]/).filter((w) => w !== ''));
  else {
    const area = words.replace(COVERAGE_LABEL, '');
    if (area !== '' && (area !== words || readAreas(area).prefixes.length > 0)) parts.coverageWords.push(area);
  }
}

function nameOf(text: string): string {
  const name = text.split(/[()[\]【】{};。:]|仅限|不含|不包括/, 1)[0] ?? '';
  return name === '' ? text.slice(0, QUOTED) : name;
}

function unknownService(printed: string): Finding {
  const quoted = printed.slice(0, QUOTED);
  return newFinding(
    'unknown-service',
    'warning',
    `“${quoted}”不在《电信业务分类目录（2015年版）》增值电信业务之中，未作推断。请核对原件，或手工选择业务种类。`,
    `"${quoted}" is not among the value-added services of the classification of telecom services (2015); nothing was concluded. Check the original or choose the service by hand.`,
  );
}

/** An area of a coverage list that names no province. */
export function unknownArea(area: string): Finding {
  return newFinding(
    'unknown-area',
    'warning',
    `覆盖范围中的“${area}”不是已知的省（自治区、直辖市），未计入。`,
    `"${area}" in the coverage is no known province and was left out.`,
  );
}
