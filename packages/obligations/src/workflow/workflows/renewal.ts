import { cite } from '../../rulebook/sources.ts';
import { defineWorkflow } from '../machine/define-workflow.ts';
import type { Guard } from '../machine/model.ts';
import { applicationMoves } from './shared/application-moves.ts';
import { APPLICATION_CLOCKS, APPLICATION_STATES } from './shared/application-states.ts';
import { date, maybeFlag, maybeText, note, PAPER, plannedDate } from './shared/fields.ts';
import { closes, opens, reopens, ruleClock, stops } from './shared/rule-clock.ts';

const DUTY = 'apply-for-renewal';

const SILENCE = note(
  'V',
  '按期申请的，届满前未作决定视为准予延续（许可法第50条）；这不等于持有许可证，仍应催办并留存回执。',
  'After a timely application, no decision before expiry counts as renewal (Licensing Law art 50); it is no proof of a licence: press for the certificate and keep the receipt.',
  [cite('licensing-law', '50', 'V')],
);

const AFTER_EXPIRY: Guard = {
  type: 'today-after',
  field: 'validTo',
  otherwise: { zh: '有效期尚未届满。', en: 'The validity has not ended yet.' },
};

/** W1: renewal, 90 days ahead. */
export const RENEWAL = defineWorkflow({
  kind: 'renewal',
  name: { zh: '许可证续期', en: 'Renewal of the licence' },
  clauses: ['12b'],
  subject: 'licence',
  initial: 'planned',
  materials: 'renewal',
  opening: {
    fields: {
      validTo: plannedDate('有效期至', 'Valid to'),
      businessOpened: maybeFlag('有效期内是否已开展业务', 'Was the business opened within the validity'),
    },
    effects: opens('apply'),
  },
  states: {
    ...APPLICATION_STATES,
    'deemed-renewed': {
      name: { zh: '视为准予延续，待发证', en: 'Counts as renewed, certificate awaited' },
      kind: 'waiting-for-authority',
      filed: true,
      notes: [SILENCE],
    },
    renewed: { name: { zh: '已续期', en: 'Renewed' }, kind: 'ended-good', filed: true },
    lapsed: {
      name: { zh: '据许可证所载已届满，未续期', en: 'Expired according to the licence, not renewed' },
      kind: 'ended-bad',
      notes: [
        note(
          'V',
          '届满后继续经营属无证经营（电信条例第69条）；届满未延续的，许可应予注销（许可法第70条）。',
          'Going on is operating without a licence (telecom regulations art 69); a licence not renewed is written off (Licensing Law art 70).',
          [cite('telecom-regulations', '69', 'V'), cite('licensing-law', '70(1)', 'V')],
        ),
      ],
    },
  },
  clocks: {
    apply: ruleClock(DUTY, 'apply'),
    ...APPLICATION_CLOCKS,
    decide: {
      name: { zh: '届满前作出是否延续的决定', en: 'Decide on the renewal before expiry' },
      whose: 'authority',
      timing: { type: 'until', end: 'validTo' },
      mark: 'V',
      sources: [cite('licensing-law', '50', 'V')],
      silence: SILENCE,
    },
    'decide-in-practice': {
      name: { zh: '审查（实践约60个工作日）', en: 'Examination (about 60 working days in practice)' },
      whose: 'authority',
      timing: { type: 'after', from: 'acceptedOn', period: { n: 60, unit: 'working-day' } },
      mark: 'P',
      sources: [],
      notes: [note('P', '实践中的时长，不是法定期限。', 'A usual length, no legal limit.')],
    },
  },
  moves: {
    ...applicationMoves({
      limits: ['apply'],
      decide: ['decide'],
      decideFromAcceptance: ['decide-in-practice'],
      onSubmit: [closes(DUTY, 'apply')],
      onFailure: [...opens('apply'), reopens(DUTY, 'apply')],
    }),
    'deem-renewed': {
      name: { zh: '届满前未决定，按视为准予延续处理', en: 'No decision before expiry: treat as renewed' },
      from: ['submitted', 'accepted', 'under-review'],
      to: 'deemed-renewed',
      by: 'applicant',
      guards: [
        AFTER_EXPIRY,
        {
          type: 'clock-met',
          clock: 'apply',
          otherwise: {
            zh: '申请晚于届满前90日，不适用“视为准予延续”；请立即联系发证机关。',
            en: 'The application was later than 90 days before expiry, so silence does not count as renewal; contact the issuer at once.',
          },
        },
      ],
      notes: [SILENCE],
    },
    'approve-late': {
      name: { zh: '收到延续决定', en: 'Renewal decided' },
      from: ['deemed-renewed'],
      to: 'approved',
      by: 'authority',
      fields: { approvedOn: date('决定日', 'Day of the decision'), paper: PAPER },
      effects: [...stops('approvedOn', 'decide', 'decide-in-practice'), ...opens('deliver')],
    },
    'refuse-late': {
      name: { zh: '届满后收到不予延续决定', en: 'Refused after expiry' },
      from: ['deemed-renewed'],
      to: 'refused',
      by: 'authority',
      fields: {
        refusedOn: date('决定日', 'Day of the decision'),
        refusalReason: maybeText('理由', 'Reasons given'),
        paper: PAPER,
      },
      effects: stops('refusedOn', 'decide', 'decide-in-practice'),
    },
    receive: {
      name: { zh: '领取新证', en: 'New certificate received' },
      from: ['approved', 'deemed-renewed'],
      to: 'renewed',
      by: 'applicant',
      fields: {
        receivedOn: date('领取日', 'Day of receipt'),
        newValidTo: plannedDate('新的有效期至', 'New end of validity'),
      },
      guards: [
        {
          type: 'not-before',
          field: 'newValidTo',
          than: 'validTo',
          otherwise: {
            zh: '新的有效期早于原有效期，请核对。',
            en: 'The new validity ends before the old one; check it.',
          },
        },
      ],
      effects: [...stops('receivedOn', 'deliver', 'decide'), { type: 'asks-new-licence' }],
    },
    lapse: {
      name: { zh: '届满未续', en: 'Expired without renewal' },
      from: [
        'planned',
        'preparing',
        'waiting-for-client',
        'not-accepted',
        'refused',
        'asked-to-complete',
        'submitted',
        'accepted',
        'under-review',
      ],
      to: 'lapsed',
      by: 'applicant',
      guards: [
        AFTER_EXPIRY,
        {
          type: 'clock-not-met',
          clock: 'apply',
          otherwise: {
            zh: '已按期申请：不作届满处理，请登记决定或按视为准予延续处理。',
            en: 'The application was timely: record the decision, or treat it as renewed.',
          },
        },
      ],
    },
  },
  notes: [
    note(
      'E',
      '逾期申请，或有效期内未开展业务的，不予延续（令第42号第27条）。',
      'A late application, or business never opened, is refused (Order 42 art 27).',
      [cite('order-42', '27', 'E')],
    ),
    note('P', '年报未报的，实践中先补报再办理续期。', 'In practice a missing annual report must be filed first.'),
  ],
});
