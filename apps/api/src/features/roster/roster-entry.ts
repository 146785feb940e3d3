import { type CivilDate, isCivilDate, PROVINCES, Roster } from '@zhengqi/obligations';
import { z } from 'zod';
import type { RosterData, RosterList } from '../../db/schema/people.ts';
import type { FieldError } from '../../errors.ts';

const { shape } = Roster;

/** One record of the roster with the list it belongs to, as it is given and stored. */
export const RosterEntry = z.discriminatedUnion('list', [
  z.strictObject({ list: z.literal('employments'), record: shape.employments.element.omit({ id: true }) }),
  z.strictObject({ list: z.literal('assignments'), record: shape.assignments.element.omit({ id: true }) }),
  z.strictObject({ list: z.literal('bodies'), record: shape.bodies.element.omit({ id: true }) }),
  z.strictObject({ list: z.literal('places'), record: shape.places.element.omit({ id: true }) }),
  z.strictObject({ list: z.literal('certificates'), record: shape.certificates.element.omit({ id: true }) }),
  z.strictObject({ list: z.literal('trainings'), record: shape.trainings.element.omit({ id: true }) }),
  z.strictObject({ list: z.literal('letters'), record: shape.letters.element.omit({ id: true }) }),
  z.strictObject({ list: z.literal('filings'), record: shape.filings.element.omit({ id: true }) }),
  z.strictObject({ list: z.literal('localBodies'), record: shape.localBodies.element.omit({ id: true }) }),
  z.strictObject({ list: z.literal('rotas'), record: shape.rotas.element.omit({ id: true }) }),
  z.strictObject({ list: z.literal('serviceHours'), record: shape.serviceHours.element.omit({ id: true }) }),
  z.strictObject({ list: z.literal('audits'), record: shape.audits.element.omit({ id: true }) }),
  z.strictObject({ list: z.literal('complaints'), record: shape.complaints.element.omit({ id: true }) }),
]);
export type RosterEntry = z.infer<typeof RosterEntry>;

/** The same for a person who is being entered: whose record it is goes without saying. */
export const OwnEntry = z.discriminatedUnion('list', [
  z.strictObject({
    list: z.literal('employments'),
    record: shape.employments.element.omit({ id: true, personId: true }),
  }),
  z.strictObject({
    list: z.literal('assignments'),
    record: shape.assignments.element.omit({ id: true, personId: true }),
  }),
  z.strictObject({
    list: z.literal('certificates'),
    record: shape.certificates.element.omit({ id: true, personId: true }),
  }),
  z.strictObject({ list: z.literal('trainings'), record: shape.trainings.element.omit({ id: true, personId: true }) }),
  z.strictObject({ list: z.literal('letters'), record: shape.letters.element.omit({ id: true, personId: true }) }),
]);
export type OwnEntry = z.infer<typeof OwnEntry>;

export const RosterListName = z.enum(
  Object.keys(shape).filter((key) => key !== 'kept' && key !== 'people') as [RosterList],
);

/** Lists whose records belong to one person and go when that person is deleted. */
export const OWNED: readonly RosterList[] = OwnEntry.options.map(({ shape: { list } }) => list.value);

/** Public id of the person whose record it is; null for what concerns the company or several people. */
export function ownerOf({ list, record }: RosterEntry): string | null {
  return OWNED.includes(list) && 'personId' in record ? record.personId : null;
}

/** First and last day on which a record counts. */
export function periodOf({ list, record }: RosterEntry): { from: CivilDate; to: CivilDate | null } {
  const day = (text: string | null) => text as CivilDate | null;
  switch (list) {
    case 'employments':
      return { from: record.contractFrom as CivilDate, to: day(earlier(record.contractTo, record.leftOn)) };
    case 'certificates':
      return { from: record.validFrom as CivilDate, to: day(record.validTo) };
    case 'letters':
      return { from: record.signedOn as CivilDate, to: day(record.validTo) };
    case 'trainings':
    case 'filings':
    case 'audits':
      return { from: record.on as CivilDate, to: null };
    case 'complaints':
      return { from: record.receivedOn as CivilDate, to: day(record.answeredOn) };
    default:
      return { from: record.from as CivilDate, to: day(record.to) };
  }
}

