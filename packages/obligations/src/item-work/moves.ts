import type { Bilingual } from '../text/bilingual.ts';

/** Where people are with an item. */
export const WORK_STATES = ['open', 'prepared', 'submitted', 'closed', 'waived'] as const;
export type WorkState = (typeof WORK_STATES)[number];

/** What people do with an item. */
export const WORK_MOVES = [
  'assign',
  'prepare',
  'submit',
  'record-receipt',
  'close',
  'sign',
  'reopen',
  'request-waiver',
  'withdraw-waiver',
  'approve-waiver',
  'refuse-waiver',
  'state-missed',
] as const;
export type WorkMove = (typeof WORK_MOVES)[number];

/** One row of the table: from which states, to which, and what else must hold. */
export interface MoveRule {
  readonly name: Bilingual;
  readonly from: readonly WorkState[];
  /** Null: the state stays. */
  readonly to: WorkState | null;
  /** Only an item whose waiver waits for its second person, or only one without. */
  readonly waiver?: 'pending' | 'none';
  /** Items that review a standing duty are closed by a signed statement and by nothing else. */
  readonly review?: 'only' | 'never';
  /** Nobody but a person: a program cannot sign, waive or say that something was missed. */
  readonly byPersonOnly?: true;
}

const TO_DO = ['open', 'prepared'] as const;
const NOT_FINISHED = ['open', 'prepared', 'submitted'] as const;

/** The whole state machine of work on an item. */
export const MOVE_RULES: Readonly<Record<WorkMove, MoveRule>> = {
  assign: { name: { zh: '指派', en: 'Assign' }, from: NOT_FINISHED, to: null },
  prepare: { name: { zh: '准备就绪', en: 'Mark as prepared' }, from: ['open'], to: 'prepared' },
  submit: {
    name: { zh: '登记申报', en: 'Record the filing' },
    from: TO_DO,
    to: 'submitted',
    waiver: 'none',
    review: 'never',
  },
  'record-receipt': {
    name: { zh: '登记回执', en: 'Record a receipt' },
    from: ['submitted', 'closed'],
    to: null,
    review: 'never',
  },
  close: { name: { zh: '办结', en: 'Close' }, from: NOT_FINISHED, to: 'closed', waiver: 'none', review: 'never' },
  sign: {
    name: { zh: '签署合规声明', en: 'Sign the statement of compliance' },
    from: TO_DO,
    to: 'closed',
    waiver: 'none',
    review: 'only',
    byPersonOnly: true,
  },
  reopen: {
    name: { zh: '重新打开', en: 'Reopen' },
    from: ['prepared', 'submitted', 'closed', 'waived'],
    to: 'open',
    waiver: 'none',
  },
  'request-waiver': {
    name: { zh: '申请豁免', en: 'Ask for a waiver' },
    from: NOT_FINISHED,
    to: null,
    waiver: 'none',
    byPersonOnly: true,
  },
  'withdraw-waiver': {
    name: { zh: '撤回豁免申请', en: 'Withdraw the request for a waiver' },
    from: NOT_FINISHED,
    to: null,
    waiver: 'pending',
    byPersonOnly: true,
  },
  'approve-waiver': {
    name: { zh: '批准豁免', en: 'Approve the waiver' },
    from: NOT_FINISHED,
    to: 'waived',
    waiver: 'pending',
    byPersonOnly: true,
  },
  'refuse-waiver': {
    name: { zh: '拒绝豁免', en: 'Refuse the waiver' },
    from: NOT_FINISHED,
    to: null,
    waiver: 'pending',
    byPersonOnly: true,
  },
  'state-missed': {
    name: { zh: '确认逾期未办', en: 'State that it was missed' },
    from: NOT_FINISHED,
    to: null,
    byPersonOnly: true,
  },
};

/** Names of the states in words. */
export const STATE_NAMES: Readonly<Record<WorkState, Bilingual>> = {
  open: { zh: '待办', en: 'open' },
  prepared: { zh: '已准备', en: 'prepared' },
  submitted: { zh: '已申报', en: 'filed' },
  closed: { zh: '已办结', en: 'closed' },
  waived: { zh: '已豁免', en: 'waived' },
};
