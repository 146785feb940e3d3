import { NO, type Truth, UNKNOWN, YES } from '../../applicability/truth.ts';
import { addDays, type CivilDate } from '../../calendar/index.ts';
import {
  askList,
  askRecord,
  type Found,
  met,
  short,
  type StaffingAsk,
  type StaffingContext,
  unknown,
} from '../context.ts';
import { certified, employed, holdersOf } from '../people.ts';
import { POSTS } from '../posts.ts';
import type { RequirementOf } from '../requirement.ts';
import { bodiesOn } from './body.ts';

type EveryHolder = RequirementOf<'every-holder'>;

/** Every holder of the posts, and every head of the body, has the training, letter or certificate. */
export function checkEveryHolder(requirement: EveryHolder, context: StaffingContext): Found {
  const people = peopleOf(requirement, context);
  const complete = listsAreKept(requirement, context);
  const lacking: string[] = [];
  const open: string[] = [];
  const having: string[] = [];
  for (const id of people) {
    const works = employed(context, id);
    if (works === NO) continue;
    const truth = has(requirement, context, id);
    if (truth === YES) having.push(id);
    else if (truth === UNKNOWN || works === UNKNOWN) open.push(id);
    else lacking.push(id);
  }
  const total = having.length + lacking.length + open.length;
  if (lacking.length > 0) {
    return short(
      lacking.length,
      `${total}人中有${lacking.length}人没有`,
      `${lacking.length} of ${total} ${total === 1 ? 'person lacks' : 'people lack'} it`,
      having,
    );
  }
  if (total === 0) return nobody(requirement);
  const asks: StaffingAsk[] = open.map((id) =>
    askRecord(sectionOf(requirement), id, '有这项记录吗？', 'Is there such a record?'),
  );
  if (complete && open.length === 0) return met(`${total}人都有`, `all have it (${total})`, having);
  return unknown(
    complete ? asks : [...asks, askList('posts')],
    `已登记${total}人，其中${open.length}人待核实${complete ? '' : '，岗位清单未确认完整'}`,
    `${total} recorded, ${open.length} not known${complete ? '' : '; the list of posts is not said to be complete'}`,
    having,
  );
}

/** That nobody is recorded in the post does not prove that nobody does the work. */
function nobody({ posts }: EveryHolder): Found {
  const names = posts.map((post) => POSTS[post]);
  const zh = names.map((name) => name.zh).join('、');
  const en = names.map((name) => name.en.charAt(0).toLowerCase() + name.en.slice(1)).join(', ');
  return unknown(
    [askRecord('posts', null, `谁是${zh}？`, `Who is ${en}?`)],
    `没有登记${zh}`,
    `nobody is recorded as ${en}`,
  );
}

function peopleOf({ posts, orHeadOf }: EveryHolder, context: StaffingContext): string[] {
  const heads = orHeadOf === undefined ? [] : bodiesOn(context, orHeadOf).flatMap(({ headId }) => headId ?? []);
  const people = new Set([...holdersOf(context, posts), ...holdersOf(context, posts, true), ...heads]);
  return [...people];
}

function listsAreKept({ orHeadOf }: EveryHolder, { roster, day }: StaffingContext): boolean {
  return roster.isKept('posts', day) && (orHeadOf === undefined || roster.isKept('bodies', day));
}

function has({ has: wanted }: EveryHolder, context: StaffingContext, id: string): Truth {
  const { day, roster } = context;
  if ('certificate' in wanted) return certified(context, id, wanted.certificate);
  if ('letter' in wanted) {
    const signed = roster
      .lettersOf(id)
      .some(
        (letter) =>
          letter.kind === wanted.letter &&
          day.reached(letter.signedOn, 'letter-signed', letter.id, id) &&
          (letter.validTo === null || !day.passed(letter.validTo, 'letter-expired', letter.id, id)),
      );
    return signed ? YES : missing(context, 'letters');
  }
  const trainings = roster.trainingsOf(id).filter(({ kind }) => kind === wanted.training);
  const done = trainings.filter((training) => day.reached(training.on, 'training-done', training.id, id));
  if (done.length === 0) {
    // Somebody never trained is counted by the requirement that asks for a training at all.
    const never = missing(context, 'trainings');
    return wanted.within !== undefined && never === NO ? YES : never;
  }
  if (wanted.within === undefined) return YES;
  const days = context.parameter(wanted.within).value;
  const recent = done.some(
    ({ id: training, on }) => !day.passed(addDays(on as CivilDate, days), 'training-old', training, id),
  );
  return recent ? YES : missing(context, 'trainings');
}

function missing({ roster, day }: StaffingContext, section: 'letters' | 'trainings'): Truth {
  return roster.isKept(section, day) ? NO : UNKNOWN;
}

function sectionOf({ has: wanted }: EveryHolder): 'certificates' | 'letters' | 'trainings' {
  if ('certificate' in wanted) return 'certificates';
  return 'letter' in wanted ? 'letters' : 'trainings';
}
