import { defineWorkflow } from '../machine/define-workflow.ts';
import { applicationMoves } from './shared/application-moves.ts';
import { APPLICATION_CLOCKS, APPLICATION_STATES } from './shared/application-states.ts';
import { choice, date, note } from './shared/fields.ts';
import { closes, opens, reopens, ruleClock, stops } from './shared/rule-clock.ts';

const DUTY = 'change-name-or-legal-representative';

/** W3: name or legal representative: the certificate itself changes. */
export const NAME_OR_REPRESENTATIVE_CHANGE = defineWorkflow({
  kind: 'name-or-representative-change',
  name: { zh: '名称或法定代表人变更', en: 'Change of name or legal representative' },
  clauses: ['X1'],
  subject: 'licence',
  initial: 'planned',
  materials: 'name-change',
  opening: {
    fields: {
      on: date('变更登记之日', 'Day of the register change'),
      change: choice(
        ['变更事项', 'Matter'],
        [
          ['name', '公司名称', 'Name'],
          ['legal-representative', '法定代表人', 'Legal representative'],
        ],
      ),
    },
    effects: opens('apply'),
  },
  states: {
    ...APPLICATION_STATES,
    replaced: { name: { zh: '已换发许可证', en: 'Licence replaced' }, kind: 'ended-good', filed: true },
  },
  clocks: {
    apply: ruleClock(DUTY, 'apply-for-change'),
    ...APPLICATION_CLOCKS,
    'decide-in-practice': {
      name: { zh: '办理（实践约20个工作日）', en: 'Handling (about 20 working days in practice)' },
      whose: 'authority',
      timing: { type: 'after', from: 'acceptedOn', period: { n: 20, unit: 'working-day' } },
      mark: 'P',
      sources: [],
      notes: [note('P', '实践中的时长，不是法定期限。', 'A usual length, no legal limit.')],
    },
  },
  moves: {
    ...applicationMoves({
      limits: ['apply'],
      decide: [],
      decideFromAcceptance: ['decide-in-practice'],
      onSubmit: [closes(DUTY, 'apply-for-change')],
      onFailure: [...opens('apply'), reopens(DUTY, 'apply-for-change')],
    }),
    receive: {
      name: { zh: '领取换发的许可证', en: 'New certificate received' },
      from: ['approved'],
      to: 'replaced',
      by: 'applicant',
      fields: { receivedOn: date('领取日', 'Day of receipt') },
      effects: [...stops('receivedOn', 'deliver'), { type: 'asks-new-licence' }],
    },
  },
  notes: [
    note(
      'O',
      '换证后更新网站、场所和宣传材料上的公司名称。',
      'Afterwards renew the name on site, premises and brochures.',
    ),
  ],
});
