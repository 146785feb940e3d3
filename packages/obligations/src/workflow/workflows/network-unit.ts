import type { MoveSource } from '../machine/define-workflow.ts';
import { defineWorkflow } from '../machine/define-workflow.ts';
import { type Guard, STAY } from '../machine/model.ts';
import { choice, date, maybeDocument, maybeNumber, note, REASON, RECEIPT, text } from './shared/fields.ts';
import { closes, opens, reopens, ruleClock, stops } from './shared/rule-clock.ts';

const FILING = 'grade-and-file-network-units';
const TEST = 'test-network-units';
const RISK = 'assess-risk-of-network-units';

const grade = () =>
  choice(
    ['级别', 'Grade'],
    ['1', '2', '3', '4', '5'].map((n) => [n, `${n}级`, `Grade ${n}`] as const),
  );

const FIRST_CYCLE = note(
  'O',
  '周期自上次完成之年起算，没有上次的自备案之年起算，至年末止：本产品读法。',
  'Counted from the year of the last time, or of the filing where there was none, to the end of a year: our reading.',
);

const running = (clock: string): Guard => ({
  type: 'clock-running',
  clock,
  otherwise: { zh: '没有待报送的结果。', en: 'There is no result to hand in.' },
});

/** Completion and upload of one of the two reviews, which run side by side in the same state. */
function review(
  zh: string,
  en: string,
  key: 'test' | 'risk',
  duty: string,
  work: string,
): Record<string, MoveSource<'filed'>> {
  const on = `${key}On`;
  return {
    [`complete-${key}`]: {
      name: { zh: `登记${zh}完成`, en: `Record the ${en}` },
      from: ['filed'],
      to: STAY,
      by: 'applicant',
      fields: {
        [on]: date('完成之日', 'Day of completion'),
        by: text('由谁完成（自行或第三方）', 'By whom: own or third party'),
        report: maybeDocument('报告', 'Report'),
      },
      effects: [
        ...stops(on, `${key}-cycle`, `${key}-again`),
        closes(duty, 'cycle'),
        closes(duty, 'repeat-after-grade-change'),
        reopens(duty, 'report-result'),
        ...opens(`${key}-result`),
        {
          type: 'records-event',
          event: 'network-unit-test-completed',
          attributes: { on, unit: 'unit' },
          fixed: { work },
        },
        { type: 'opens-clock', clock: `${key}-cycle`, on },
      ],
    },
    [`upload-${key}`]: {
      name: { zh: `登记已报送${zh}结果`, en: `Record the upload of the ${en} result` },
      from: ['filed'],
      to: STAY,
      by: 'applicant',
      fields: { receipt: RECEIPT },
      guards: [running(`${key}-result`)],
      effects: [
        { type: 'records-receipt', field: 'receipt' },
        ...stops('receipt', `${key}-result`),
        closes(duty, 'report-result'),
      ],
    },
  };
}

