import { cite } from '../../rulebook/sources.ts';
import { defineWorkflow } from '../machine/define-workflow.ts';
import { AFTERCARE_DONE, aftercareMoves, publicNoticeClock } from './shared/aftercare.ts';
import { APPLICATION_STATES } from './shared/application-states.ts';
import { date, maybeFlag, note, plannedDate, REASON, RECEIPT, text } from './shared/fields.ts';
import { closes, opens, reopens, ruleClock, stops } from './shared/rule-clock.ts';

const DUTY = 'report-not-continuing';
const { planned, preparing, 'waiting-for-client': waitingForClient } = APPLICATION_STATES;

/** W1, the other branch: the business ends with the validity. */
export const NOT_CONTINUING = defineWorkflow({
  kind: 'not-continuing',
  name: { zh: '到期不续及善后', en: 'Not continuing, with aftercare' },
  clauses: ['12c', 'X17'],
  subject: 'licence',
  initial: 'planned',
  materials: 'not-continuing',
  opening: {
    fields: {
      validTo: plannedDate('有效期至', 'Valid to'),
      is_ecommerce_operator: maybeFlag('是否为电子商务经营者', 'Is the company an e-commerce operator'),
    },
    effects: opens('report', 'announce'),
  },
  states: {
    planned,
    preparing,
    'waiting-for-client': waitingForClient,
    reported: {
      name: { zh: '已报告，善后中', en: 'Reported, settling with users' },
      kind: 'waiting-for-us',
      filed: true,
    },
    ended: { name: { zh: '已停止经营并善后', en: 'Ended and settled' }, kind: 'ended-good', filed: true },
    'goes-on': { name: { zh: '改为继续经营', en: 'Business goes on after all' }, kind: 'ended-bad' },
  },
  clocks: { report: ruleClock(DUTY, 'report'), announce: publicNoticeClock('validTo') },
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
    report: {
      name: { zh: '登记已报告发证机关', en: 'Record the report to the issuer' },
      from: ['preparing'],
      to: 'reported',
      by: 'applicant',
      fields: { receipt: RECEIPT },
      effects: [{ type: 'records-receipt', field: 'receipt' }, ...stops('receipt', 'report'), closes(DUTY, 'report')],
    },
    ...aftercareMoves('reported'),
    end: {
      name: { zh: '停止经营', en: 'End the business' },
      from: ['reported'],
      to: 'ended',
      by: 'applicant',
      fields: { endedOn: date('停止日', 'Last day') },
      guards: AFTERCARE_DONE,
    },
    'go-on': {
      name: { zh: '改为继续经营', en: 'Go on after all' },
      from: ['planned', 'preparing', 'waiting-for-client', 'reported'],
      to: 'goes-on',
      by: 'applicant',
      fields: { reason: REASON },
      effects: [reopens(DUTY, 'report')],
      notes: [
        note(
          'E',
          '改为续期的，仍须在届满前90日申请；已逾期的可能不予延续。',
          'A renewal still has to be applied for 90 days before expiry; a late one may be refused.',
          [cite('order-42', '27', 'E')],
        ),
      ],
    },
  },
});
