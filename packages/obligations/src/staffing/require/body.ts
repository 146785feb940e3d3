import { NO, type Truth, UNKNOWN, YES } from '../../applicability/truth.ts';
import { askList, askRecord, type Found, met, notAsked, short, type StaffingContext, unknown } from '../context.ts';
import { employed } from '../people.ts';
import { BODIES, type BodyKind } from '../posts.ts';
import type { RequirementOf } from '../requirement.ts';
import type { Body } from '../roster-records.ts';

/** Bodies of a kind that exist on the day. */
export function bodiesOn({ roster, day }: StaffingContext, kind: BodyKind): Body[] {
  return roster
    .bodiesOf(kind)
    .filter(
      ({ id, from, to }) => day.reached(from, 'body-start', id) && (to === null || !day.passed(to, 'body-end', id)),
    );
}

/** Whether there is a body of a kind. */
export function bodyExists(context: StaffingContext, kind: BodyKind): Truth {
  if (bodiesOn(context, kind).length > 0) return YES;
  return context.roster.isKept('bodies', context.day) ? NO : UNKNOWN;
}

/** A body exists, has a head who works here, a paper, or mostly members from outside. */
export function checkBody({ body, has }: RequirementOf<'body'>, context: StaffingContext): Found {
  const { zh, en } = BODIES[body];
  const bodies = bodiesOn(context, body);
  if (has !== 'existence') {
    // That there is none is said once, by the requirement that asks for it.
    if (bodies.length === 0) return notAsked(`没有登记${zh}`, `no ${lower(en)} is recorded`);
    return HAS[has](bodies, context);
  }
  if (bodies.length > 0) return met(`已设${zh}`, `${en} exists`);
  return context.roster.isKept('bodies', context.day)
    ? short(1, `没有${zh}`, `there is no ${lower(en)}`)
    : unknown(
        [askList('bodies')],
        `没有登记${zh}，清单未确认完整`,
        `no ${lower(en)} is recorded and the list is not said to be complete`,
      );
}

const HAS = {
  head: headOf,
  paper: paperOf,
  'external-majority': outsideOf,
} as const;

function headOf(bodies: readonly Body[], context: StaffingContext): Found {
  let open = false;
  for (const { headId } of bodies) {
    if (headId === null) continue;
    const truth = employed(context, headId);
    if (truth === YES) return met('负责人在职', 'the head works here', [headId]);
    if (truth === UNKNOWN) open = true;
  }
  if (open) return unknown([askList('people')], '负责人是否在职未知', 'it is not known whether the head works here');
  return context.roster.isKept('bodies', context.day)
    ? short(1, '没有在职的负责人', 'no head works here')
    : unknown(
        [askRecord('bodies', null, '机构负责人是谁？', 'Who heads the body?')],
        '没有登记负责人',
        'no head is recorded',
      );
}

function paperOf(bodies: readonly Body[], { roster, day }: StaffingContext): Found {
  const papered = bodies.some(({ id, appointedOn }) => appointedOn !== null && day.reached(appointedOn, 'record', id));
  if (papered) return met('有文件', 'there is a paper');
  return roster.isKept('bodies', day)
    ? short(1, '没有文件', 'there is no paper')
    : unknown(
        [askRecord('bodies', null, '成立文件是哪天的？', 'Of which day is the paper?')],
        '没有登记文件',
        'no paper is recorded',
      );
}

function outsideOf(bodies: readonly Body[], { day }: StaffingContext): Found {
  let best = Number.POSITIVE_INFINITY;
  let hope = Number.POSITIVE_INFINITY;
  for (const { id, members } of bodies) {
    const now = members.filter(
      ({ from, to }) => day.reached(from, 'record', id) && (to === null || !day.passed(to, 'record', id)),
    );
    const outside = now.filter(({ external }) => external === true).length;
    const open = now.filter(({ external }) => external === null).length;
    best = Math.min(best, missingOutside(now.length, outside));
    hope = Math.min(hope, missingOutside(now.length, outside + open));
  }
  if (best === 0) return met('外部成员超过半数', 'more than half are from outside');
  if (hope > 0)
    return short(hope, `外部成员还差${hope}人才超过半数`, `${hope} more from outside are needed for more than half`);
  return unknown(
    [askRecord('bodies', null, '各成员是否为外部成员？', 'Which members are from outside?')],
    '部分成员是否为外部成员未知',
    'it is not known which members are from outside',
  );
}

/** Members from outside to be added until they are more than half. */
function missingOutside(members: number, outside: number): number {
  return Math.max(0, members - 2 * outside + 1);
}

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