/** W9: one network unit through its life: grading, filing, tests and risk assessments by grade, changes, end. */
export const NETWORK_UNIT = defineWorkflow({
  kind: 'network-unit',
  name: { zh: '网络单元定级备案与评测', en: 'Network unit: grading, filing, tests' },
  clauses: ['6a', '6b', '6c'],
  subject: 'network-unit',
  initial: 'ungraded',
  opening: {
    fields: {
      unit: text('网络单元', 'Network unit'),
      commissionedOn: { ...date('投入运行日', 'Day of commissioning'), required: false },
    },
  },
  states: {
    ungraded: {
      name: { zh: '待定级', en: 'To be graded' },
      kind: 'start',
      notes: [
        note(
          'E',
          '备案期限自定级通过之日起算；只知投入运行日的，期限未知，应询问。',
          'The limit runs from the approval of the grade; with the commissioning day alone it is unknown: ask.',
        ),
      ],
    },
    graded: { name: { zh: '已自评定级，待评审通过', en: 'Graded by us, approval to come' }, kind: 'waiting-for-us' },
    'grade-approved': {
      name: { zh: '定级已通过，待备案', en: 'Grade approved, filing to come' },
      kind: 'waiting-for-us',
    },
    'filing-pending': {
      name: { zh: '备案已提交', en: 'Filing submitted' },
      kind: 'waiting-for-authority',
      filed: true,
    },
    filed: { name: { zh: '已备案，按级别评测', en: 'Filed, tested by its grade' }, kind: 'ongoing', filed: true },
    'change-pending': {
      name: { zh: '备案变更已提交', en: 'Change of the filing submitted' },
      kind: 'waiting-for-authority',
      filed: true,
    },
    retired: { name: { zh: '已停用并注销备案', en: 'Retired, filing cancelled' }, kind: 'ended-good', filed: true },
    dropped: { name: { zh: '不需备案', en: 'No filing needed' }, kind: 'ended-bad' },
  },
  clocks: {
    file: ruleClock(FILING, 'file-unit'),
    'update-filing': ruleClock(FILING, 'update-filing', { from: 'changedOn' }),
    'test-cycle': ruleClock(TEST, 'cycle', { from: 'filedOn', notes: [FIRST_CYCLE] }),
    'risk-cycle': ruleClock(RISK, 'cycle', { from: 'filedOn', notes: [FIRST_CYCLE] }),
    'test-result': ruleClock(TEST, 'report-result', { from: 'testOn', when: { always: true } }),
    'risk-result': ruleClock(RISK, 'report-result', { from: 'riskOn', when: { always: true } }),
    'test-again': ruleClock(TEST, 'repeat-after-grade-change', { from: 'gradeChangedOn' }),
    'risk-again': ruleClock(RISK, 'repeat-after-grade-change', { from: 'gradeChangedOn' }),
  },
  moves: {
    grade: {
      name: { zh: '登记自评定级', en: 'Record our grading' },
      from: ['ungraded'],
      to: 'graded',
      by: 'applicant',
      fields: { grade: grade(), gradeReport: maybeDocument('定级报告', 'Grading report') },
    },
    'grade-again': {
      name: { zh: '定级未通过，重新定级', en: 'Grade not approved, grade again' },
      from: ['graded'],
      to: 'ungraded',
      by: 'authority',
      fields: { toldOn: date('告知日', 'Day of the notice'), opinion: text('意见', 'Opinion') },
    },
    'approve-grade': {
      name: { zh: '登记定级通过', en: 'Record the approval of the grade' },
      from: ['graded'],
      to: 'grade-approved',
      by: 'authority',
      fields: { gradeApprovedOn: date('定级通过日', 'Day of the approval'), grade: grade() },
      effects: opens('file'),
    },
    file: {
      name: { zh: '登记已提交备案', en: 'Record the filing' },
      from: ['grade-approved'],
      to: 'filing-pending',
      by: 'applicant',
      fields: { receipt: RECEIPT },
      effects: [
        { type: 'records-receipt', field: 'receipt' },
        ...stops('receipt', 'file'),
        closes(FILING, 'file-unit'),
      ],
    },
    'send-back': {
      name: { zh: '备案被退回', en: 'Filing sent back' },
      from: ['filing-pending'],
      to: 'grade-approved',
      by: 'authority',
      fields: { toldOn: date('告知日', 'Day of the notice'), missing: text('需更正的内容', 'What is to be corrected') },
      effects: [...opens('file'), reopens(FILING, 'file-unit')],
    },
    'confirm-filing': {
      name: { zh: '收到备案编号', en: 'Filing number received' },
      from: ['filing-pending'],
      to: 'filed',
      by: 'authority',
      fields: { filedOn: date('备案日', 'Day of the filing'), filingNumber: text('备案编号', 'Filing number') },
      effects: opens('test-cycle', 'risk-cycle'),
    },
    ...review('符合性评测', 'conformity test', 'test', TEST, 'conformity-test'),
    ...review('风险评估', 'risk assessment', 'risk', RISK, 'risk-assessment'),
    'change-grade': {
      name: { zh: '登记级别调整', en: 'Record a change of grade' },
      from: ['filed'],
      to: STAY,
      by: 'authority',
      fields: { gradeChangedOn: date('调整之日', 'Day of the change'), grade: grade() },
      effects: [
        ...opens('test-again', 'risk-again'),
        {
          type: 'records-event',
          event: 'network-unit-grade-changed',
          attributes: { on: 'gradeChangedOn', unit: 'unit' },
        },
      ],
    },
    'change-data': {
      name: { zh: '登记备案信息变化', en: 'Record a change of the filed data' },
      from: ['filed'],
      to: STAY,
      by: 'applicant',
      fields: { changedOn: date('变化之日', 'Day of the change'), what: text('变化内容', 'What changed') },
      effects: [
        ...opens('update-filing'),
        reopens(FILING, 'update-filing'),
        { type: 'records-event', event: 'network-unit-data-changed', attributes: { on: 'changedOn', unit: 'unit' } },
      ],
    },
    'update-filing': {
      name: { zh: '登记已提交备案变更', en: 'Record the change of the filing' },
      from: ['filed'],
      to: 'change-pending',
      by: 'applicant',
      fields: { receipt: RECEIPT },
      guards: [running('update-filing')],
      effects: [
        { type: 'records-receipt', field: 'receipt' },
        ...stops('receipt', 'update-filing'),
        closes(FILING, 'update-filing'),
      ],
    },
    'confirm-change': {
      name: { zh: '备案变更已确认', en: 'Change confirmed' },
      from: ['change-pending'],
      to: 'filed',
      by: 'authority',
      fields: { confirmedOn: date('确认日', 'Day of confirmation') },
    },
    'change-sent-back': {
      name: { zh: '备案变更被退回', en: 'Change sent back' },
      from: ['change-pending'],
      to: 'filed',
      by: 'authority',
      fields: { toldOn: date('告知日', 'Day of the notice'), missing: text('需更正的内容', 'What is to be corrected') },
      effects: [...opens('update-filing'), reopens(FILING, 'update-filing')],
    },
    retire: {
      name: { zh: '登记停用并注销备案', en: 'Record the end and the cancelled filing' },
      from: ['filed'],
      to: 'retired',
      by: 'applicant',
      fields: { receipt: RECEIPT, remaining: { ...maybeNumber('尚存单元数', 'Units left'), required: false } },
      effects: [{ type: 'records-receipt', field: 'receipt' }],
    },
    drop: {
      name: { zh: '不需备案', en: 'No filing needed' },
      from: ['ungraded', 'graded', 'grade-approved'],
      to: 'dropped',
      by: 'applicant',
      fields: { reason: REASON },
    },
  },
  notes: [
    note(
      'E',
      '三级及以上每年、二级每两年；一级无固定周期。',
      'Grade 3 and above every year, grade 2 every two years, none fixed for grade 1.',
    ),
    note(
      'E',
      '级别调整后90日内重测，见于一省2025年通知。',
      'Repeating within 90 days of a change of grade was seen in the notice of one province, 2025.',
    ),
  ],
});
