import { fixedWindow } from '../calendar/index.ts';
import type { Duty, Rulebook } from '../rulebook/schema.ts';
import { OWN_RULES_FROM } from '../rulebook/sources.ts';
import type { Bilingual } from '../text/bilingual.ts';
import type { DutyResult, Occurrence } from './model.ts';
import { type ReviewDate, type ReviewSettings, reviewDates } from './review-rhythm.ts';
import type { Run } from './run.ts';
import { statusOf } from './status.ts';

/** Stands in the place of a due rule in items that review a standing duty. */
export const REVIEW_RULE_ID = 'compliance-review';

const NOTHING = Object.freeze([]);

/** Whether a duty goes on all the time without dates of its own, so that only a review tells whether it is kept. */
export function isReviewed({ kinds, due }: Duty): boolean {
  if (!kinds.includes('standing') && !kinds.includes('prohibition')) return false;
  return !due.some(({ timing }) => timing.type === 'calendar-years' || timing.type === 'yearly-window');
}

/** Items to review the standing duties and prohibitions that certainly bind, in the order of the rulebook. */
export function reviewOccurrences(
  { duties }: Rulebook,
  results: readonly DutyResult[],
  settings: ReviewSettings,
  run: Run,
): Occurrence[] {
  return duties.flatMap((duty, i) => {
    if (results[i]?.applies !== 'yes' || !isReviewed(duty)) return [];
    const { heldFrom, heldTo } = run.standing;
    const lastDay = duty.bindsWithoutLicence ? null : heldTo;
    const firstDay = [duty.validFrom, heldFrom, OWN_RULES_FROM].reduce((last, day) => (day > last ? day : last));
    return reviewDates(settings, duty.id, run.asOf)
      .filter(({ dueOn }) => dueOn >= firstDay && (lastDay === null || dueOn <= lastDay) && dueOn <= run.until)
      .map((date) => toReview(duty, date, run));
  });
}

function toReview(duty: Duty, { opensOn, dueOn, rhythm }: ReviewDate, run: Run): Occurrence {
  const deadline = fixedWindow(run.calendar, opensOn, dueOn);
  const subject = duty.scope === 'company' ? 'company' : run.licenceRef;
  const suffix = `${subject}/${dueOn}`;
  const anchor = { what: rhythmInWords(rhythm.everyMonths), on: rhythm.firstOn ?? dueOn };
  const { nominalOn, actBy, provisional, provisionalFields, derivation } = deadline;
  return {
    key: `${duty.id}/${REVIEW_RULE_ID}/${suffix}`,
    dutyId: duty.id,
    clause: duty.clause,
    dueRuleId: REVIEW_RULE_ID,
    action: actionOf(duty),
    applies: 'yes',
    opensOn,
    nominalOn,
    dueOn,
    dueAt: null,
    actBy,
    provisional,
    provisionalFields,
    status: statusOf({ suffix, opensOn, deadline, dueAt: null, anchor }, run.asOf),
    mark: 'O',
    anchor,
    derivation,
    asks: NOTHING,
  };
}

function rhythmInWords(everyMonths: number): Bilingual {
  return {
    zh: `复核周期：每${everyMonths}个月（本产品建议，可调整）`,
    en: `Review rhythm: every ${everyMonths === 1 ? 'month' : `${everyMonths} months`} (our proposal, can be changed)`,
  };
}

const actions = new WeakMap<Duty, Bilingual>();

/** All licences share the words of a duty. */
function actionOf(duty: Duty): Bilingual {
  let action = actions.get(duty);
  if (action === undefined) {
    action = Object.freeze({
      zh: `复核遵守情况并签署声明：${duty.title.zh}`,
      en: `Review compliance and sign the statement: ${duty.title.en}`,
    });
    actions.set(duty, action);
  }
  return action;
}
