import { defineWorkflow } from '../machine/define-workflow.ts';
import { applicationMoves } from './shared/application-moves.ts';
import { ACCEPT_BY_ANALOGY, APPLICATION_CLOCKS, APPLICATION_STATES } from './shared/application-states.ts';
import { choice, date, note, text } from './shared/fields.ts';
import { closes, opens, reopens, ruleClock, stops } from './shared/rule-clock.ts';

const DUTY = 'retire-provincial-licence';

/** W4: a provincial licence inside the scope of a new cross-regional one. */
export const PROVINCIAL_LICENCE_RETIREMENT = defineWorkflow({
  kind: 'provincial-licence-retirement',
  name: { zh: '取得跨地区证后注销或变更省证', en: 'Provincial licence after a cross-regional one' },
  clauses: ['13'],
  subject: 'licence',
  initial: 'planned',
  materials: 'cancellation',
  opening: {
    fields: {
      on: date('取得跨地区许可证之日', 'Day the cross-regional licence was received'),
      provincialLicence: text('原省级许可证编号', 'Number of the provincial licence'),
      way: choice(
        ['办理方式', 'Way'],
        [
          ['cancel', '注销', 'Cancel it'],
          ['change', '变更', 'Change it'],
        ],
      ),
    },
    effects: opens('apply'),
  },
  states: {
    ...APPLICATION_STATES,
    retired: {
      name: { zh: '省证已注销或变更', en: 'Provincial licence cancelled or changed' },
      kind: 'ended-good',
      filed: true,
    },
  },
  clocks: {
    apply: ruleClock(DUTY, 'cancel-or-change'),
    accept: ACCEPT_BY_ANALOGY,
    // A licence that is cancelled is followed by no certificate.
    deliver: { ...APPLICATION_CLOCKS.deliver, when: { fact: 'event.way', is: 'change' } },
  },
  moves: {
    ...applicationMoves({
      limits: ['apply'],
      decide: [],
      onSubmit: [closes(DUTY, 'cancel-or-change')],
      onFailure: [...opens('apply'), reopens(DUTY, 'cancel-or-change')],
    }),
    finish: {
      name: { zh: '登记办结', en: 'Record the completion' },
      from: ['approved'],
      to: 'retired',
      by: 'applicant',
      fields: { finishedOn: date('办结日', 'Day of completion') },
      effects: stops('finishedOn', 'deliver'),
    },
  },
  notes: [
    note(
      'V',
      '条款见于全国模板：义务随跨地区许可证产生，由原发省证的通信管理局办理。',
      'A clause of the national template: the duty hangs on the cross-regional licence; the provincial administration handles it.',
    ),
  ],
});
