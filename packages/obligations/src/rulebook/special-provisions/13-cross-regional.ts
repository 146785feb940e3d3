import { GENERAL_PENALTY, ORDER_42_FROM } from '../penalties.ts';
import type { Duty } from '../schema.ts';
import { printed } from '../sources.ts';

/** Provision 十三: a provincial licence inside the scope of a cross-regional one. */
export const CROSS_REGIONAL_DUTIES: readonly Duty[] = [
  {
    id: 'retire-provincial-licence',
    clause: '13',
    provision: '13',
    title: {
      zh: '取得跨地区许可证后注销或变更省级许可证',
      en: 'Cross-regional licence: cancel or change the provincial one',
    },
    wording: {
      zh: '跨地区许可证覆盖原省级许可证的，取得后30日内到相关省通信管理局注销或变更省级许可证。',
      en: 'When a cross-regional licence covers a provincial one, cancel or change the latter within 30 days of receipt.',
    },
    kinds: ['event'],
    scope: 'licence',
    bearer: { zh: '跨地区许可证持证企业', en: 'Holder of the cross-regional licence' },
    condition: { fact: 'is_cross_regional', is: true },
    due: [
      {
        id: 'cancel-or-change',
        action: { zh: '办理省级许可证注销或变更', en: 'Cancel or change the provincial licence' },
        timing: {
          type: 'after-event',
          event: 'cross-regional-licence-received',
          from: 'on',
          period: { n: 30, unit: 'natural-day' },
        },
        mark: 'V',
        sources: [printed('13')],
      },
    ],
    authority: {
      printed: { zh: '相关省（区、市）通信管理局', en: 'Provincial administrations concerned' },
      effective: 'authority-of-each-province',
    },
    channel: null,
    evidence: [{ zh: '注销或变更回执', en: 'Receipt of cancellation or change' }],
    sources: [printed('13')],
    marks: { deadline: 'V', authority: 'V', penalty: 'M' },
    penalties: GENERAL_PENALTY,
    validFrom: ORDER_42_FROM,
    bindsWithoutLicence: false,
    textualNote: {
      zh: '全国模板条款：省级许可证不适用。公司另持跨地区许可证的，义务随该证产生。',
      en: 'Clause of the national template: no duty of a provincial licence. If the company also holds a cross-regional one, the duty hangs on that.',
    },
  },
];
