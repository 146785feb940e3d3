import { addDays, addMonths, type CivilDate } from '../calendar/index.ts';

/** How often a standing duty is reviewed. Our own rule (mark O): no law sets a rhythm. */
export interface ReviewRhythm {
  /** Day from which this rhythm holds; dates before it follow the one before. */
  readonly setOn: CivilDate;
  readonly everyMonths: number;
  /** A day of the series; null for the ends of calendar years and their parts. */
  readonly firstOn: CivilDate | null;
  /** No reviews. */
  readonly off: boolean;
}

/** Rhythms of a company: every setting since it came, oldest first, so that old dates stay what they were. */
export interface ReviewSettings {
  /** Day the company came: nobody owes a review from before. */
  readonly since: CivilDate;
  readonly company: readonly ReviewRhythm[];
  /** Of single duties, by id; null from a day on means that the company's rhythm holds again. */
  readonly duties: ReadonlyMap<string, readonly { readonly setOn: CivilDate; readonly rhythm: ReviewRhythm | null }[]>;
}

/** One intended day of a review, from which the next is counted whenever it was done. */
export interface ReviewDate {
  readonly opensOn: CivilDate;
  readonly dueOn: CivilDate;
  readonly rhythm: ReviewRhythm;
}

/** Once a year, at its end, before the window of the annual report opens. */
export const DEFAULT_RHYTHM = { everyMonths: 12, firstOn: null, off: false } as const;

/** Any end of a year does: the series runs both ways from it. */
const YEAR_END = '2026-12-31' as CivilDate;
/** A review opens so many days before its day, or after the one before when that is later. */
const OPEN_DAYS = 60;
/** Whoever comes just before the end of a year is not asked for everything at once. */
const FIRST_AFTER_DAYS = 30;

/**
 * The days on which one duty is to be reviewed: all since the company came, and the next one. Each period between two
 * settings follows its own rhythm.
 */
export function reviewDates(settings: ReviewSettings, dutyId: string, asOf: CivilDate): ReviewDate[] {
  const own = settings.duties.get(dutyId) ?? [];
  const changes = [...settings.company, ...own]
    .map(({ setOn }) => setOn)
    .filter((day) => settings.since < day && day <= asOf);
  const starts = [settings.since, ...[...new Set(changes)].sort()];
  return starts.flatMap((start, i) => {
    const rhythm = rhythmOn(settings, dutyId, start);
    const from = rhythm.firstOn === null && i === 0 ? addDays(start, FIRST_AFTER_DAYS) : start;
    return rhythm.off ? [] : series(rhythm, from, starts[i + 1] ?? null, asOf);
  });
}

/** The rhythm that holds for a duty on a day: its own, else the company's, else the default. */
export function rhythmOn(settings: ReviewSettings, dutyId: string, day: CivilDate): ReviewRhythm {
  const own = settings.duties.get(dutyId)?.findLast(({ setOn }) => setOn <= day)?.rhythm ?? null;
  const company = settings.company.findLast(({ setOn }) => setOn <= day);
  return own ?? company ?? { setOn: settings.since, ...DEFAULT_RHYTHM };
}

/** Days of a series from one day on: those before the next setting, or up to the next one to come. */
function series(rhythm: ReviewRhythm, from: CivilDate, before: CivilDate | null, asOf: CivilDate): ReviewDate[] {
  const base = rhythm.firstOn ?? YEAR_END;
  const day = (n: number) => addMonths(base, n * rhythm.everyMonths);
  const dates: ReviewDate[] = [];
  for (let n = firstAt(rhythm, base, from); ; n += 1) {
    const dueOn = day(n);
    if (dueOn < from) continue;
    if (before !== null && dueOn >= before) return dates;
    const [afterLast, ahead] = [addDays(day(n - 1), 1), addDays(dueOn, -OPEN_DAYS)];
    dates.push({ opensOn: afterLast > ahead ? afterLast : ahead, dueOn, rhythm });
    if (before === null && dueOn >= asOf) return dates;
  }
}

/** A step of the series at or shortly before a day; a first day that somebody chose is never gone behind. */
function firstAt({ everyMonths, firstOn }: ReviewRhythm, base: CivilDate, from: CivilDate): number {
  const months =
    (Number(from.slice(0, 4)) - Number(base.slice(0, 4))) * 12 + Number(from.slice(5, 7)) - Number(base.slice(5, 7));
  const n = Math.floor(months / everyMonths);
  return firstOn === null ? n : Math.max(0, n);
}