/** The record with another last day; null for lists whose records are about one day. */
export function endedOn(entry: RosterEntry, on: CivilDate): RosterEntry | null {
  const { list, record } = entry;
  if (list === 'employments') return { list, record: { ...record, leftOn: on } };
  if (list === 'certificates' || list === 'letters') return { list, record: { ...record, validTo: on } } as RosterEntry;
  if (list === 'complaints') return { list, record: { ...record, answeredOn: on } };
  return 'to' in record ? ({ list, record: { ...record, to: on } } as RosterEntry) : null;
}

/** Where a record names people, and whom. */
export function referencesOf(entry: RosterEntry): { path: string; personId: string }[] {
  const found: { path: string; personId: string }[] = [];
  walk(entry.record, 'record', (path, key, value) => {
    if (typeof value === 'string' && NAMING.has(key)) found.push({ path, personId: value });
  });
  return found;
}

const NAMING = new Set(['personId', 'headId', 'contactId']);

/** The record without one person: a head or contact becomes nobody, a member unnamed, a shift goes. */
export function withoutPerson(data: RosterData, personId: string): RosterData {
  const left = Object.entries(data).map(([key, value]): [string, unknown] => {
    if (NAMING.has(key)) return [key, value === personId ? null : value];
    if (key === 'shifts')
      return [key, (value as { personId: string }[]).filter((shift) => shift.personId !== personId)];
    if (key !== 'members') return [key, value];
    const members = value as { personId: string | null }[];
    return [key, members.map((member) => (member.personId === personId ? { ...member, personId: null } : member))];
  });
  return Object.fromEntries(left) as RosterData;
}

/** Days that do not exist, ends before their starts, and provinces that are none. */
export function checkDays(entry: RosterEntry): FieldError[] {
  const errors: FieldError[] = [];
  walk(entry.record, 'record', (path, key, value) => {
    if (typeof value !== 'string') return;
    if (/^\d{4}-\d{2}-\d{2}$/.test(value) && !isCivilDate(value)) errors.push({ path, message: NO_SUCH_DAY });
    if (key === 'province' && !PROVINCES.some(({ prefix }) => prefix === value))
      errors.push({ path, message: NO_PROVINCE });
  });
  walk(entry.record, 'record', (path, _key, value) => errors.push(...checkPeriod(path, value)));
  errors.push(...checkPeriod('record', entry.record));
  return errors;
}

const STARTS = ['from', 'contractFrom', 'validFrom', 'signedOn', 'receivedOn', 'on'];
const ENDS = ['to', 'contractTo', 'leftOn', 'validTo', 'answeredOn', 'reportedOn'];

function checkPeriod(path: string, value: unknown): FieldError[] {
  if (typeof value !== 'object' || value === null) return [];
  const members = value as Record<string, unknown>;
  const start = STARTS.map((name) => members[name]).find((day) => typeof day === 'string') as string | undefined;
  if (start === undefined) return [];
  return ENDS.flatMap((name) => {
    const end = members[name];
    if (typeof end !== 'string' || !isCivilDate(end) || !isCivilDate(start) || end >= start) return [];
    return [
      {
        path: `${path}.${name}`,
        message: {
          zh: `${end} 早于开始日 ${start}。`,
          en: `${end} lies before the first day, ${start}.`,
        },
      },
    ];
  });
}

const NO_SUCH_DAY = {
  zh: '没有这一天，请填写存在的日期，如 2026-03-31。',
  en: 'There is no such day; give one like 2026-03-31.',
};
const NO_PROVINCE = { zh: '请填写省份简称，如“苏”。', en: 'Give the abbreviation of a province, such as 苏.' };

/** Visits every member of every object in a value, with its dotted path. */
function walk(value: unknown, path: string, visit: (path: string, key: string, value: unknown) => void): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, member] of Object.entries(value)) {
    visit(`${path}.${key}`, key, member);
    walk(member, `${path}.${key}`, visit);
  }
}

function earlier(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return a ?? b;
  return a < b ? a : b;
}
