import { HOLDER, LICENSING_PLATFORM } from '../parties.ts';
import { GENERAL_PENALTY, ORDER_42_FROM, OUT_OF_SCOPE_PENALTY } from '../penalties.ts';
import type { Authority, Duty } from '../schema.ts';
import { cite, printed } from '../sources.ts';

const ORIGINAL_ISSUER: Authority = {
  printed: { zh: '原发证机关', en: 'Original issuing authority' },
  effective: 'issuing-authority',
};

const STRICT_READING = {
  text: {
    zh: '提前90日：末日为届满日减90日；从严理解（中间满90日）再早一日，以此安排行动。',
    en: '90 days ahead: the limit is the end of validity minus 90 days; the strict reading (90 full days between) is a day earlier and sets the day to act.',
  },
  mark: 'O' as const,
};

/** Provision 十二: registered data, renewal, or report of not continuing. */
export const DATA_AND_RENEWAL_DUTIES: readonly Duty[] = [
  {
    id: 'update-registered-data',
    clause: '12a',
    provision: '12',
    title: { zh: '登记信息变化30日内更新', en: 'Update registered data within 30 days' },
    wording: {
      zh: '住所、注册资本、股东股权或当地负责机构变化，30日内在管理平台更新。',
      en: 'When address, capital, equity or a local service body changes, update the platform within 30 days.',
    },
    kinds: ['event'],
    scope: 'licence',
    bearer: HOLDER,
    condition: { always: true },
    due: [
      {
        id: 'update-platform',
        action: { zh: '在平台更新信息', en: 'Update the platform' },
        timing: {
          type: 'after-event',
          event: 'registered-data-changed',
          from: 'on',
          period: { n: 30, unit: 'natural-day' },
        },
        mark: 'E',
        sources: [printed('12'), cite('order-42', '31', 'M')],
      },
    ],
    authority: { printed: null, effective: 'issuing-authority', note: { zh: '平台', en: 'Through the platform' } },
    channel: LICENSING_PLATFORM,
    evidence: [
      { zh: '载明日期的登记材料', en: 'Register extract with date' },
      { zh: '平台截图', en: 'Screenshot of the platform' },
    ],
    sources: [printed('12'), cite('order-42', '31', 'M')],
    marks: { deadline: 'E', authority: 'E', penalty: 'M' },
    penalties: [
      ...GENERAL_PENALTY,
      {
        tier: 'listing',
        text: {
          zh: '信息未及时变更并受处罚的，列入不良名单',
          en: 'Data not changed in time and penalised: listed for bad conduct',
        },
        source: cite('notice-2018-lists', null, 'E'),
        validFrom: '2018-03-16',
      },
    ],
    validFrom: ORDER_42_FROM,
    bindsWithoutLicence: false,
    textualNote: {
      zh: '许可证所印系统名称为旧称；令第42号第3条称电信业务综合管理平台。',
      en: 'The print uses the old name of the system; article 3 of Order 42 calls it the telecom licensing platform.',
    },
    notes: [
      {
        text: {
          zh: '名称、法定代表人变更另有时限（X1）；有限公司股东变化先经批准（11）。',
          en: 'Name and legal representative have a limit of their own (X1); shareholders of an LLC change after approval only (11).',
        },
        mark: 'E',
      },
    ],
  },
  {
    id: 'apply-for-renewal',
    clause: '12b',
    provision: '12',
    title: { zh: '继续经营：提前90日申请延续', en: 'Going on: apply for renewal 90 days ahead' },
    wording: {
      zh: '届满后还要经营，届满前90日向原发证机关申请延续。',
      en: 'To go on after the validity ends, apply to the original issuer 90 days before.',
    },
    kinds: ['anchored'],
    scope: 'licence',
    bearer: HOLDER,
    condition: { fact: 'wants_to_continue', is: true },
    due: [
      {
        id: 'apply',
        action: { zh: '提出延续申请', en: 'Apply for renewal' },
        timing: { type: 'before-licence-date', date: 'validTo', days: 90 },
        mark: 'E',
        sources: [cite('order-42', '27', 'E'), printed('12'), cite('licensing-law', '50', 'V')],
      },
    ],
    authority: ORIGINAL_ISSUER,
    channel: LICENSING_PLATFORM,
    evidence: [
      { zh: '申请回执', en: 'Receipt of the application' },
      { zh: '延续材料（各省要求不一）', en: 'Renewal materials (they differ by province)' },
    ],
    sources: [printed('12'), cite('order-42', '27', 'E'), cite('licensing-law', '50', 'V')],
    marks: { deadline: 'E', authority: 'E', penalty: 'E' },
    penalties: [
      {
        tier: 'first',
        text: {
          zh: '逾期申请或有效期内未开展业务的，不予延续',
          en: 'Late, or business never opened within the validity: not renewed',
        },
        source: cite('order-42', '27', 'E'),
        validFrom: ORDER_42_FROM,
      },
      {
        tier: 'aggravated',
        text: {
          zh: '届满后继续经营即为无证经营：没收违法所得并处3至5倍罚款，或10万元以上100万元以下罚款',
          en: 'Going on after the end is operating without a licence: gains confiscated and 3 to 5 times their amount, or 100,000 to 1,000,000 yuan',
        },
        minYuan: 100_000,
        maxYuan: 1_000_000,
        source: cite('telecom-regulations', '69', 'V'),
      },
      ...OUT_OF_SCOPE_PENALTY.filter((step) => step.tier === 'aggravated'),
      {
        tier: 'aggravated',
        text: { zh: '届满未延续的，注销许可', en: 'Not renewed at the end: the licence is written off' },
        source: cite('licensing-law', '70(1)', 'V'),
      },
    ],
    validFrom: ORDER_42_FROM,
    bindsWithoutLicence: false,
    notes: [
      STRICT_READING,
      {
        text: {
          zh: '风险：有效期内未开展业务是不予延续的理由。',
          en: 'Risk: business not opened within the validity is a ground for refusal.',
        },
        mark: 'E',
      },
      {
        text: {
          zh: '逾期未答复视为准予延续，只适用于按期提出的申请（许可法第50条），且不等于持有许可证。',
          en: 'Silence counts as renewal only after a timely application (Licensing Law art 50), and is no proof of a licence.',
        },
        mark: 'V',
      },
      {
        text: {
          zh: '审查通常约60个工作日；年报未报的，实践中不予办理。',
          en: 'Examination takes about 60 working days; with an annual report missing it is not handled in practice.',
        },
        mark: 'P',
      },
    ],
  },
  {
    id: 'report-not-continuing',
    clause: '12c',
    provision: '12',
    title: { zh: '不再经营：提前90日报告并善后', en: 'Not going on: report 90 days ahead and settle' },
    wording: {
      zh: '届满后不再经营，届满前90日报告原发证机关，并安排好用户善后。',
      en: 'If the business ends with the validity, report to the original issuer 90 days before and settle with users.',
    },
    kinds: ['anchored'],
    scope: 'licence',
    bearer: HOLDER,
    condition: { fact: 'wants_to_continue', is: false },
    due: [
      {
        id: 'report',
        action: { zh: '报告不再继续经营', en: 'Report that the business will not go on' },
        timing: { type: 'before-licence-date', date: 'validTo', days: 90 },
        mark: 'E',
        sources: [cite('order-42', '27', 'E'), printed('12'), cite('telecom-regulations', '15', 'V')],
      },
    ],
    authority: ORIGINAL_ISSUER,
    channel: LICENSING_PLATFORM,
    evidence: [
      { zh: '报告回执', en: 'Receipt of the report' },
      { zh: '用户通知、退费清单', en: 'Notice to users, list of refunds' },
    ],
    sources: [
      printed('12'),
      cite('order-42', '27', 'E'),
      cite('telecom-regulations', '15', 'V'),
      cite('licensing-law', '67', 'V'),
      cite('e-commerce-law', '16', 'V', {
        validFrom: '2019-01-01',
        note: { zh: '仅约束电子商务经营者：30日公示', en: 'E-commerce operators only: 30 days of public notice' },
      }),
    ],
    marks: { deadline: 'E', authority: 'E', penalty: 'M' },
    penalties: [
      ...GENERAL_PENALTY,
      {
        tier: 'first',
        text: {
          zh: '电子商务经营者未公示终止信息的，可处1万元以下罚款',
          en: 'E-commerce operators without public notice: up to 10,000 yuan',
        },
        maxYuan: 10_000,
        source: cite('e-commerce-law', '76', 'V'),
        validFrom: '2019-01-01',
      },
    ],
    validFrom: ORDER_42_FROM,
    bindsWithoutLicence: false,
    notes: [STRICT_READING],
  },
];
