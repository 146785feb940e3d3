import { NO, type Truth, UNKNOWN, YES } from '../../applicability/truth.ts';
import { askList, askRecord, type Found, met, short, type StaffingContext, unknown } from '../context.ts';
import { employed, holdersOf } from '../people.ts';
import type { RequirementOf } from '../requirement.ts';
import { ALL_WEEK, holesIn, type Span, spansOf } from '../week.ts';

type RotaRequirement = RequirementOf<'rota'>;

/** The shifts of people who hold the post and work here cover the week, or the hours of the service. */
export function checkRota(requirement: RotaRequirement, context: StaffingContext): Found {
  const wanted = requirement.covers === 'all-week' ? ALL_WEEK : serviceHours(context);
  if (wanted === null) {
    return unknown(
      [askRecord('service-hours', null, '服务在哪些时段发布信息？', 'In which hours does the service publish?')],
      '服务时段未登记',
      'the service hours are not recorded',
    );
  }
  const { sure, possible, people } = shiftsOf(requirement, context);
  const holes = holesIn(wanted, sure).length;
  if (holes === 0) return met('排班无空档', 'the rota has no hole', people);
  const certain = holesIn(wanted, possible).length;
  if (certain > 0 && context.roster.isKept('rotas', context.day)) {
    return short(
      certain,
      `排班每周有${certain}处空档`,
      `the rota has ${certain} ${certain === 1 ? 'hole' : 'holes'} a week`,
      people,
    );
  }
  return unknown([askList('rotas')], '排班未登记完整', 'the rota is not recorded completely', people);
}

function serviceHours({ roster, day }: StaffingContext): readonly Span[] | null {
  const running = roster.roster.serviceHours.filter(
    ({ id, from, to }) => day.reached(from, 'record', id) && (to === null || !day.passed(to, 'record', id)),
  );
  return running.length === 0 ? null : spansOf(running.flatMap(({ hours }) => hours));
}

function shiftsOf({ post }: RotaRequirement, context: StaffingContext) {
  const { roster, day } = context;
  const holders = new Set([...holdersOf(context, [post]), ...holdersOf(context, [post], true)]);
  const postsKept = roster.isKept('posts', day);
  const truths = new Map<string, Truth>();
  const works = (id: string): Truth => {
    const known = truths.get(id);
    if (known !== undefined) return known;
    const inPost = holders.has(id) ? YES : postsKept ? NO : UNKNOWN;
    const truth = inPost === NO ? NO : employed(context, id) === YES ? inPost : employed(context, id);
    truths.set(id, truth);
    return truth;
  };
  const shifts = roster.roster.rotas
    .filter(
      (rota) =>
        rota.post === post &&
        day.reached(rota.from, 'rota-changed', rota.id) &&
        (rota.to === null || !day.passed(rota.to, 'rota-changed', rota.id)),
    )
    .flatMap((rota) => rota.shifts);
  const sure = shifts.filter(({ personId }) => works(personId) === YES);
  return {
    sure: spansOf(sure),
    possible: spansOf(shifts.filter(({ personId }) => works(personId) !== NO)),
    people: [...new Set(sure.map(({ personId }) => personId))],
  };
}
