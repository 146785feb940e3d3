import type { MoveSource } from '../machine/define-workflow.ts';
import { defineWorkflow } from '../machine/define-workflow.ts';
import { type Guard, STAY } from '../machine/model.ts';
import {
  choice,
  date,
  instant,
  maybeFlag,
  maybeNumber,
  maybeText,
  note,
  REASON,
  RECEIPT,
  reason,
  text,
} from './shared/fields.ts';
import { closes, opens, ruleClock, stops } from './shared/rule-clock.ts';

const DUTY = 'report-security-incident';
const STATES = ['found', 'acting', 'handled'] as const;
const AT_ONCE = ['act', 'persons', 'cii', 'cyberspace', 'police', 'interests'] as const;

/** One report to one receiver: in any state before the end, with its own moment and receipt. */
const reportTo = (
  zh: string,
  en: string,
  clock: (typeof AT_ONCE)[number],
  rule: string,
): MoveSource<(typeof STATES)[number]> => ({
  name: { zh: `登记已向${zh}报告`, en: `Record the report to ${en}` },
  from: STATES,
  to: STAY,
  by: 'applicant',
  fields: {
    reportedAt: instant('报告时间', 'Time of the report'),
    receipt: RECEIPT,
    told: maybeText('对方姓名、电话或文号', 'Name, telephone or number there'),
  },
  guards: [
    {
      type: 'not-before',
      field: 'reportedAt',
      than: 'at',
      otherwise: { zh: '报告时间早于发现时间，请核对。', en: 'The report lies before the finding; check the times.' },
    },
  ],
  effects: [{ type: 'records-receipt', field: 'receipt' }, ...stops('reportedAt', clock), closes(DUTY, rule)],
});

const FIRST_REPORT: Guard = {
  type: 'done',
  move: 'report-to-telecom-authority',
  otherwise: { zh: '尚未登记向电信主管部门的报告。', en: 'The report to the telecom authority is not recorded yet.' },
};

