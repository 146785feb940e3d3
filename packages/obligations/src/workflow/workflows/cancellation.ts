import { cite } from '../../rulebook/sources.ts';
import { defineWorkflow } from '../machine/define-workflow.ts';
import { AFTERCARE_DONE, aftercareMoves, publicNoticeClock } from './shared/aftercare.ts';
import { applicationMoves } from './shared/application-moves.ts';
import { ACCEPT_BY_ANALOGY, APPLICATION_STATES } from './shared/application-states.ts';
import { date, maybeFlag, maybeText, note, PAPER, plannedDate } from './shared/fields.ts';
import { opens, stops } from './shared/rule-clock.ts';

/** W10: the business ends within the validity of the licence. */
export const CANCELLATION = defineWorkflow({
  kind: 'cancellation',
  name: { zh: '终止经营与许可证注销', en: 'End of business and cancellation' },
  clauses: ['12c', 'X17'],
  subject: 'licence',
  initial: 'planned',
  materials: 'cancellation',
  opening: {
    fields: {
      decidedOn: date('决定终止之日', 'Day of the decision'),
      on: plannedDate('拟终止之日', 'Planned last day'),
      is_ecommerce_operator: maybeFlag('是否为电子商务经营者', 'Is the company an e-commerce operator'),
    },
    guards: [
      {
        type: 'not-before',
        field: 'on',
        than: 'decidedOn',
        otherwise: { zh: '拟终止之日早于决定日，请核对。', en: 'The last day lies before the decision; check it.' },
      },
    ],
    effects: opens('apply', 'announce'),
  },
  states: {
    ...APPLICATION_STATES,
    'in-publicity': {
      name: { zh: '发证机关公示中', en: 'Published by the authority' },
      kind: 'waiting-for-authority',
      filed: true,
    },
    cancelled: { name: { zh: '已注销', en: 'Cancelled' }, kind: 'ended-good', filed: true },
  },
  clocks: {
    apply: {
      name: { zh: '终止90日前提出申请', en: 'Apply 90 days before the end' },
      whose: 'applicant',
      timing: { type: 'before', from: 'on', days: 90 },
      mark: 'V',
      sources: [cite('telecom-regulations', '15', 'V'), cite('order-42', '30', 'E')],
    },
    announce: publicNoticeClock('on'),
    accept: ACCEPT_BY_ANALOGY,
    publicity: {
      name: { zh: '注销公示30日', en: 'Public notice of 30 days' },
      whose: 'authority',
      timing: { type: 'after', from: 'publishedOn', period: { n: 30, unit: 'natural-day' } },
      mark: 'M',
      sources: [cite('order-42', '30', 'M')],
    },
    decide: {
      name: { zh: '作出决定（60日）', en: 'Decide (60 days)' },
      whose: 'authority',
      timing: { type: 'after', from: 'receipt', period: { n: 60, unit: 'natural-day' } },
      mark: 'M',
      sources: [cite('order-42', '30', 'M')],
    },
  },
  moves: {
    ...applicationMoves({
      limits: ['apply'],
      decide: ['decide'],
      delivers: false,
      submitGuards: AFTERCARE_DONE,
      onFailure: opens('apply'),
    }),
    ...aftercareMoves('preparing'),
    publish: {
      name: { zh: '登记开始公示', en: 'Record the publication' },
      from: ['accepted'],
      to: 'in-publicity',
      by: 'authority',
      fields: { publishedOn: date('公示开始日', 'First day'), page: maybeText('公示网址', 'Address of the page') },
      effects: opens('publicity'),
    },
    'approve-after-publicity': {
      name: { zh: '公示后收到批准决定', en: 'Approved after publication' },
      from: ['in-publicity'],
      to: 'approved',
      by: 'authority',
      fields: { approvedOn: date('决定日', 'Day of the decision'), paper: PAPER },
      effects: stops('approvedOn', 'decide', 'publicity'),
    },
    'refuse-after-publicity': {
      name: { zh: '公示后收到不予批准决定', en: 'Refused after publication' },
      from: ['in-publicity'],
      to: 'refused',
      by: 'authority',
      fields: {
        refusedOn: date('决定日', 'Day of the decision'),
        refusalReason: maybeText('理由', 'Reasons given'),
        paper: PAPER,
      },
      effects: stops('refusedOn', 'decide', 'publicity'),
    },
    finish: {
      name: { zh: '交回许可证，办结', en: 'Return the certificate, done' },
      from: ['approved'],
      to: 'cancelled',
      by: 'applicant',
      fields: { finishedOn: date('办结日', 'Day of completion') },
    },
  },
  notes: [
    note(
      'E',
      '终止经营须先妥善安排用户（令第42号第30条，部分见于摘录）。',
      'Users are settled with before the end (Order 42 art 30, partly seen in excerpts).',
      [cite('order-42', '30', 'E')],
    ),
  ],
});
