import { cite } from '../../../rulebook/sources.ts';
import type { ClockDefinition, StateDefinition } from '../../machine/model.ts';
import { note } from './fields.ts';

/** States that every application to the licensing authority goes through, up to the decision. */
export const APPLICATION_STATES = {
  planned: { name: { zh: '待启动', en: 'Not begun' }, kind: 'start' },
  preparing: { name: { zh: '准备材料', en: 'Preparing material' }, kind: 'waiting-for-us' },
  'waiting-for-client': {
    name: { zh: '等待客户提供材料', en: 'Waiting for the client’s material' },
    kind: 'waiting-for-client',
  },
  submitted: {
    name: { zh: '已提交，待受理', en: 'Submitted, acceptance awaited' },
    kind: 'waiting-for-authority',
    filed: true,
  },
  'asked-to-complete': {
    name: { zh: '需补正材料', en: 'Material to be completed' },
    kind: 'waiting-for-us',
    filed: true,
    notes: [
      note(
        'V',
        '行政机关应当一次告知需补正的全部内容；补正后重新提交并取得回执。',
        'The authority must name all that is missing at once; hand in the rest and take a new receipt.',
        [cite('licensing-law', '32', 'V')],
      ),
    ],
  },
  accepted: {
    name: { zh: '已受理，待决定', en: 'Accepted, decision awaited' },
    kind: 'waiting-for-authority',
    filed: true,
  },
  'under-review': {
    name: { zh: '专家评审或听证', en: 'Expert review or hearing' },
    kind: 'waiting-for-authority',
    filed: true,
  },
  'not-accepted': {
    name: { zh: '不予受理', en: 'Not accepted' },
    kind: 'waiting-for-us',
    notes: [
      note(
        'O',
        '查明原因，改正后可重新准备；期限继续计算。',
        'Find the reason, correct it and prepare again; the limits go on running.',
      ),
    ],
  },
  refused: {
    name: { zh: '不予批准', en: 'Refused' },
    kind: 'waiting-for-us',
    notes: [
      note(
        'O',
        '取得书面决定并存档；能否再次申请，先问发证机关。救济途径以决定书所载为准，本产品不作推断。',
        'Keep the written decision; ask the authority whether to apply again. For remedies see the decision itself: we infer none.',
      ),
    ],
  },
  approved: { name: { zh: '已批准', en: 'Approved' }, kind: 'waiting-for-authority', filed: true },
  withdrawn: { name: { zh: '已撤回', en: 'Withdrawn' }, kind: 'ended-bad' },
  'ended-refused': { name: { zh: '未获批准，终止', en: 'Ended without approval' }, kind: 'ended-bad' },
} as const satisfies Readonly<Record<string, StateDefinition>>;

export type ApplicationState = keyof typeof APPLICATION_STATES;

/** Clocks of the authority: acceptance and delivery of the certificate. */
export const APPLICATION_CLOCKS = {
  accept: {
    name: { zh: '受理或一次告知补正', en: 'Accept, or name all that is missing' },
    whose: 'authority',
    timing: { type: 'after', from: 'receipt', period: { n: 5, unit: 'working-day' }, because: 'C7' },
    mark: 'V',
    sources: [cite('licensing-law', '32', 'V'), cite('licensing-law', '82', 'V')],
    silence: note(
      'V',
      '逾期未一次告知的，视为受理（许可法第32条）。先确认没有漏登的通知。',
      'Without such notice in time it counts as accepted (Licensing Law art 32). Make sure first that no notice went unrecorded.',
    ),
  },
  deliver: {
    name: { zh: '颁发、送达许可证件', en: 'Deliver the certificate' },
    whose: 'authority',
    timing: { type: 'after', from: 'approvedOn', period: { n: 10, unit: 'working-day' }, because: 'C7' },
    mark: 'V',
    sources: [cite('licensing-law', '44', 'V'), cite('licensing-law', '82', 'V')],
  },
} as const satisfies Readonly<Record<string, ClockDefinition>>;

/** Acceptance of what is no application for a licence: the article is followed by analogy, which is our reading. */
export const ACCEPT_BY_ANALOGY: ClockDefinition = {
  ...APPLICATION_CLOCKS.accept,
  mark: 'O',
  silence: note(
    'O',
    '许可法第32条写的是行政许可申请，注销、变更省证的申请比照；未告知的，先向发证机关确认。',
    'Licensing Law art 32 speaks of applications for a licence, cancelling or changing a provincial one follows by analogy; without an answer ask the authority first.',
  ),
};

/** The 60 days of the telecom regulations: natural days from the receipt, outside the working-day rule of the Licensing Law. */
export const DECIDE_IN_60_DAYS: ClockDefinition = {
  name: { zh: '作出决定（60日）', en: 'Decide (60 days)' },
  whose: 'authority',
  timing: { type: 'after', from: 'receipt', period: { n: 60, unit: 'natural-day' } },
  mark: 'E',
  sources: [cite('order-42', '28', 'E'), cite('telecom-regulations', '14', 'V')],
  notes: [
    note(
      'O',
      '许可法第82条的工作日规则只适用于许可法自身的期限，电信条例的60日按自然日计；该条写的是经营许可申请，增加业务种类、扩大地域的申请比照。',
      'The working-day rule of Licensing Law art 82 covers its own periods only, so these 60 days are natural days; the article speaks of applications for a licence; more services or area are applied for in the same way.',
    ),
    note('P', '各省承诺时限20至40个工作日不等。', 'Administrations promise 20 to 40 working days.'),
  ],
};
