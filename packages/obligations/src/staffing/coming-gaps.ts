import {
  addDays,
  type CivilDate,
  civilDate,
  type Deadline,
  naturalDaysAfter,
  PRC_CALENDAR,
} from '../calendar/index.ts';
import type { Bilingual } from '../text/bilingual.ts';
import type { Mark } from '../rulebook/marks.ts';
import { Looker, type StaffingRules } from './check-staffing.ts';
import { STAFFING_CHECKS } from './checks/index.ts';
import { type Change, Day } from './day.ts';
import { assertStaffingInput } from './input-check.ts';
import type { StaffingInput, StaffingResult } from './model.ts';
import { chooseParameter } from './parameters.ts';
import { provinceName } from './provinces.ts';
import { sayChange } from './say-change.ts';

/** Why a gap begins, with the record and person it comes from. */
export interface GapCause extends Change {
  readonly text: Bilingual;
}

/** A time in which a check is short without a break. */
export interface StaffingGap {
  /** `staffing|S2|苏|2026-12-01`: check, province (`company` without one), first day. The same whenever it is looked at. */
  readonly key: string;
  readonly check: string;
  readonly clause: string | null;
  readonly dutyId: string | null;
  readonly province: string | null;
  /** What has to be filled. */
  readonly title: Bilingual;
  readonly from: CivilDate;
  /** Last day as far as the records go; null when it is still short at the end of the time looked at. */
  readonly to: CivilDate | null;
  /** Missing on the first day looked at, and at worst. */
  readonly shortBy: number;
  readonly worst: number;
  /** Mark of what is short, and whether that is law. */
  readonly mark: Mark | null;
  readonly asLaw: boolean;
  readonly because: Bilingual;
  readonly causes: readonly GapCause[];
  /** When to have filled it: our own proposal, counted from the first day. */
  readonly due: Deadline;
  readonly dueMark: Mark;
}

/** Checks over a time: `on` to `until`. */
export interface GapInput extends StaffingInput {
  until: CivilDate;
}

/** A run of days on which one result stays the same. */
interface Segment {
  readonly from: CivilDate;
  readonly result: StaffingResult;
  /** What changed on its first day. */
  readonly changes: readonly Change[];
}

/** It was short on the first day that the records speak of. */
const FROM_THE_FIRST_DAY: Change = { kind: 'list-complete', recordId: null, personId: null };

const SHIPPED: StaffingRules = { calendar: PRC_CALENDAR };

/**
 * Gaps that are open on `on` or begin until `until`, earliest first. A gap that began before `on` is followed back to its
 * first day as far as the lists are said to be complete, so that its key does not change from day to day.
 * @throws {StaffingInputError} for a roster that cannot be used
 */
export function comingGaps(input: GapInput, rules: StaffingRules = SHIPPED): StaffingGap[] {
  assertStaffingInput(input);
  const looker = new Looker(input, rules);
  const since = firstDay(input);
  const places = placesEver(input);
  const gaps = STAFFING_CHECKS.flatMap(({ scope }, index) =>
    (scope === 'province' ? places : [null]).flatMap((province) =>
      gapsOf(segmentsOf(looker, index, province, since, input.until), input, rules),
    ),
  );
  return gaps.sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
}

function segmentsOf(
  looker: Looker,
  index: number,
  province: string | null,
  since: CivilDate,
  until: CivilDate,
): Segment[] {
  const segments: Segment[] = [];
  let changes: readonly Change[] = [];
  let on: CivilDate | null = since;
  while (on !== null && on <= until) {
    const day: Day = new Day(on);
    segments.push({ from: on, result: looker.look(index, province, day), changes });
    changes = day.changes;
    on = day.next;
  }
  return segments;
}

function gapsOf(segments: readonly Segment[], input: GapInput, rules: StaffingRules): StaffingGap[] {
  const gaps: StaffingGap[] = [];
  for (let i = 0; i < segments.length; i++) {
    const first = segments[i] as Segment;
    if (first.result.outcome !== 'short') continue;
    let last = i;
    while (segments[last + 1]?.result.outcome === 'short') last++;
    const next = segments[last + 1];
    const run = segments.slice(i, last + 1);
    i = last;
    if (next === undefined || next.from > input.on) gaps.push(gapOf(run, next ?? null, input, rules));
  }
  return gaps;
}

function gapOf(run: readonly Segment[], next: Segment | null, input: GapInput, rules: StaffingRules): StaffingGap {
  const first = run[0] as Segment;
  // What is shown is how it stands on the first day looked at; before that it may have been worse.
  const shown = run.filter(({ from }) => from <= input.on).at(-1) ?? first;
  const { check, clause, dutyId, province, title } = first.result;
  const { value, source } = chooseParameter('gap-days', province, input.parameters ?? [], new Day(first.from));
  const place = province === null ? null : provinceName(province);
  return {
    key: `staffing|${check}|${province ?? 'company'}|${first.from}`,
    check,
    clause,
    dutyId,
    province,
    title: {
      zh: place === null ? `补足：${title.zh}` : `补足：${title.zh}（${place.zh}）`,
      en: place === null ? `Fill the gap: ${title.en}` : `Fill the gap: ${title.en} (${place.en})`,
    },
    from: first.from,
    to: next === null ? null : addDays(next.from, -1),
    shortBy: shown.result.shortBy,
    worst: Math.max(...run.map(({ result }) => result.shortBy)),
    mark: shown.result.mark,
    asLaw: shown.result.asLaw,
    because: shown.result.because,
    causes: (first.changes.length > 0 ? first.changes : [FROM_THE_FIRST_DAY]).map((change) => ({
      ...change,
      text: sayChange(change),
    })),
    due: naturalDaysAfter(rules.calendar, first.from, value),
    dueMark: source.mark,
  };
}

/** First day that the records can say something is missing about. */
function firstDay({ roster, on }: GapInput): CivilDate {
  const days = [
    ...Object.values(roster.kept),
    ...roster.bodies.map(({ from }) => from),
    ...roster.localBodies.map(({ from }) => from),
    ...roster.complaints.map(({ receivedOn }) => receivedOn),
  ];
  return days.reduce<CivilDate>((first, day) => (day < first ? civilDate(day) : first), on);
}

function placesEver({ facts, roster }: GapInput): string[] {
  const answered = facts['provinces_operating'];
  const places = new Set<string>(roster.places.map(({ province }) => province));
  if (Array.isArray(answered)) for (const province of answered) if (typeof province === 'string') places.add(province);
  return [...places];
}
