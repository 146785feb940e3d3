import type { CivilDate } from '../calendar/index.ts';
import type { Mark } from '../rulebook/marks.ts';
import type { Bilingual } from '../text/bilingual.ts';
import { MOVE_RULES, STATE_NAMES, type WorkMove, type WorkState } from './moves.ts';

/** What a move looks at, of the item itself. */
export interface ItemStanding {
  readonly state: WorkState;
  readonly waiverPending: boolean;
  /** It reviews a standing duty by a rhythm of our own. */
  readonly isReview: boolean;
  readonly mark: Mark;
  readonly dueOn: CivilDate | null;
  readonly missed: boolean;
}

/** Why a move cannot be made, in words that say what to do. */
export interface WorkRefusal {
  readonly code: 'state' | 'waiver-pending' | 'no-waiver' | 'review' | 'not-a-review' | 'person' | 'no-miss';
  readonly text: Bilingual;
}

/** Whether a move may be made now; null when it may. The first thing that stands in the way is told. */
export function checkMove(
  item: ItemStanding,
  move: WorkMove,
  by: { readonly isPerson: boolean; readonly today: CivilDate },
): WorkRefusal | null {
  const rule = MOVE_RULES[move];
  if (rule.review === 'never' && item.isReview) {
    return refusal('review', '定期复核事项通过签署合规声明办结。', 'A review is closed by signing its statement.');
  }
  if (rule.review === 'only' && !item.isReview) {
    return refusal(
      'not-a-review',
      '只有定期复核事项需要签署合规声明。',
      'Only reviews of standing duties have a statement to sign.',
    );
  }
  if (!rule.from.includes(item.state)) {
    const state = STATE_NAMES[item.state];
    return refusal(
      'state',
      `事项${state.zh}，不能“${rule.name.zh}”。`,
      `“${rule.name.en}” is not possible for an item that is ${state.en}.`,
    );
  }
  if (rule.waiver === 'none' && item.waiverPending) {
    return refusal(
      'waiver-pending',
      '豁免申请尚待另一人决定；请先决定或撤回。',
      'A request for a waiver waits for its second person: have it decided or withdraw it first.',
    );
  }
  if (rule.waiver === 'pending' && !item.waiverPending) {
    return refusal('no-waiver', '没有待决定的豁免申请。', 'No request for a waiver is waiting.');
  }
  if (rule.byPersonOnly === true && !by.isPerson) {
    return refusal('person', '此操作须由本人登录办理，不能由程序代办。', 'Only a person can do this, not a program.');
  }
  return move === 'state-missed' ? checkMiss(item, by.today) : null;
}

/** Our own rules and practice are no law: whoever is late by them has missed nothing in a legal sense. */
function checkMiss(item: ItemStanding, today: CivilDate): WorkRefusal | null {
  if (!isLegalLimit(item.mark)) {
    return refusal(
      'no-miss',
      '该期限不是法定期限（标记 O 或 P），不构成法律意义上的逾期。',
      'This limit is not law (mark O or P): it cannot be missed in a legal sense.',
    );
  }
  if (item.missed) return refusal('no-miss', '已记录为逾期未办。', 'It is recorded as missed already.');
  if (item.dueOn === null || item.dueOn >= today) {
    return refusal('no-miss', '期限尚未届满。', 'Its limit has not passed.');
  }
  return null;
}

/** Whether a limit is one of law: read, excerpted or remembered. O is our own rule and P practice. */
export function isLegalLimit(mark: Mark): boolean {
  return mark !== 'O' && mark !== 'P';
}

function refusal(code: WorkRefusal['code'], zh: string, en: string): WorkRefusal {
  return { code, text: { zh, en } };
}
