import { isCivilDate } from '../calendar/index.ts';
import type { Finding } from '../text/finding.ts';
import type { StaffingInput } from './model.ts';
import type { Roster } from './roster.ts';
import { newFinding } from '../text/new-finding.ts';

/** An input that cannot be used, with its place. Nothing is computed from a bad input. */
export class StaffingInputError extends Error {
  readonly code = 'bad-input';
  /** For example `roster.assignments[2].to`. */
  readonly path: string;
  /** What is wrong and what to do, in Chinese; `message` says it in English. */
  readonly messageZh: string;

  constructor(path: string, zh: string, en: string) {
    super(`${path}: ${en}`);
    this.name = 'StaffingInputError';
    this.path = path;
    this.messageZh = `${path}：${zh}`;
  }
}

/** For each field that ends something, the fields that may begin it. */
const BEGINNINGS: ReadonlyMap<string, readonly string[]> = new Map([
  ['to', ['from']],
  ['contractTo', ['contractFrom']],
  ['leftOn', ['contractFrom']],
  ['validTo', ['validFrom', 'signedOn']],
  ['answeredOn', ['receivedOn']],
]);
const REFERENCES: ReadonlySet<string> = new Set(['personId', 'headId', 'contactId']);
const DATES: ReadonlySet<string> = new Set([
  ...['from', 'to', 'on', 'contractFrom', 'contractTo', 'leftOn', 'validFrom', 'validTo', 'signedOn', 'appointedOn'],
  ...['headSince', 'changedOn', 'updatedOn', 'reportedOn', 'receivedOn', 'answeredOn'],
]);

/**
 * What is wrong with a roster: days that do not exist, ends before their beginnings, ids used twice, people who are not
 * in the list. Empty for one that can be used.
 */
export function checkRoster(roster: Roster): Finding[] {
  const findings: Finding[] = [];
  const people = new Set(roster.people.map(({ id }) => id));
  for (const [list, value] of Object.entries(roster)) {
    if (Array.isArray(value)) checkRecords(list, value as readonly Fields[], people, findings);
  }
  for (const [section, from] of Object.entries(roster.kept)) {
    if (!isCivilDate(from)) findings.push(noSuchDay(`roster.kept.${section}`, from));
  }
  return findings;
}

type Fields = Readonly<Record<string, unknown>>;

function checkRecords(
  list: string,
  records: readonly Fields[],
  people: ReadonlySet<string>,
  findings: Finding[],
): void {
  const ids = new Set<unknown>();
  for (let i = 0; i < records.length; i++) {
    const record = records[i] as Fields;
    if (ids.has(record['id'])) {
      findings.push(
        problem(`roster.${list}[${i}].id`, 'id-twice', '同一列表中编号重复。', 'the id occurs twice in the list.'),
      );
    }
    ids.add(record['id']);
    checkRecord(record, () => `roster.${list}[${i}]`, people, findings);
  }
}

/** `path` is put into words only for what is wrong. */
function checkRecord(record: Fields, path: () => string, people: ReadonlySet<string>, findings: Finding[]): void {
  for (const name in record) {
    const value = record[name];
    if (typeof value === 'string') checkText(name, value, record, path, people, findings);
    else if (Array.isArray(value)) {
      for (let i = 0; i < value.length; i++) {
        const part: unknown = value[i];
        if (typeof part === 'object' && part !== null) {
          checkRecord(part as Fields, () => `${path()}.${name}[${i}]`, people, findings);
        }
      }
    } else if (typeof value === 'object' && value !== null) {
      checkRecord(value as Fields, () => `${path()}.${name}`, people, findings);
    }
  }
}

function checkText(
  name: string,
  value: string,
  record: Fields,
  path: () => string,
  people: ReadonlySet<string>,
  findings: Finding[],
): void {
  if (REFERENCES.has(name)) {
    if (people.has(value)) return;
    const [zh, en] = ['人员列表中没有此人。', 'is not in the list of people.'];
    findings.push(problem(`${path()}.${name}`, 'unknown-person', zh, en));
  } else if (DATES.has(name)) {
    if (!isCivilDate(value)) findings.push(noSuchDay(`${path()}.${name}`, value));
    for (const beginning of BEGINNINGS.get(name) ?? []) {
      const from = record[beginning];
      if (typeof from !== 'string' || from <= value) continue;
      const [zh, en] = [`${value}早于${from}。`, `${value} lies before ${from}.`];
      findings.push(problem(`${path()}.${name}`, 'end-before-start', zh, en));
    }
  }
}

function noSuchDay(path: string, value: string): Finding {
  return problem(path, 'no-such-day', `${value}不是存在的日期。`, `${value} is not an existing date.`);
}

function problem(path: string, code: string, zh: string, en: string): Finding {
  return newFinding(code, 'error', `${path}：${zh}`, `${path}: ${en}`, { path });
}

/** @throws {StaffingInputError} for the first thing that is wrong */
export function assertStaffingInput({ roster, parameters = [] }: StaffingInput): void {
  const [first] = checkRoster(roster);
  if (first?.at != null && 'path' in first.at) throw errorOf(first.at.path, first);
  parameters.forEach(({ value }, i) => {
    if (!Number.isInteger(value) || value < 0) {
      throw new StaffingInputError(
        `parameters[${i}].value`,
        '应为不小于0的整数。',
        'must be a whole number of at least 0.',
      );
    }
  });
}

function errorOf(path: string, { message, messageEn }: Finding): StaffingInputError {
  return new StaffingInputError(path, message.slice(path.length + 1), messageEn.slice(path.length + 2));
}