/** W6: a security incident, with every clock shown, the earliest first. */
export const INCIDENT_REPORT = defineWorkflow({
  kind: 'incident-report',
  name: { zh: '网络安全事件报告', en: 'Report of a security incident' },
  clauses: ['8', '8b'],
  subject: 'event',
  initial: 'found',
  opening: {
    fields: {
      at: instant('发现时间', 'Time it was found'),
      what: text('发生了什么', 'What happened'),
      personsAffected: maybeNumber('涉及个人信息人数', 'Persons whose information leaked'),
      level: level(),
      harmsNationalOrPublicInterest: maybeFlag('危害国家安全或公共利益', 'Harms national security or public interests'),
      is_CII: maybeFlag('是否为关键信息基础设施', 'Is it critical information infrastructure'),
    },
    effects: opens(...AT_ONCE),
  },
  states: {
    found: {
      name: { zh: '已发现，立即处置并报告', en: 'Found: act and report at once' },
      kind: 'start',
      notes: [
        note(
          'V',
          '“第一时间”没有数字：立即处置、立即报告，显示已过时间。首报可以不完整。',
          '“First time” has no number: act and report at once, the time elapsed is shown. A first report may be partial.',
        ),
        note(
          'V',
          '低于分级表的数字不等于无须报告：个人信息泄露的补救和通知没有人数门槛。',
          'Below the numbers of the table it does not follow that no report is due: remedy and notice of a leak have no threshold.',
        ),
      ],
    },
    acting: { name: { zh: '处置中', en: 'Being handled' }, kind: 'ongoing' },
    handled: { name: { zh: '处置完毕，待总结', en: 'Handled, final reports to come' }, kind: 'waiting-for-us' },
    closed: { name: { zh: '已结案', en: 'Closed' }, kind: 'ended-good' },
    'false-alarm': { name: { zh: '经查不构成事件', en: 'Found to be no incident' }, kind: 'ended-bad' },
  },
  clocks: {
    act: ruleClock(DUTY, 'act-and-report-at-once'),
    persons: ruleClock(DUTY, 'notify-persons-and-authority'),
    cii: ruleClock(DUTY, 'report-to-cyberspace-administration-cii'),
    cyberspace: ruleClock(DUTY, 'report-to-cyberspace-administration'),
    police: ruleClock(DUTY, 'report-to-police'),
    interests: ruleClock(DUTY, 'report-harm-to-interests'),
    orders: ruleClock('follow-emergency-orders', 'carry-out', { from: 'orderedOn' }),
    summary: ruleClock(DUTY, 'summary-to-ministry'),
    final: ruleClock(DUTY, 'final-report'),
  },
  moves: {
    act: {
      name: { zh: '开始处置', en: 'Begin to act' },
      from: ['found'],
      to: 'acting',
      by: 'applicant',
      fields: { actedAt: instant('处置开始时间', 'Time it began'), firstMeasures: text('先期措施', 'First measures') },
    },
    'report-to-telecom-authority': reportTo('电信主管部门', 'the telecom authority', 'act', 'act-and-report-at-once'),
    'report-to-cyberspace-administration': reportTo(
      '省级网信部门',
      'the provincial cyberspace administration',
      'cyberspace',
      'report-to-cyberspace-administration',
    ),
    'report-to-protection-department': reportTo(
      '保护工作部门和公安机关（关键信息基础设施）',
      'protection department and police (critical infrastructure)',
      'cii',
      'report-to-cyberspace-administration-cii',
    ),
    'report-to-police': reportTo('公安机关', 'the police', 'police', 'report-to-police'),
    'report-to-competent-department': reportTo(
      '有关主管部门（危害国家安全、公共利益）',
      'the competent department (harm to interests)',
      'interests',
      'report-harm-to-interests',
    ),
    'notify-persons': {
      name: { zh: '登记已通知主管部门和个人', en: 'Record the notice to the authority and the persons' },
      from: STATES,
      to: STAY,
      by: 'applicant',
      fields: {
        notifiedAt: instant('通知时间', 'Time of the notice'),
        authorityTold: text('通知的主管部门及方式', 'Authority notified, and how'),
        notice: text('通知个人的方式与内容（未通知的写明理由）', 'Notice to the persons: way and content, or why not'),
      },
      effects: [...stops('notifiedAt', 'persons'), closes(DUTY, 'notify-persons-and-authority')],
    },
    assess: {
      name: { zh: '更新人数与级别判定', en: 'Update figures and level' },
      from: STATES,
      to: STAY,
      by: 'applicant',
      fields: {
        personsAffected: maybeNumber('涉及个人信息人数', 'Persons whose information leaked'),
        level: level(),
        harmsNationalOrPublicInterest: maybeFlag(
          '危害国家安全或公共利益',
          'Harms national security or public interests',
        ),
        is_CII: maybeFlag('是否为关键信息基础设施', 'Is it critical information infrastructure'),
        basis: reason(
          '判定依据（人数、中断范围、损失、重要数据、内容）',
          'Basis: persons, outage, loss, important data, content',
        ),
      },
    },
    'take-order': {
      name: { zh: '收到应急要求', en: 'Emergency measures ordered' },
      from: STATES,
      to: STAY,
      by: 'authority',
      fields: { orderedOn: date('接到日', 'Day of the order'), order: text('要求', 'What is asked') },
      effects: [
        ...opens('orders'),
        { type: 'records-event', event: 'emergency-measures-ordered', attributes: { on: 'orderedOn' } },
      ],
    },
    'carry-out-order': {
      name: { zh: '登记已落实要求', en: 'Record that the order was carried out' },
      from: STATES,
      to: STAY,
      by: 'applicant',
      fields: { carriedOutOn: date('落实日', 'Day it was carried out'), done: text('落实情况', 'What was done') },
      guards: [
        {
          type: 'clock-running',
          clock: 'orders',
          otherwise: { zh: '没有待落实的要求。', en: 'No order is open.' },
        },
      ],
      effects: [...stops('carriedOutOn', 'orders'), closes('follow-emergency-orders', 'carry-out')],
    },
    'follow-up': {
      name: { zh: '登记续报', en: 'Record a follow-up report' },
      from: ['acting', 'handled'],
      to: STAY,
      by: 'applicant',
      fields: {
        followUpAt: instant('续报时间', 'Time'),
        receipt: RECEIPT,
        told: text('报给谁、内容', 'To whom, and what'),
      },
      effects: [{ type: 'records-receipt', field: 'receipt' }],
    },
    handled: {
      name: { zh: '登记处置完毕', en: 'Record that the handling is complete' },
      from: ['acting'],
      to: 'handled',
      by: 'applicant',
      fields: {
        handledOn: date('处置完毕日', 'Day the handling was completed'),
        measures: text('原因与措施', 'Cause and measures'),
      },
      guards: [
        {
          type: 'not-before',
          field: 'handledOn',
          than: 'at',
          otherwise: {
            zh: '处置完毕日早于发现日，请核对。',
            en: 'The handling lies before the finding; check the day.',
          },
        },
      ],
      effects: opens('summary', 'final'),
    },
    'submit-summary': {
      name: { zh: '登记已报送事件总结（工信部预案）', en: 'Record the summary (plan of the ministry)' },
      from: ['handled'],
      to: STAY,
      by: 'applicant',
      fields: { receipt: RECEIPT },
      effects: [
        { type: 'records-receipt', field: 'receipt' },
        ...stops('receipt', 'summary'),
        closes(DUTY, 'summary-to-ministry'),
      ],
    },
    'submit-final': {
      name: { zh: '登记已报送处置总结报告（网信部门）', en: 'Record the final report (cyberspace administration)' },
      from: ['handled'],
      to: STAY,
      by: 'applicant',
      fields: { receipt: RECEIPT },
      effects: [
        { type: 'records-receipt', field: 'receipt' },
        ...stops('receipt', 'final'),
        closes(DUTY, 'final-report'),
      ],
    },
    close: {
      name: { zh: '结案', en: 'Close' },
      from: ['handled'],
      to: 'closed',
      by: 'applicant',
      fields: {
        conclusion: reason('结论（含未报送各方的理由）', 'Conclusion, with the reason for each report not made'),
      },
      guards: [FIRST_REPORT],
    },
    'no-incident': {
      name: { zh: '经查不构成事件', en: 'No incident after all' },
      from: ['found', 'acting'],
      to: 'false-alarm',
      by: 'applicant',
      fields: { reason: REASON },
    },
  },
  notes: [
    note(
      'E',
      '及时报告并采取措施的，可从轻、减轻或免除责任。',
      'Timely report and measures lighten or lift liability.',
    ),
    note(
      'E',
      '级别不只看人数：中断范围、损失、重要数据、内容各有标准，请按实际选择。',
      'Levels count not only persons: outage, loss, important data and content have criteria of their own; choose by what happened.',
    ),
  ],
});

function level() {
  return choice(
    ['事件级别（按各项标准判定）', 'Level by all criteria'],
    [
      ['general', '一般', 'General'],
      ['fairly-large', '较大', 'Fairly large'],
      ['large', '重大', 'Large'],
      ['extremely-large', '特别重大', 'Extremely large'],
    ],
    false,
  );
}
