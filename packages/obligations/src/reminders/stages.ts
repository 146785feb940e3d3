import { addHours, type Instant, parseInstant } from '../calendar/instant.ts';
import { daysBetween } from '../calendar/date-arithmetic.ts';
import type { CivilDate } from '../calendar/civil-date.ts';
import type { ReminderPolicy } from './policy.ts';

/** An item as far as reminding goes. */
export interface ReminderItem {
  readonly id: string;
  readonly opensOn: CivilDate | null;
  readonly dueOn: CivilDate | null;
  /** Day by which people should act; not later than `dueOn`. */
  readonly actBy: CivilDate | null;
  /** Moment, when hours count. */
  readonly dueAt: Instant | null;
  /** Day on which the product first knew of it. */
  readonly firstSeenOn: CivilDate;
  /** Whether somebody must still act. */
  readonly isOpen: boolean;
  /** Whether it is sure that it is owed. */
  readonly isSure: boolean;
}

/** Now, both ways. */
export interface ReminderNow {
  readonly today: CivilDate;
  readonly instant: Instant;
}

/** A step on the way to a date, and past it. */
export interface Stage {
  /** `d30`: thirty days before; `d0`: the day; `o7`: a week overdue; `h4`: four hours before; `new`, `open`, `past`, `s1`. */
  readonly id: string;
  /** Hours after the date (negative before it): of two stages of one date the later one is greater. */
  readonly rank: number;
  /** Date or moment the stage counts to: when that moves, the stages begin anew. */
  readonly countsTo: string;
  /** Not for the daily digest: hours count. */
  readonly isUrgent: boolean;
  /** Whether the next in line hears of it too. */
  readonly escalates: boolean;
}

/** Before every threshold in days, and in hours. */
const NEW_RANK = -1_000_000;
const NEW_RANK_BY_MOMENT = -24 * 365;
/** After so many days overdue, it is told four times less often, and goes on so: a miss never falls silent. */
const PATIENT_DAYS = 84;
const PATIENCE = 4;

/**
 * The latest stage that an item has reached, or null when there is nothing to tell. A stage is reached when its
 * threshold has passed, on whatever day one looks: a day without a run loses none, and several passed at once are one.
 */
export function stageReached(item: ReminderItem, policy: ReminderPolicy, now: ReminderNow): Stage | null {
  if (!item.isOpen) return null;
  const stage = latest(stagesReached(item, policy, now));
  if (stage === null) return null;
  const { escalateAtDays } = policy;
  // An item that may not be owed at all is nobody's failure.
  const escalates = item.isSure && escalateAtDays !== null && stage.rank >= -24 * escalateAtDays;
  return { ...stage, escalates };
}

/** The moment at which an item that is due at one reaches its next stage, or null. Days are looked at every night. */
export function nextStageAt(item: ReminderItem, policy: ReminderPolicy, now: ReminderNow): Instant | null {
  if (!item.isOpen || item.dueAt === null) return null;
  const dueAt = parseInstant(item.dueAt);
  const instant = parseInstant(now.instant);
  const ahead = policy.leadHours.map((hours) => addHours(dueAt, -hours)).filter((at) => at > instant);
  return ahead.toSorted()[0] ?? null;
}

type Reached = Omit<Stage, 'escalates'>;

function stagesReached(item: ReminderItem, policy: ReminderPolicy, now: ReminderNow): Reached[] {
  const { dueAt, dueOn, firstSeenOn } = item;
  if (dueAt !== null) return reachedByMoment(dueAt, item, policy, now);
  if (dueOn === null) return policy.tellsNew ? reachedSince(item, policy, now) : [];
  const countsTo = item.actBy ?? dueOn;
  // Known only after its day: told once, so that a long past does not come down on a new client day by day.
  if (firstSeenOn > dueOn) return [{ id: 'past', rank: 0, countsTo: dueOn, isUrgent: false }];
  const reached: Reached[] = [];
  const add = (id: string, rank: number) => reached.push({ id, rank, countsTo, isUrgent: false });
  if (policy.tellsNew) add('new', NEW_RANK);
  const { opensOn } = item;
  if (policy.tellsOpening && opensOn !== null && opensOn <= now.today && opensOn <= countsTo)
    add('open', -24 * daysBetween(opensOn, countsTo));
  const daysLeft = daysBetween(now.today, countsTo);
  for (const days of leadsOf(item, policy)) if (daysLeft <= days) add(`d${days}`, -24 * days);
  const overdue = overdueDays(daysBetween(dueOn, now.today), policy.overdueEveryDays);
  // Counted from the last day of the law, ranked from the day to act: never before a stage that lies between them.
  if (item.isSure && overdue !== null) add(`o${overdue}`, 24 * (daysBetween(countsTo, dueOn) + overdue));
  return reached;
}

/** What may not be owed is told of on its way, but less often, and never as overdue. */
function leadsOf(item: ReminderItem, { leadDays }: ReminderPolicy): readonly number[] {
  if (item.isSure) return leadDays;
  const near = leadDays.filter((days) => days <= 30);
  return near.length <= 3 ? near : [near[0] ?? 0, near[Math.floor(near.length / 2)] ?? 0, near.at(-1) ?? 0];
}

function reachedByMoment(
  text: Instant,
  item: ReminderItem,
  policy: ReminderPolicy,
  { today, instant }: ReminderNow,
): Reached[] {
  const dueAt = parseInstant(text);
  const now = parseInstant(instant);
  const dueOn = dueAt.slice(0, 10) as CivilDate;
  if (item.firstSeenOn > dueOn) return [{ id: 'past', rank: 0, countsTo: dueAt, isUrgent: false }];
  const reached: Reached[] = [];
  if (policy.tellsNew) reached.push({ id: 'new', rank: NEW_RANK_BY_MOMENT, countsTo: dueAt, isUrgent: true });
  for (const hours of policy.leadHours)
    if (addHours(dueAt, -hours) <= now)
      reached.push({ id: `h${hours}`, rank: -hours, countsTo: dueAt, isUrgent: true });
  const overdue = item.isSure ? overdueDays(daysBetween(dueOn, today), policy.overdueEveryDays) : null;
  if (overdue !== null) reached.push({ id: `o${overdue}`, rank: 24 * overdue, countsTo: dueAt, isUrgent: false });
  return reached;
}

/** Without a date: when it became known, and again while it is open. */
function reachedSince({ firstSeenOn, isSure }: ReminderItem, policy: ReminderPolicy, now: ReminderNow): Reached[] {
  const again = isSure ? overdueDays(daysBetween(firstSeenOn, now.today), policy.overdueEveryDays) : null;
  const reached: Reached[] = [{ id: 'new', rank: 0, countsTo: firstSeenOn, isUrgent: true }];
  if (again !== null) reached.push({ id: `s${again}`, rank: 24 * again, countsTo: firstSeenOn, isUrgent: false });
  return reached;
}

/** The last of the days on which an overdue item is told of: the first day, then every so many, later less often. */
function overdueDays(days: number, every: number | null): number | null {
  if (days < 1 || every === null) return null;
  if (days < every) return 1;
  const lastOften = Math.floor(PATIENT_DAYS / every) * every;
  if (lastOften === 0 || days <= lastOften) return days - (days % every);
  const seldom = every * PATIENCE;
  return lastOften + Math.floor((days - lastOften) / seldom) * seldom;
}

function latest(stages: readonly Reached[]): Reached | null {
  return stages.reduce<Reached | null>(
    (best, stage) => (best === null || stage.rank >= best.rank ? stage : best),
    null,
  );
}
