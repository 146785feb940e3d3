import { defineWorkflow } from '../machine/define-workflow.ts';
import { APPLICATION_STATES } from './shared/application-states.ts';
import { choice, date, note, REASON, RECEIPT, text } from './shared/fields.ts';
import { closes, opens, reopens, ruleClock, stops } from './shared/rule-clock.ts';

const DUTY = 'update-registered-data';
const { planned, preparing, 'waiting-for-client': waitingForClient } = APPLICATION_STATES;

/** W3: address, capital, equity or local body: the holder updates the platform. */
export const REGISTERED_DATA_CHANGE = defineWorkflow({
  kind: 'registered-data-change',
  name: { zh: '登记信息变更', en: 'Change of registered data' },
  clauses: ['12a'],
  subject: 'licence',
  initial: 'planned',
  materials: 'data-change',
  opening: {
    fields: {
      on: date('变更之日', 'Day of the change'),
      change: choice(
        ['变更事项', 'Matter'],
        [
          ['address', '住所', 'Address'],
          ['capital', '注册资本', 'Capital'],
          ['equity', '股东股权', 'Equity'],
          ['local-body', '当地负责机构', 'Local body'],
        ],
      ),
    },
    effects: opens('update'),
  },
  states: {
    planned,
    preparing,
    'waiting-for-client': waitingForClient,
    updated: {
      name: { zh: '已在平台更新，待确认', en: 'Platform updated, confirmation awaited' },
      kind: 'waiting-for-authority',
      filed: true,
    },
    'asked-to-correct': {
      name: { zh: '被退回更正', en: 'Sent back for correction' },
      kind: 'waiting-for-us',
      filed: true,
    },
    confirmed: { name: { zh: '平台已显示新信息', en: 'Platform shows the new data' }, kind: 'ended-good', filed: true },
    void: { name: { zh: '变更未发生或误登', en: 'No such change' }, kind: 'ended-bad' },
  },
  clocks: { update: ruleClock(DUTY, 'update-platform') },
  moves: {
    begin: { name: { zh: '启动', en: 'Begin' }, from: ['planned'], to: 'preparing', by: 'applicant' },
    'ask-client': {
      name: { zh: '向客户索取材料', en: 'Ask the client for material' },
      from: ['preparing'],
      to: 'waiting-for-client',
      by: 'applicant',
      fields: { asked: text('索取的材料', 'What is asked for') },
    },
    'client-delivered': {
      name: { zh: '客户已提供', en: 'Client has delivered' },
      from: ['waiting-for-client'],
      to: 'preparing',
      by: 'applicant',
    },
    update: {
      name: { zh: '登记已更新平台', en: 'Record the update of the platform' },
      from: ['preparing'],
      to: 'updated',
      by: 'applicant',
      fields: { receipt: RECEIPT },
      effects: [
        { type: 'records-receipt', field: 'receipt' },
        ...stops('receipt', 'update'),
        closes(DUTY, 'update-platform'),
      ],
    },
    'send-back': {
      name: { zh: '收到退回更正', en: 'Sent back' },
      from: ['updated'],
      to: 'asked-to-correct',
      by: 'authority',
      fields: { toldOn: date('告知日', 'Day of the notice'), missing: text('需更正的内容', 'What is to be corrected') },
    },
    correct: {
      name: { zh: '登记已更正', en: 'Record the correction' },
      from: ['asked-to-correct'],
      to: 'updated',
      by: 'applicant',
      fields: { receipt: RECEIPT },
      effects: [{ type: 'records-receipt', field: 'receipt' }],
    },
    confirm: {
      name: { zh: '平台已显示新信息', en: 'Platform shows the new data' },
      from: ['updated'],
      to: 'confirmed',
      by: 'authority',
      fields: { confirmedOn: date('查看日', 'Day it was seen') },
    },
    void: {
      name: { zh: '变更未发生或误登', en: 'No such change' },
      from: ['planned', 'preparing', 'waiting-for-client', 'updated', 'asked-to-correct'],
      to: 'void',
      by: 'applicant',
      fields: { reason: REASON },
      effects: [{ type: 'stops-clock', clock: 'update' }, reopens(DUTY, 'update-platform')],
    },
  },
  notes: [
    note(
      'V',
      '有限责任公司股东变化须先批准，见“主体或业务范围变更”。',
      'The shareholders of an LLC change after approval only: see “Change of subject or scope”.',
    ),
    note(
      'O',
      '自行更新后有无确认，法无规定；以平台显示为准。',
      'No rule says whether an update is confirmed; what the platform shows decides.',
    ),
  ],
});
