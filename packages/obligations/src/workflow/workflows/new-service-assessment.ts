import { defineWorkflow } from '../machine/define-workflow.ts';
import { STAY } from '../machine/model.ts';
import { ownRule, printed } from '../../rulebook/sources.ts';
import {
  choice,
  date,
  maybeDocument,
  maybeFlag,
  maybePlannedDate,
  note,
  REASON,
  RECEIPT,
  text,
} from './shared/fields.ts';
import { closes, opens, reopens, ruleClock, stops } from './shared/rule-clock.ts';

const DUTY = 'assess-new-services';
const OPINION = 'assess-opinion-capable-service';
const OPINION_CAPABLE = { fact: 'opinion_capable', is: true } as const;

const NO_DAY = note(
  'O',
  '没有规定评估本身何时做完；按上线前处理。',
  'No rule says when the assessment must be finished; we ask for it before the launch.',
);

/** W8: a launch or a large change is assessed first; the report follows within 30 days of the assessment. */
export const NEW_SERVICE_ASSESSMENT = defineWorkflow({
  kind: 'new-service-assessment',
  name: { zh: '新技术新业务安全评估', en: 'Security assessment of a new service' },
  clauses: ['15.8b', 'X13'],
  subject: 'event',
  initial: 'planned',
  opening: {
    fields: {
      service: text('评估对象', 'Subject'),
      trigger: choice(
        ['情形', 'Occasion'],
        [
          ['launch', '上线（含合作、试点、商用）', 'Launch, trials and partnerships included'],
          [
            'large-change',
            '资源、技术、功能或用户规模较大变化',
            'Large change of resources, technique, function or users',
          ],
        ],
      ),
      on: maybePlannedDate('拟上线或变化之日', 'Planned day'),
      opinion_capable: maybeFlag('是否具有舆论属性或社会动员能力', 'Is it opinion-capable'),
    },
    effects: opens('assess', 'opinion'),
  },
  states: {
    planned: { name: { zh: '待评估', en: 'To be assessed' }, kind: 'start' },
    assessing: { name: { zh: '评估中', en: 'Being assessed' }, kind: 'waiting-for-us' },
    'waiting-for-client': {
      name: { zh: '等待客户提供材料', en: 'Waiting for the client’s material' },
      kind: 'waiting-for-client',
    },
    remedying: { name: { zh: '整改中', en: 'Being remedied' }, kind: 'waiting-for-us' },
    assessed: { name: { zh: '评估完成，待报告', en: 'Assessed, report to come' }, kind: 'waiting-for-us' },
    'launched-unassessed': {
      name: { zh: '未完成评估已上线', en: 'Launched, assessment not complete' },
      kind: 'waiting-for-us',
      notes: [
        note(
          'V',
          '印文要求上线时开展评估：尚未开展的，立即补评。',
          'The print asks for an assessment at the launch: if there was none, make up for it at once.',
          [printed('15.8')],
        ),
        NO_DAY,
      ],
    },
    reported: { name: { zh: '已提交书面报告', en: 'Report handed in' }, kind: 'waiting-for-authority', filed: true },
    'asked-for-more': { name: { zh: '被要求补充', en: 'Asked for more' }, kind: 'waiting-for-us', filed: true },
    closed: { name: { zh: '已办结', en: 'Closed' }, kind: 'ended-good', filed: true },
    'given-up': { name: { zh: '不上线', en: 'Not launched' }, kind: 'ended-bad' },
  },
  clocks: {
    assess: ruleClock(DUTY, 'assess-before-launch', {
      notes: [NO_DAY],
    }),
    report: ruleClock(DUTY, 'submit-report', { from: 'completedOn' }),
    opinion: ruleClock(OPINION, 'assess-and-submit-before-launch', { when: OPINION_CAPABLE }),
  },
  moves: {
    begin: {
      name: { zh: '开始评估', en: 'Begin the assessment' },
      from: ['planned', 'launched-unassessed'],
      to: 'assessing',
      by: 'applicant',
    },
    'ask-client': {
      name: { zh: '向客户索取材料', en: 'Ask the client for material' },
      from: ['assessing'],
      to: 'waiting-for-client',
      by: 'applicant',
      fields: { asked: text('索取的材料', 'What is asked for') },
    },
    'client-delivered': {
      name: { zh: '客户已提供', en: 'Client has delivered' },
      from: ['waiting-for-client'],
      to: 'assessing',
      by: 'applicant',
    },
    'find-risks': {
      name: { zh: '发现问题，整改', en: 'Risks found, remedy' },
      from: ['assessing'],
      to: 'remedying',
      by: 'applicant',
      fields: { risks: text('问题', 'Risks') },
    },
    'assess-again': {
      name: { zh: '整改后复评', en: 'Assess again' },
      from: ['remedying'],
      to: 'assessing',
      by: 'applicant',
    },
    complete: {
      name: { zh: '登记评估完成', en: 'Record the completion' },
      from: ['assessing'],
      to: 'assessed',
      by: 'applicant',
      fields: {
        completedOn: date('评估完成之日', 'Day the assessment was completed'),
        conclusion: text('结论', 'Conclusion'),
        reportFile: maybeDocument('评估报告', 'Report'),
      },
      effects: [
        ...stops('completedOn', 'assess'),
        ...opens('report'),
        closes(DUTY, 'assess-before-launch'),
        {
          type: 'records-event',
          event: 'security-assessment-completed',
          attributes: { on: 'completedOn', service: 'service' },
        },
      ],
    },
    'submit-opinion-report': {
      name: { zh: '登记已在全国互联网安全管理服务平台提交', en: 'Record the submission on the national platform' },
      from: ['assessed', 'reported'],
      to: STAY,
      by: 'applicant',
      fields: { receipt: RECEIPT },
      effects: [
        { type: 'records-receipt', field: 'receipt' },
        ...stops('receipt', 'opinion'),
        closes(OPINION, 'assess-and-submit-before-launch'),
      ],
    },
    report: {
      name: { zh: '登记已提交书面报告', en: 'Record the written report' },
      from: ['assessed'],
      to: 'reported',
      by: 'applicant',
      fields: { receipt: RECEIPT },
      guards: [
        {
          type: 'not-before',
          field: 'receipt',
          than: 'completedOn',
          otherwise: {
            zh: '报告早于评估完成日，请核对。',
            en: 'The report lies before the completion; check the days.',
          },
        },
      ],
      effects: [
        { type: 'records-receipt', field: 'receipt' },
        ...stops('receipt', 'report'),
        closes(DUTY, 'submit-report'),
      ],
    },
    'ask-for-more': {
      name: { zh: '收到补充要求', en: 'Asked for more' },
      from: ['reported'],
      to: 'asked-for-more',
      by: 'authority',
      fields: { toldOn: date('告知日', 'Day of the notice'), missing: text('要求', 'What is asked') },
    },
    'report-more': {
      name: { zh: '登记已补充', en: 'Record the addition' },
      from: ['asked-for-more'],
      to: 'reported',
      by: 'applicant',
      fields: { receipt: RECEIPT },
      effects: [{ type: 'records-receipt', field: 'receipt' }],
    },
    close: {
      name: { zh: '办结', en: 'Close' },
      from: ['reported'],
      to: 'closed',
      by: 'applicant',
      guards: [
        {
          type: 'done',
          move: 'submit-opinion-report',
          when: OPINION_CAPABLE,
          otherwise: {
            zh: '具有舆论属性或社会动员能力的（或未答），须登记平台提交。',
            en: 'An opinion-capable service, or one where that is not answered, records the submission on the national platform first.',
          },
        },
      ],
    },
    'launch-unassessed': {
      name: { zh: '登记未完成评估已上线', en: 'Record a launch before the assessment was complete' },
      from: ['planned', 'assessing', 'waiting-for-client', 'remedying'],
      to: 'launched-unassessed',
      by: 'applicant',
      fields: { launchedOn: date('上线日', 'Day of the launch'), explanation: REASON },
      effects: [
        {
          type: 'records-breach',
          text: {
            zh: '未完成安全评估即上线（上线前做完是本产品规则，印文要求上线时开展评估）',
            en: 'Launched before the security assessment was complete (that it comes first is our own rule; the print asks for it at the launch)',
          },
          sources: [
            ownRule(
              '印文要求上线时开展评估，没有写须在上线前做完；上线前做完是本产品规则。',
              'The print asks for an assessment at the launch, not that it be complete before; that is our own rule.',
            ),
            printed('15.8'),
          ],
        },
      ],
    },
    'give-up': {
      name: { zh: '不上线', en: 'Not launched' },
      from: ['planned', 'assessing', 'waiting-for-client', 'remedying', 'assessed'],
      to: 'given-up',
      by: 'applicant',
      fields: { reason: REASON },
      effects: [reopens(DUTY, 'assess-before-launch')],
    },
  },
});
