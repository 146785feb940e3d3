import type { CivilDate } from '@zhengqi/obligations';
import type { FieldError } from '../../errors.ts';
import { checkDays, periodOf, type RosterEntry } from './roster-entry.ts';

/** A record that is there already. */
export interface KnownEntry {
  id: string;
  entry: RosterEntry;
}

/**
 * What is wrong with a record beside those that are there: two contracts of one person at a time, a post twice, more than
 * the whole of somebody's time, a second body of a kind, the same proof again.
 * @param known current records of the company without the one that this replaces
 */
export function checkEntry(entry: RosterEntry, known: readonly KnownEntry[]): FieldError[] {
  const errors = checkDays(entry);
  if (errors.length > 0) return errors;
  const rivals = known.filter((other) => isRival(entry, other.entry));
  const clash = rivals.find((other) => overlaps(periodOf(entry), periodOf(other.entry)));
  if (clash) errors.push({ path: `record.${PLACE[entry.list]}`, message: clashMessage(entry, clash.entry) });
  if (entry.list === 'assignments') errors.push(...checkShare(entry, known));
  return errors;
}

/** Where the refusal of a rival stands. */
const PLACE: Readonly<Record<RosterEntry['list'], string>> = {
  employments: 'contractFrom',
  assignments: 'post',
  bodies: 'kind',
  places: 'province',
  certificates: 'kind',
  trainings: 'on',
  letters: 'kind',
  filings: 'on',
  localBodies: 'province',
  rotas: 'post',
  serviceHours: 'from',
  audits: 'on',
  complaints: 'receivedOn',
};

/** Members that two records of a list must not have in common in the same time. */
const SAME: Readonly<Record<RosterEntry['list'], readonly string[] | null>> = {
  employments: ['personId'],
  assignments: ['personId', 'post', 'province', 'unit'],
  bodies: ['kind'],
  places: ['province'],
  certificates: ['personId', 'kind', 'validFrom', 'validTo'],
  trainings: ['personId', 'kind', 'on'],
  letters: ['personId', 'kind'],
  filings: ['kind', 'province', 'personId', 'on'],
  localBodies: ['province'],
  rotas: ['post'],
  serviceHours: [],
  audits: ['kind', 'on'],
  // Several may come on one day.
  complaints: null,
};

function isRival(entry: RosterEntry, other: RosterEntry): boolean {
  const same = SAME[entry.list];
  if (same === null || entry.list !== other.list) return false;
  const [a, b] = [entry.record as Record<string, unknown>, other.record as Record<string, unknown>];
  return same.every((name) => a[name] === b[name]);
}

interface Period {
  from: CivilDate;
  to: CivilDate | null;
}

function overlaps(a: Period, b: Period): boolean {
  return (a.to === null || a.to >= b.from) && (b.to === null || b.to >= a.from);
}

function clashMessage(entry: RosterEntry, other: RosterEntry): FieldError['message'] {
  const { from, to } = periodOf(other);
  const [zh, en] = [`${from} 至 ${to ?? '今'}`, `${from} to ${to ?? 'now'}`];
  if (entry.list === 'employments')
    return {
      zh: `该人员在 ${zh} 已有劳动合同；请先结束原合同。`,
      en: `This person has a contract from ${en}; end it first.`,
    };
  if (entry.list === 'assignments')
    return { zh: `该人员在 ${zh} 已任此岗位。`, en: `This person holds this post from ${en}.` };
  if (entry.list === 'bodies' || entry.list === 'localBodies' || entry.list === 'places' || entry.list === 'rotas')
    return { zh: `${zh} 已有同类记录；请先结束它。`, en: `There is one of this kind from ${en}; end it first.` };
  return { zh: `已有相同的记录（${zh}）。`, en: `The same record is there already (${en}).` };
}

/** The parts of somebody's working time must not come to more than the whole on any day. */
function checkShare(entry: Extract<RosterEntry, { list: 'assignments' }>, known: readonly KnownEntry[]): FieldError[] {
  const { personId, share } = entry.record;
  if (share === null || share === 0) return [];
  const period = periodOf(entry);
  const others = known.flatMap(({ entry: other }) =>
    other.list === 'assignments' && other.record.personId === personId && (other.record.share ?? 0) > 0
      ? [{ ...periodOf(other), share: other.record.share ?? 0 }]
      : [],
  );
  // The sum changes only on days on which something begins.
  const days = [period.from, ...others.map((other) => other.from)].filter(
    (day) => day >= period.from && (period.to === null || day <= period.to),
  );
  for (const day of days.sort()) {
    const there = others.filter((other) => other.from <= day && (other.to === null || other.to >= day));
    const sum = there.reduce((total, other) => total + other.share, share);
    if (sum > 100) {
      return [
        {
          path: 'record.share',
          message: {
            zh: `该人员自 ${day} 起各岗位的工作时间合计为 ${sum}%，超过100%。`,
            en: `From ${day} the posts of this person take ${sum} % of the working time, more than the whole.`,
          },
        },
      ];
    }
  }
  return [];
}
