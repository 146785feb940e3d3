import { type Truth, UNKNOWN, YES } from '../../applicability/truth.ts';
import {
  askList,
  type Found,
  met,
  notAsked,
  short,
  type StaffingAsk,
  type StaffingContext,
  unknown,
} from '../context.ts';
import { neededOf, type Needed } from '../need.ts';
import { asksAbout, holdersOf, qualifies } from '../people.ts';
import type { Post } from '../posts.ts';
import type { Quality, RequirementOf } from '../requirement.ts';
import { bodyExists } from './body.ts';
import { mostWithOwnPhones } from './own-phones.ts';

type Holders = RequirementOf<'holders'>;

/** People who count, and people of whom it is not known. */
interface Counted {
  readonly sure: readonly string[];
  readonly maybe: readonly string[];
}

/** So many different people in one of the posts, employed and with the qualities. */
export function checkHolders(requirement: Holders, context: StaffingContext): Found {
  const { posts, qualities, among } = requirement;
  const body = requirement.orBody === undefined ? null : bodyExists(context, requirement.orBody);
  if (body === YES) return met('设有机构', 'the body exists');
  const need = neededOf(requirement.need, context);
  if (need.high === 0) return notAsked('参数为0，不要求', 'the parameter is 0, so none is asked for');
  const complete = context.roster.isKept('posts', context.day);
  const people = holdersOf(context, posts, requirement.deputies);
  const counted = count(context, people, posts, qualities);
  const base = among === undefined ? null : count(context, people, posts, among);
  if (base !== null && complete && base.sure.length + base.maybe.length === 0) {
    return notAsked('没有可核对的人员', 'there is nobody to look at');
  }
  const wanted = base === null ? need : within(need, base, complete);
  const found = requirement.distinctPhones === true ? withPhones(context, counted) : sizes(counted);
  const range = requirement.apartFrom === undefined ? found : apart(requirement, context, counted, wanted);
  const high = complete ? range.high : Number.POSITIVE_INFINITY;
  const open = (): StaffingAsk[] => [
    ...need.asks,
    ...[...counted.sure, ...counted.maybe].flatMap((id) =>
      asksAbout(context, id, posts, phoneToo(requirement, qualities)),
    ),
    ...(complete ? [] : [askList('posts')]),
  ];
  const result = outcomeOf(range.low, high, wanted, counted, open, body);
  // The number is the parameter's; that there is nobody at all breaks the source itself.
  const nobody = result.outcome === 'short' && counted.sure.length + counted.maybe.length === 0;
  return need.source === null || nobody ? result : { ...result, number: need.source };
}

function outcomeOf(
  low: number,
  high: number,
  need: Pick<Needed, 'low' | 'high'>,
  { sure, maybe }: Counted,
  asks: () => StaffingAsk[],
  body: Truth | null,
): Found {
  if (low >= need.high) return met(`需要${need.high}人，有${low}人`, `${need.high} needed, ${low} there`, sure);
  if (high < need.low && body !== UNKNOWN) {
    const missing = need.low - high;
    return short(
      missing,
      `需要${need.low}人，只有${high}人，差${missing}人`,
      `${need.low} needed, ${high} there, short by ${missing}`,
      sure,
    );
  }
  const wanted = Number.isFinite(need.high) ? String(need.high) : null;
  return unknown(
    body === UNKNOWN ? [askList('bodies'), ...asks()] : asks(),
    `需要${wanted ?? `至少${need.low}`}人，已确认${low}人，待核实${maybe.length}人`,
    `${wanted ?? `at least ${need.low}`} needed, ${low} certain, ${maybe.length} not known`,
    sure,
  );
}

function count(
  context: StaffingContext,
  people: readonly string[],
  posts: readonly Post[],
  qualities: readonly Quality[],
): Counted {
  const sure: string[] = [];
  const maybe: string[] = [];
  for (const id of people) {
    const truth = qualifies(context, id, posts, qualities);
    if (truth === YES) sure.push(id);
    else if (truth === UNKNOWN) maybe.push(id);
  }
  return { sure, maybe };
}

const sizes = ({ sure, maybe }: Counted) => ({ low: sure.length, high: sure.length + maybe.length });

/** No more are needed than there are people at all; those that lack are asked for elsewhere. */
function within(need: Needed, { sure, maybe }: Counted, complete: boolean): Pick<Needed, 'low' | 'high'> {
  return {
    low: Math.min(need.low, sure.length),
    high: complete ? Math.min(need.high, sure.length + maybe.length) : need.high,
  };
}

/** Each needs a phone of their own: two people with one phone count once. */
function withPhones({ roster }: StaffingContext, { sure, maybe }: Counted): { low: number; high: number } {
  const keysOf = (id: string) => roster.person(id)?.phoneKeys ?? null;
  const known = sure.filter((id) => keysOf(id) !== null);
  const open = sure.length - known.length + maybe.length;
  const low = mostWithOwnPhones(known.map((id) => keysOf(id) ?? []));
  return { low, high: low + open };
}

const phoneToo = ({ distinctPhones }: Holders, qualities: readonly Quality[]): readonly Quality[] =>
  distinctPhones === true ? [...qualities, 'phone'] : qualities;

/**
 * Nobody is counted for both: of the people found, those needed for the other posts are left out as far as there is
 * nobody else for them.
 */
function apart(requirement: Holders, context: StaffingContext, counted: Counted, need: Pick<Needed, 'low' | 'high'>) {
  const { posts, need: other } = requirement.apartFrom ?? { posts: [], need: { n: 1 } };
  const others = count(context, holdersOf(context, posts), posts, []);
  const othersNeeded = neededOf(other, context).low;
  const sure = new Set(counted.sure);
  const all = new Set([...counted.sure, ...counted.maybe]);
  const left = (mine: ReadonlySet<string>, theirs: readonly string[]): number => {
    const union = new Set([...mine, ...theirs]).size;
    return Math.min(mine.size, Math.max(0, union - Math.min(othersNeeded, theirs.length)));
  };
  return {
    low: Math.min(left(sure, [...others.sure, ...others.maybe.filter((id) => sure.has(id))]), need.high),
    high: left(all, [...others.sure, ...others.maybe.filter((id) => !all.has(id))]),
  };
}
