import type { Condition } from '../../rulebook/condition.ts';
import { cite } from '../../rulebook/sources.ts';
import { defineWorkflow } from '../machine/define-workflow.ts';
import { type Guard, STAY } from '../machine/model.ts';
import { applicationMoves } from './shared/application-moves.ts';
import { APPLICATION_CLOCKS, APPLICATION_STATES, DECIDE_IN_60_DAYS } from './shared/application-states.ts';
import { choice, date, document, maybeFlag, maybePlannedDate, note, reason } from './shared/fields.ts';
import { closes, opens, reopens, ruleClock, stops } from './shared/rule-clock.ts';

const SUBJECT = 'apply-for-subject-change';
const ITEMS = 'change-service-items-or-site-address';
const SCOPE: Condition = { fact: 'event.change', is: 'scope' };
const SUBJECT_CHANGE: Condition = { not: { any: [SCOPE, { fact: 'event.change', is: 'items-or-site' }] } };
const LIMITS = ['apply', 'apply-ahead', 'apply-scope', 'apply-scope-ahead', 'apply-items'];

/** Where approval comes first. Whether article 69 of the regulations follows depends on the matter: see the notes. */
const APPROVAL_FIRST = [
  cite('order-42', '28', 'E'),
  cite('internet-information-measures', '11', 'V'),
  cite('order-42', '46', 'M'),
];

const BOTH_SHOWN = note(
  'O',
  '决定后30日内与实施前90日并存：两者都显示，以较早者为准。',
  'Within 30 days of the decision, and 90 days before implementation: both are shown, the earlier counts.',
);

