import { cite } from '../../rulebook/sources.ts';
import { defineWorkflow } from '../machine/define-workflow.ts';
import type { Guard } from '../machine/model.ts';
import { date, maybeNumber, note, number, PAPER, plannedDate, REASON, RECEIPT, text } from './shared/fields.ts';
import { closes, opens, reopens, ruleClock, stops } from './shared/rule-clock.ts';

const DUTY = 'annual-report';

const WINDOW_OPEN: Guard = {
  type: 'window-open',
  clock: 'file',
  otherwise: { zh: '报送期间尚未开始（1月1日起）。', en: 'The window has not opened yet (from 1 January).' },
};
const filed = [
  { type: 'records-receipt', field: 'receipt' } as const,
  ...stops('receipt', 'file', 'own-target', 'cure', 'ordered'),
  closes(DUTY, 'file-report'),
];

/** W5: the annual report of one year, filed in the first quarter of the next. */
export const ANNUAL_REPORT = defineWorkflow({
  kind: 'annual-report',
  name: { zh: '年报', en: 'Annual report' },
  clauses: ['14', 'X22'],
  subject: 'licence',
  initial: 'not-open',
  opening: {
    fields: {
      filingYear: {
        ...number('报送年份（报告上一年）', 'Year of filing (reports on the year before)'),
        min: 2018,
        max: 2100,
      },
    },
    effects: opens('file', 'own-target'),
  },
  states: {
    'not-open': { name: { zh: '未启动', en: 'Not begun' }, kind: 'start' },
    collecting: { name: { zh: '收集数据', en: 'Collecting data' }, kind: 'waiting-for-us' },
    'waiting-for-client': {
      name: { zh: '等待客户提供数据', en: 'Waiting for the client’s data' },
      kind: 'waiting-for-client',
    },
    'cross-checked': { name: { zh: '核对完毕，待报送', en: 'Cross-checked, ready to file' }, kind: 'waiting-for-us' },
    submitted: { name: { zh: '已报送', en: 'Filed' }, kind: 'waiting-for-authority', filed: true },
    'asked-to-correct': {
      name: { zh: '被退回更正', en: 'Sent back for correction' },
      kind: 'waiting-for-us',
      filed: true,
    },
    accepted: { name: { zh: '已通过', en: 'Accepted' }, kind: 'ended-good', filed: true },
    'window-over': {
      name: { zh: '期间已过，无报送记录', en: 'Window over, no filing recorded' },
      kind: 'waiting-for-us',
      notes: [
        note(
          'P',
          '实践中4月可补报，5月1日关闭；这不是第二个期限。',
          'In practice April serves for late filing and the form closes on 1 May; it is no second limit.',
        ),
        note(
          'E',
          '责令限期仍未报送的，列入不良名单。',
          'Who does not file by the ordered day is listed for bad conduct.',
          [cite('order-42', '38', 'E')],
        ),
      ],
    },
    ordered: { name: { zh: '被责令限期报送', en: 'Ordered to file' }, kind: 'waiting-for-us' },
    listed: {
      name: { zh: '已列入不良名单', en: 'Listed for bad conduct' },
      kind: 'waiting-for-us',
      notes: [
        note('E', '补报并经确认后移出名单。', 'Taken off after filing and confirmation.', [
          cite('order-42', '38', 'E'),
        ]),
        note(
          'E',
          '名单是基础企业和接入服务商的考量因素，可用于招投标和评优。',
          'The list weighs with basic operators and access providers and may be used in tenders and awards.',
          [cite('notice-2018-lists', null, 'E')],
        ),
        note('P', '补报前，实践中不办理变更和续期。', 'In practice changes and renewals wait until it is filed.'),
      ],
    },
    'filed-while-listed': {
      name: { zh: '已补报，待移出名单', en: 'Filed late, removal awaited' },
      kind: 'waiting-for-authority',
      filed: true,
    },
    removed: { name: { zh: '已移出不良名单', en: 'Taken off the list' }, kind: 'ended-good', filed: true },
    'not-owed': { name: { zh: '无须报送', en: 'Not owed' }, kind: 'ended-bad' },
  },
  clocks: {
    file: ruleClock(DUTY, 'file-report'),
    'own-target': {
      name: { zh: '建议完成日', en: 'Finish by, as we propose' },
      whose: 'applicant',
      timing: { type: 'window', yearOf: 'filingYear', opens: '01-01', closes: '03-15' },
      mark: 'O',
      sources: [{ law: 'own-rule', article: null, mark: 'O' }],
    },
    cure: {
      name: { zh: '补报（实践中至4月30日）', en: 'Late filing (in practice until 30 April)' },
      whose: 'applicant',
      timing: { type: 'window', yearOf: 'filingYear', opens: '04-01', closes: '04-30' },
      mark: 'P',
      sources: [],
      notes: [note('P', '逾期后的通常做法，不是第二个期限。', 'What usually follows a miss, no second limit.')],
    },
    ordered: {
      name: { zh: '责令的报送期限', en: 'Day by which the filing is ordered' },
      whose: 'applicant',
      timing: { type: 'until', end: 'orderedBy' },
      mark: 'E',
      sources: [cite('order-42', '38', 'E')],
    },
    'list-check': {
      name: { zh: '核对是否被列入名单', en: 'Check whether listed' },
      whose: 'applicant',
      timing: { type: 'window', yearOf: 'filingYear', opens: '05-01', closes: '05-31' },
      mark: 'P',
      sources: [],
      notes: [
        note(
          'P',
          '实践中5月公示并列入，5月至9月抽查。',
          'In practice publication and listing come in May, random checks from May to September.',
        ),
      ],
    },
  },
  moves: {
    begin: { name: { zh: '开始收集', en: 'Begin collecting' }, from: ['not-open'], to: 'collecting', by: 'applicant' },
    'ask-client': {
      name: { zh: '向客户索取数据', en: 'Ask the client for data' },
      from: ['collecting'],
      to: 'waiting-for-client',
      by: 'applicant',
      fields: { asked: text('索取的数据', 'What is asked for') },
    },
    'client-delivered': {
      name: { zh: '客户已提供', en: 'Client has delivered' },
      from: ['waiting-for-client'],
      to: 'collecting',
      by: 'applicant',
    },
    'cross-check': {
      name: { zh: '核对完毕', en: 'Cross-checked' },
      from: ['collecting'],
      to: 'cross-checked',
      by: 'applicant',
      fields: { warningsLeft: maybeNumber('保留的提示数', 'Warnings left standing') },
    },
    'collect-more': {
      name: { zh: '退回补充', en: 'Collect more' },
      from: ['cross-checked'],
      to: 'collecting',
      by: 'applicant',
    },
    submit: {
      name: { zh: '登记已报送', en: 'Record the filing' },
      from: ['cross-checked'],
      to: 'submitted',
      by: 'applicant',
      fields: { receipt: RECEIPT },
      guards: [WINDOW_OPEN],
      effects: filed,
    },
    'send-back': {
      name: { zh: '收到退回更正', en: 'Sent back' },
      from: ['submitted'],
      to: 'asked-to-correct',
      by: 'authority',
      fields: { toldOn: date('告知日', 'Day of the notice'), missing: text('需更正的内容', 'What is to be corrected') },
    },
    correct: {
      name: { zh: '登记已更正报送', en: 'Record the corrected filing' },
      from: ['asked-to-correct'],
      to: 'submitted',
      by: 'applicant',
      fields: { receipt: RECEIPT },
      effects: filed,
    },
    amend: {
      name: { zh: '登记主动修改', en: 'Record an amendment of ours' },
      from: ['submitted'],
      to: 'submitted',
      by: 'applicant',
      fields: { receipt: RECEIPT, reason: REASON },
      effects: [{ type: 'records-receipt', field: 'receipt' }],
      notes: [note('P', '实践中3月31日前可修改。', 'In practice it may be edited until 31 March.')],
    },
    pass: {
      name: { zh: '收到通过', en: 'Accepted' },
      from: ['submitted'],
      to: 'accepted',
      by: 'authority',
      fields: { passedOn: date('通过日', 'Day of acceptance') },
      effects: stops('passedOn', 'list-check'),
    },
    'window-over': {
      name: { zh: '期间已过', en: 'Window over' },
      from: ['not-open', 'collecting', 'waiting-for-client', 'cross-checked'],
      to: 'window-over',
      by: 'system',
      guards: [
        {
          type: 'clock-past',
          clock: 'file',
          otherwise: { zh: '报送期间未满。', en: 'The window is still open.' },
        },
      ],
      effects: [...opens('cure', 'list-check')],
    },
    'submit-late': {
      name: { zh: '登记已补报', en: 'Record the late filing' },
      from: ['window-over', 'ordered'],
      to: 'submitted',
      by: 'applicant',
      fields: { receipt: RECEIPT },
      effects: filed,
    },
    order: {
      name: { zh: '收到责令限期报送', en: 'Ordered to file' },
      from: ['window-over'],
      to: 'ordered',
      by: 'authority',
      fields: {
        orderedOn: date('接到日', 'Day of the order'),
        orderedBy: plannedDate('责令的期限', 'Day by which to file'),
        paper: PAPER,
      },
      effects: opens('ordered'),
    },
    list: {
      name: { zh: '登记被列入不良名单', en: 'Record the listing' },
      from: ['window-over', 'ordered'],
      to: 'listed',
      by: 'authority',
      fields: { listedOn: date('列入日', 'Day of the listing'), paper: PAPER },
      effects: stops('listedOn', 'list-check'),
    },
    'submit-while-listed': {
      name: { zh: '登记已补报', en: 'Record the late filing' },
      from: ['listed'],
      to: 'filed-while-listed',
      by: 'applicant',
      fields: { receipt: RECEIPT },
      effects: filed,
    },
    'confirm-removal': {
      name: { zh: '登记已移出名单', en: 'Record the removal' },
      from: ['filed-while-listed'],
      to: 'removed',
      by: 'authority',
      fields: { removedOn: date('移出日', 'Day of the removal') },
    },
    'send-back-listed': {
      name: { zh: '补报被退回', en: 'Late filing sent back' },
      from: ['filed-while-listed'],
      to: 'listed',
      by: 'authority',
      fields: { toldOn: date('告知日', 'Day of the notice'), missing: text('需更正的内容', 'What is to be corrected') },
      effects: [reopens(DUTY, 'file-report')],
    },
    'not-owed': {
      name: { zh: '登记无须报送', en: 'Record that it is not owed' },
      from: ['not-open', 'collecting', 'waiting-for-client', 'cross-checked', 'window-over'],
      to: 'not-owed',
      by: 'authority',
      fields: {
        confirmedOn: date('答复日', 'Day of the answer'),
        answer: text('发证机关的答复（何人、何方式）', 'Answer of the issuer: who, by which way'),
      },
      notes: [
        note(
          'E',
          '许可证在上年12月31日前届满的，是否仍须报送不明：以发证机关答复为准。',
          'If the licence ended before 31 December of last year it is not clear whether a report is owed: the issuer’s answer decides.',
        ),
      ],
    },
  },
  notes: [
    note(
      'P',
      '平台有时晚几日开放；网络安全表在 www.mii-aqfh.cn 填报。',
      'The platform may open some days late; the network security form is filled in at www.mii-aqfh.cn.',
    ),
    note(
      'O',
      '报送前核对：网络单元备案（6a–6c）、登记信息（12a）、12月31日止的投诉统计。',
      'Before filing check unit filings (6a–6c), registered data (12a) and complaint figures to 31 December.',
    ),
  ],
});
