import { citeInForce } from '../cite-in-force.ts';
import { HOLDER, LICENSING_PLATFORM, TELECOM_AUTHORITY } from '../parties.ts';
import { GENERAL_PENALTY, ORDER_42_FROM } from '../penalties.ts';
import type { Duty } from '../schema.ts';
import { cite, printed } from '../sources.ts';

/** Provision 十四: the annual report. */
export const ANNUAL_REPORT_DUTIES: readonly Duty[] = [
  {
    id: 'annual-report',
    clause: '14',
    provision: '14',
    title: { zh: '每年第一季度报送年报', en: 'Annual report in the first quarter' },
    wording: {
      zh: '上年末持证者，不论是否经营，1月1日至3月31日报送年报。',
      en: 'Whoever held the licence at the end of last year, operating or not, files the report from 1 January to 31 March.',
    },
    kinds: ['recurring'],
    scope: 'licence',
    bearer: HOLDER,
    condition: { always: true },
    due: [
      {
        id: 'file-report',
        action: { zh: '在平台报送年报', en: 'File the annual report on the platform' },
        timing: { type: 'yearly-window', opens: '01-01', closes: '03-31', heldOn: 'previous-year-end' },
        mark: 'E',
        sources: [cite('order-42', '35', 'E'), printed('14'), citeInForce('notice-2017-321-annual-report', null, 'M')],
      },
    ],
    authority: TELECOM_AUTHORITY,
    channel: LICENSING_PLATFORM,
    evidence: [
      { zh: '报送回执', en: 'Receipt of the filing' },
      { zh: '年报文本与数据来源', en: 'Text of the report and sources of its data' },
    ],
    sources: [
      printed('14'),
      cite('order-42', '35', 'E'),
      cite('order-42', '38', 'E'),
      citeInForce('notice-2017-321-annual-report', null, 'M'),
    ],
    marks: { deadline: 'E', authority: 'E', penalty: 'E' },
    penalties: [
      {
        tier: 'first',
        text: { zh: '责令限期报送', en: 'Ordered to file within a time' },
        source: cite('order-42', '38', 'E'),
        validFrom: ORDER_42_FROM,
      },
      {
        tier: 'listing',
        text: {
          zh: '责令期满仍未报送的，列入不良名单，补报并确认后移出',
          en: 'Not filed by the ordered day: listed for bad conduct, taken off after filing and confirmation',
        },
        source: cite('order-42', '38', 'E'),
        validFrom: ORDER_42_FROM,
      },
      ...GENERAL_PENALTY.map((step) => ({
        ...step,
        text: { zh: `内容不真实的：${step.text.zh}`, en: `If untrue: ${step.text.en}` },
      })),
    ],
    validFrom: ORDER_42_FROM,
    bindsWithoutLicence: false,
    notes: [
      {
        text: {
          zh: '第一季度是固定期间，3月31日不顺延（从严理解），遇休息日应提前。',
          en: 'The first quarter is fixed: 31 March does not move (strict reading); when it is a rest day, act before.',
        },
        mark: 'O',
      },
      {
        text: {
          zh: '逾期后：4月通常可补报，5月1日关闭，随后公示和列入名单，5月至9月抽查。这是实践，不是第二个期限。',
          en: 'After a miss: April is usually for late filing, the form closes on 1 May, then publication and listing, checks from May to September. Practice, no second limit.',
        },
        mark: 'P',
      },
      {
        text: {
          zh: '建议3月15日前完成；之前核对网络单元备案、登记信息和投诉统计。',
          en: 'Finish by 15 March; check unit filings, registered data and complaint figures before.',
        },
        mark: 'O',
      },
      {
        text: {
          zh: '许可证在上年12月31日前届满未续的，是否仍须报送不明，应询问发证机关。',
          en: 'If the licence ended before 31 December of last year, it is not clear whether a report is owed: ask the issuer.',
        },
        mark: 'E',
      },
    ],
  },
];
