import { citeInForce, inForce } from '../cite-in-force.ts';
import { GENERAL_PENALTY, PERSONAL_INFORMATION_PENALTY } from '../penalties.ts';
import type { Duty } from '../schema.ts';
import { cite, printed } from '../sources.ts';
import { informationServiceDuty, KEPT, offersItem, supervisedBy } from './15-shared.ts';

/** 15.10: publication platforms and delivery (item one of B25). */
export const DELIVERY: readonly Duty[] = [
  informationServiceDuty({
    id: 'no-forced-push',
    clause: '15.10',
    provision: '15.10',
    title: { zh: '不得强行推送、强行定制', en: 'No forced push, no forced subscription' },
    wording: {
      zh: '未经用户同意不推送、不开通订阅；退订方便有效，个性化推送可关闭。',
      en: 'Push and subscribe only with the user’s consent; opting out is easy and works, personalised push can be off.',
    },
    kinds: ['prohibition'],
    when: offersItem('1'),
    authority: supervisedBy(
      '通信管理局；12321、12381 举报渠道',
      'Communications administration; complaint lines 12321, 12381',
    ),
    evidence: [
      { zh: '同意记录', en: 'Consent log' },
      { zh: '退订记录', en: 'Opt-out log' },
    ],
    sources: [
      printed('15.10'),
      citeInForce('sms-order-74', null, 'E'),
      citeInForce('sms-order-31', null, 'M'),
      citeInForce('network-data-regulations', '42', 'V'),
    ],
    marks: { deadline: null, authority: 'E', penalty: 'M' },
    penalties: [
      {
        tier: 'first',
        text: {
          zh: '违反短信息规定：1万元以上3万元以下罚款（未核实）',
          en: 'Short-message rules: 10,000 to 30,000 yuan (unverified)',
        },
        minYuan: 10_000,
        maxYuan: 30_000,
        source: cite('sms-order-74', null, 'M'),
        ...inForce('sms-order-74'),
      },
      {
        tier: 'first',
        text: {
          zh: '违反个性化推送规则：责令改正，警告，没收违法所得',
          en: 'Rules on personalised push: order to correct, warning, gains confiscated',
        },
        source: cite('network-data-regulations', '55', 'V'),
        ...inForce('network-data-regulations'),
      },
      {
        tier: 'aggravated',
        text: {
          zh: '拒不改正或情节严重：100万元以下罚款，可吊销许可',
          en: 'Refusal or serious: up to 1,000,000 yuan, the licence may be revoked',
        },
        maxYuan: 1_000_000,
        source: cite('network-data-regulations', '55', 'V'),
        ...inForce('network-data-regulations'),
      },
      ...PERSONAL_INFORMATION_PENALTY,
    ],
    notes: [
      {
        text: {
          zh: '发送商业性短信息的，同意、退订与六个月记录依短信息规定。',
          en: 'For commercial short messages: consent, opt-out and six months of records by the short-message rules.',
        },
        mark: 'E',
      },
    ],
  }),
  informationServiceDuty({
    id: 'protect-delivery-users',
    clause: '15.10b',
    provision: '15.10',
    title: { zh: '充分保障用户权益', en: 'Full protection of users’ rights' },
    wording: {
      zh: '提供发布与递送服务时，让用户知情、能选择、能退出、能投诉。',
      en: 'On publication and delivery platforms users are told, can choose, can leave and can complain.',
    },
    kinds: ['standing'],
    when: offersItem('1'),
    authority: KEPT,
    evidence: [
      { zh: '用户协议与规则公示', en: 'Published terms and rules' },
      { zh: '用户投诉处理记录', en: 'Complaint log' },
    ],
    sources: [printed('15.10'), cite('telecom-regulations', '40', 'V')],
    marks: { deadline: null, authority: 'V', penalty: 'M' },
    penalties: GENERAL_PENALTY,
  }),
];