/** W2: merger, split, shareholders, transfer, more services or area, items or site address: approval comes first. */
export const SUBJECT_OR_SCOPE_CHANGE = defineWorkflow({
  kind: 'subject-or-scope-change',
  name: { zh: '主体或业务范围变更', en: 'Change of subject or scope' },
  clauses: ['11', '11b', '15.1', 'X2'],
  subject: 'licence',
  initial: 'planned',
  materials: 'subject-change',
  opening: {
    fields: {
      on: date('公司作出决定之日', 'Day of the company’s decision'),
      change: choice(
        ['变更事项', 'Matter'],
        [
          ['merger', '合并', 'Merger'],
          ['split', '分立', 'Split'],
          ['shareholders', '股东变化', 'Shareholders'],
          ['transfer-of-operation', '经营权转移', 'Transfer of operation'],
          ['scope', '增加业务种类或扩大地域', 'More services or area'],
          ['items-or-site', '服务项目或网址变更', 'Service items or site address'],
        ],
      ),
      company_type: choice(
        ['公司类型', 'Type of company'],
        [
          ['LLC', '有限责任公司', 'Limited liability company'],
          ['JSC', '股份有限公司', 'Joint-stock company'],
        ],
        false,
      ),
      plannedOn: maybePlannedDate('计划实施日', 'Planned day of implementation'),
      foreignShareholder: maybeFlag('涉及外方股东', 'A foreign shareholder is involved'),
    },
    guards: [
      {
        type: 'not-excluded',
        that: {
          not: {
            all: [
              { fact: 'event.change', is: 'shareholders' },
              { fact: 'company_type', is: 'JSC' },
            ],
          },
        },
        otherwise: {
          zh: '股份有限公司的股东变化无须事先批准；请用“登记信息变更”流程更新。',
          en: 'A joint-stock company needs no approval for its shareholders; use “Change of registered data”.',
        },
      },
    ],
    effects: opens(...LIMITS, 'foreign'),
  },
  states: {
    ...APPLICATION_STATES,
    'implemented-unapproved': {
      name: { zh: '未经批准已实施（违规）', en: 'Implemented without approval (breach)' },
      kind: 'waiting-for-us',
      notes: [
        note(
          'M',
          '主体变更：可能依电信条例第69条处理（令第42号第46条，条号未核实）；先停止实施，再补办申请。',
          'Change of subject: article 69 of the telecom regulations may apply (by Order 42 art 46, unverified); stop, then apply.',
          [cite('order-42', '46', 'M')],
        ),
        note(
          'V',
          '业务种类、地域：未经批准即经营属超范围经营（电信条例第69条）。',
          'More services or area: going ahead without approval is operating beyond the licence (telecom regulations art 69).',
          [cite('telecom-regulations', '69', 'V')],
        ),
        note(
          'V',
          '服务项目、网址变更：办法第11条要求提前办理，所核条文没有为此单列罚则。',
          'Service items or site address: article 11 asks for the change ahead; the articles read name no penalty of its own.',
          [cite('internet-information-measures', '11', 'V')],
        ),
      ],
    },
    implemented: {
      name: { zh: '批准后已实施，待换证', en: 'Implemented after approval, certificate awaited' },
      kind: 'waiting-for-authority',
      filed: true,
    },
    replaced: { name: { zh: '已换发许可证', en: 'Licence replaced' }, kind: 'ended-good', filed: true },
  },
  clocks: {
    apply: ruleClock(SUBJECT, 'apply-after-decision', { notes: [BOTH_SHOWN] }),
    'apply-ahead': ruleClock(SUBJECT, 'apply-before-implementation', { sameActAs: 'apply' }),
    'apply-scope': {
      name: { zh: '申请业务范围变更', en: 'Apply for the change of scope' },
      whose: 'applicant',
      timing: { type: 'after', from: 'on', period: { n: 30, unit: 'natural-day' } },
      when: SCOPE,
      mark: 'E',
      sources: [cite('order-42', '28', 'E')],
      validFrom: '2017-09-01',
      notes: [BOTH_SHOWN],
    },
    'apply-scope-ahead': {
      name: { zh: '实施90日前提出申请', en: 'Apply 90 days before implementation' },
      whose: 'applicant',
      timing: { type: 'before', from: 'plannedOn', days: 90 },
      sameActAs: 'apply-scope',
      when: SCOPE,
      mark: 'V',
      sources: [cite('telecom-regulations', '15', 'V')],
    },
    'apply-items': ruleClock(ITEMS, 'apply-ahead', {
      from: 'plannedOn',
      when: { fact: 'event.change', is: 'items-or-site' },
    }),
    foreign: ruleClock('follow-foreign-investment-rules', 'follow-before-implementation'),
    ...APPLICATION_CLOCKS,
    decide: { ...DECIDE_IN_60_DAYS, when: SCOPE },
    'decide-in-practice': {
      name: { zh: '办理（实践约20个工作日）', en: 'Handling (about 20 working days in practice)' },
      whose: 'authority',
      timing: { type: 'after', from: 'acceptedOn', period: { n: 20, unit: 'working-day' } },
      when: SUBJECT_CHANGE,
      mark: 'P',
      sources: [],
      notes: [note('P', '各省承诺的时长，不是法定期限。', 'What administrations promise, no legal limit.')],
    },
  },
  moves: {
    ...applicationMoves({
      limits: LIMITS,
      decide: ['decide'],
      decideFromAcceptance: ['decide-in-practice'],
      submitFrom: ['implemented-unapproved'],
      onSubmit: [closes(SUBJECT, 'apply-after-decision'), closes(ITEMS, 'apply-ahead')],
      onFailure: [...opens(...LIMITS), reopens(SUBJECT, 'apply-after-decision'), reopens(ITEMS, 'apply-ahead')],
    }),
    'record-foreign-approval': {
      name: { zh: '登记外商投资审查文件', en: 'Record the foreign-investment approval' },
      from: ['preparing'],
      to: 'preparing',
      by: 'authority',
      fields: {
        foreignApprovedOn: date('批准日', 'Day of the approval'),
        foreignPaper: document('审查文件', 'Paper of approval'),
      },
      effects: [
        ...stops('foreignApprovedOn', 'foreign'),
        closes('follow-foreign-investment-rules', 'follow-before-implementation'),
      ],
    },
    'record-unapproved': {
      name: { zh: '登记未经批准已实施', en: 'Record an implementation without approval' },
      from: ['planned', 'preparing', 'waiting-for-client', 'not-accepted', 'refused'],
      to: 'implemented-unapproved',
      by: 'applicant',
      fields: {
        implementedOn: date('实施日', 'Day of implementation'),
        explanation: reason('情况说明', 'What happened'),
      },
      effects: [
        {
          type: 'records-breach',
          text: { zh: '未经批准实施变更', en: 'Change implemented without approval' },
          sources: APPROVAL_FIRST,
        },
      ],
    },
    'record-unapproved-pending': {
      name: { zh: '登记审查期间已实施', en: 'Record an implementation while pending' },
      from: ['submitted', 'asked-to-complete', 'accepted', 'under-review'],
      to: STAY,
      by: 'applicant',
      fields: {
        implementedOn: date('实施日', 'Day of implementation'),
        explanation: reason('情况说明', 'What happened'),
      },
      effects: [
        {
          type: 'records-breach',
          text: { zh: '审查期间、批准之前实施变更', en: 'Change implemented while the application was pending' },
          sources: APPROVAL_FIRST,
        },
      ],
    },
    'settle-breach': {
      name: { zh: '登记处理结果', en: 'Record how the breach was settled' },
      from: ['implemented-unapproved'],
      to: 'ended-refused',
      by: 'authority',
      fields: {
        settledOn: date('处理日', 'Day it was settled'),
        outcome: reason('处理结果', 'Outcome'),
        settlementPaper: document('文书', 'Paper'),
      },
    },
    implement: {
      name: { zh: '登记实施', en: 'Record the implementation' },
      from: ['approved'],
      to: 'implemented',
      by: 'applicant',
      fields: { implementedOn: date('实施日', 'Day of implementation') },
      guards: [
        {
          type: 'not-before',
          field: 'implementedOn',
          than: 'approvedOn',
          otherwise: {
            zh: '实施日早于批准日：先批准后实施。确已先行实施的，撤回相应步骤并登记为未经批准实施。',
            en: 'It was implemented before the approval. If so in fact, take steps back and record it as implemented without approval.',
          },
        },
        ...['record-unapproved', 'record-unapproved-pending'].map(
          (move): Guard => ({
            type: 'not-done',
            move,
            otherwise: {
              zh: '已登记先行实施，请直接领取新证。',
              en: 'It is recorded as implemented already; receive the certificate.',
            },
          }),
        ),
      ],
    },
    receive: {
      name: { zh: '领取换发的许可证', en: 'New certificate received' },
      from: ['approved', 'implemented'],
      to: 'replaced',
      by: 'applicant',
      fields: { receivedOn: date('领取日', 'Day of receipt') },
      effects: [...stops('receivedOn', 'deliver'), { type: 'asks-new-licence' }],
    },
  },
  notes: [
    note('V', '批准之前不得实施。', 'Nothing is implemented before the approval.', [cite('licence', '11', 'V')]),
    note(
      'V',
      '境内外上市、与外商合资合作，另须事先经工业和信息化部审查同意（X3）。',
      'A listing or a venture with foreigners also needs the ministry’s consent beforehand (X3).',
      [cite('internet-information-measures', '17', 'V')],
    ),
  ],
});
