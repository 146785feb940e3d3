import { GENERAL_PENALTY, USER_RIGHTS_PENALTY } from '../penalties.ts';
import type { Duty } from '../schema.ts';
import { cite, ownRule, printed } from '../sources.ts';
import { informationServiceDuty, KEPT, supervisedBy } from './15-shared.ts';

/** 15.5: prices, collection of fees by an operator, disputes about fees. */
export const CHARGING: readonly Duty[] = [
  informationServiceDuty({
    id: 'charge-only-listed-prices',
    clause: '15.5a',
    provision: '15.5',
    title: { zh: '收费准确合理，标价之外不收费', en: 'Exact and fair charges, nothing beyond listed prices' },
    wording: {
      zh: '计费准确、合理，公开标价；标价以外不得收费。',
      en: 'Bill exactly and fairly, publish the prices, and take nothing beyond them.',
    },
    kinds: ['prohibition', 'standing'],
    when: [{ fact: 'charges_users', is: true }],
    authority: supervisedBy('电信主管部门；市场监管部门', 'Telecom authority; market regulation'),
    evidence: [
      { zh: '价目表及版本', en: 'Price list with versions' },
      { zh: '账单样本', en: 'Sample bill' },
      { zh: '退费记录', en: 'Refund log' },
    ],
    sources: [
      printed('15.5'),
      cite('telecom-regulations', '30', 'V'),
      cite('telecom-regulations', '33', 'V'),
      cite('telecom-regulations', '40', 'V'),
      cite('price-law', null, 'M'),
      cite('price-penalties', null, 'M'),
    ],
    marks: { deadline: null, authority: 'V', penalty: 'V' },
    penalties: USER_RIGHTS_PENALTY,
  }),
  informationServiceDuty({
    id: 'sign-fee-collection-agreement',
    clause: '15.5b',
    provision: '15.5',
    title: { zh: '委托代收费先签协议', en: 'Agreement before an operator collects fees' },
    wording: {
      zh: '委托电信运营企业代收信息费的，开始代收前签订协议，写清权利、义务和违约责任。',
      en: 'Before an operator collects the fees, sign an agreement on rights, duties and liability.',
    },
    kinds: ['event'],
    when: [{ fact: 'bills_via_operator', is: true }],
    due: [
      {
        id: 'agreement-before-collection',
        action: { zh: '开始代收前签妥协议', en: 'Agreement signed before collection starts' },
        timing: { type: 'at-once', event: 'fee-collection-agreed' },
        mark: 'V',
        sources: [printed('15.5')],
      },
    ],
    authority: KEPT,
    evidence: [{ zh: '签署的代收协议', en: 'Signed collection agreement' }],
    sources: [printed('15.5')],
    marks: { deadline: 'V', authority: 'V', penalty: 'M' },
    penalties: GENERAL_PENALTY,
  }),
  informationServiceDuty({
    id: 'prevent-charging-disputes',
    clause: '15.5c',
    provision: '15.5',
    title: { zh: '采取措施避免收费纠纷', en: 'Measures against charging disputes' },
    wording: {
      zh: '代收费的，备有预防收费纠纷的措施：确认、提醒、对账、退费渠道。',
      en: 'Where an operator collects, keep measures against disputes: confirmation, reminders, reconciliation, refunds.',
    },
    kinds: ['standing'],
    when: [{ fact: 'bills_via_operator', is: true }],
    authority: KEPT,
    evidence: [
      { zh: '收费纠纷预防措施及复核记录', en: 'Measures and the record of their review' },
      { zh: '收费投诉台账', en: 'Register of complaints about charges' },
    ],
    sources: [
      printed('15.5'),
      ownRule(
        '具体措施由本产品列举；印文只要求采取措施，且与代收费同处一句。',
        'The measures are examples of ours; the print only asks for measures, in the sentence on collection.',
      ),
    ],
    marks: { deadline: null, authority: 'V', penalty: 'M' },
    penalties: GENERAL_PENALTY,
    notes: [
      {
        text: { zh: '直接收费的企业也宜照办。', en: 'Advisable too where users are charged directly.' },
        mark: 'O',
      },
    ],
  }),
];
