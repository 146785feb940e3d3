import { citeInForce } from '../cite-in-force.ts';
import { NETWORK_PROTECTION_SYSTEM, SUPERVISED_BY_ISSUER } from '../parties.ts';
import { USER_RIGHTS_PENALTY } from '../penalties.ts';
import type { Duty } from '../schema.ts';
import { cite } from '../sources.ts';
import { otherLawDuty } from './shared.ts';

const REGULATIONS_FROM = '2000-09-25';

/** X14, X15, X16, X21 and X22: tariffs, bills, interruptions, call-centre numbers, the yearly security form. */
export const SERVICE_AND_FEES: readonly Duty[] = [
  otherLawDuty({
    id: 'publish-and-file-tariffs',
    clause: 'X14',
    title: { zh: '资费公示与备案', en: 'Publish and file tariffs' },
    wording: {
      zh: '资费方案向用户公示并按规定备案，变化时更新。',
      en: 'Publish tariffs to users and file them as required; do it again on a change.',
    },
    kinds: ['event', 'standing'],
    condition: { fact: 'charges_users', is: true },
    due: [
      {
        id: 'publish-change',
        action: { zh: '公示并备案新资费', en: 'Publish and file the new tariff' },
        timing: { type: 'at-once', event: 'tariff-changed' },
        mark: 'V',
        sources: [cite('telecom-regulations', '30', 'V')],
      },
    ],
    authority: SUPERVISED_BY_ISSUER,
    evidence: [{ zh: '资费公示页及备案回执', en: 'Published tariff and receipt' }],
    sources: [cite('telecom-regulations', '30', 'V')],
    marks: { deadline: 'V', authority: 'V', penalty: null },
    validFrom: REGULATIONS_FROM,
    bindsWithoutLicence: false,
  }),
  otherLawDuty({
    id: 'give-bills-and-warn-of-abnormal-fees',
    clause: 'X15',
    title: { zh: '免费账单与异常费用提醒', en: 'Free bills and alarm on abnormal fees' },
    wording: {
      zh: '免费提供收费清单；用户费用突增到平均值五倍以上的，尽快告知并采取措施。',
      en: 'Give itemised bills free; when a fee jumps above five times the average, tell the user and act without delay.',
    },
    kinds: ['event', 'standing'],
    condition: { fact: 'charges_users', is: true },
    due: [
      {
        id: 'warn-user',
        action: { zh: '告知用户并采取措施', en: 'Tell the user and act' },
        timing: { type: 'at-once', event: 'abnormal-fee-found' },
        mark: 'V',
        sources: [cite('telecom-regulations', '33', 'V')],
      },
    ],
    authority: { printed: null, effective: 'users' },
    evidence: [
      { zh: '账单样本', en: 'Sample bill' },
      { zh: '告知记录', en: 'Record of the warning' },
    ],
    sources: [cite('telecom-regulations', '33', 'V'), cite('telecom-regulations', '73', 'V')],
    marks: { deadline: 'V', authority: 'V', penalty: 'V' },
    penalties: USER_RIGHTS_PENALTY.filter(({ source }) => source.article === '73'),
    validFrom: REGULATIONS_FROM,
    bindsWithoutLicence: false,
    notes: [
      {
        text: { zh: '第73条只罚账单，不罚异常提醒。', en: 'Article 73 punishes the bill only, not the alarm.' },
        mark: 'V',
      },
    ],
  }),
  otherLawDuty({
    id: 'announce-planned-interruption',
    clause: 'X16',
    title: { zh: '计划中断服务的告知与报告', en: 'Announce and report a planned interruption' },
    wording: {
      zh: '因施工、割接等影响服务的，按规定时限告知用户并报告电信管理机构。',
      en: 'Before works interrupt a service, tell the users in the time set and report to the telecom authority.',
    },
    kinds: ['event'],
    scope: 'licence',
    condition: { always: true },
    due: [
      {
        id: 'notify-users',
        action: { zh: '提前告知用户', en: 'Tell the users ahead' },
        timing: { type: 'before-event', event: 'service-interruption-planned', from: 'on', days: 3 },
        mark: 'M',
        sources: [cite('order-36-service-standard', null, 'M'), cite('telecom-regulations', '35', 'V')],
        validFrom: '2005-04-20',
      },
      {
        id: 'report-to-authority',
        action: { zh: '报告通信管理局', en: 'Report to the administration' },
        timing: { type: 'at-once', event: 'service-interruption-planned' },
        mark: 'V',
        sources: [cite('telecom-regulations', '35', 'V')],
      },
    ],
    authority: {
      printed: null,
      effective: 'several',
      note: { zh: '用户；省通信管理局', en: 'Users; administration of the province' },
    },
    evidence: [
      { zh: '通知全文与发送时间', en: 'Text of the notice with its time' },
      { zh: '报告回执', en: 'Receipt of the report' },
    ],
    sources: [cite('telecom-regulations', '35', 'V'), citeInForce('order-36-service-standard', null, 'M')],
    marks: { deadline: 'M', authority: 'V', penalty: null },
    validFrom: REGULATIONS_FROM,
    bindsWithoutLicence: false,
    notes: [
      {
        text: {
          zh: '72小时出自记忆中的电信服务规范，未核实；此处折合三日，从早计算。',
          en: 'The 72 hours come from memory of the service standard; counted here as three days, the earlier way.',
        },
        mark: 'M',
      },
    ],
  }),
  otherLawDuty({
    id: 'report-call-centre-numbers',
    clause: 'X21',
    title: { zh: '呼叫中心码号使用变化报告', en: 'Report changed use of call-centre numbers' },
    wording: {
      zh: '呼叫中心业务的码号使用情况变化，向码号分配机构报告。',
      en: 'Report a change in the use of call-centre numbers to the authority that assigned them.',
    },
    kinds: ['event'],
    scope: 'licence',
    condition: {
      all: [
        { fact: 'services', includesAny: ['B24', 'B24-1', 'B24-2'] },
        { fact: 'holds_numbers', is: true },
      ],
    },
    due: [
      {
        id: 'report-change',
        action: { zh: '报告使用变化', en: 'Report the change' },
        timing: {
          type: 'after-event',
          event: 'number-use-changed',
          from: 'on',
          period: { n: 10, unit: 'working-day' },
        },
        mark: 'E',
        sources: [cite('number-measures', '26', 'E')],
      },
    ],
    authority: {
      printed: null,
      effective: 'several',
      note: { zh: '分配码号的部或通信管理局', en: 'The ministry or administration that assigned the numbers' },
    },
    evidence: [{ zh: '变化记录与报告回执', en: 'Record of the change and receipt' }],
    sources: [cite('number-measures', '26', 'E'), cite('number-measures', '40', 'E')],
    marks: { deadline: 'E', authority: 'E', penalty: 'E' },
    penalties: [
      {
        tier: 'first',
        text: { zh: '5000元以上3万元以下罚款', en: 'Fine of 5,000 to 30,000 yuan' },
        minYuan: 5_000,
        maxYuan: 30_000,
        source: cite('number-measures', '40', 'E'),
      },
    ],
    validFrom: '2003-03-01',
    bindsWithoutLicence: false,
  }),
  otherLawDuty({
    id: 'submit-yearly-security-form',
    clause: 'X22',
    title: { zh: '网络安全年报表（实务）', en: 'Yearly network security form (practice)' },
    wording: {
      zh: '随年报在防护系统填报网络安全表。这是实务做法，不是法律条文。',
      en: 'With the annual report, fill in the security form in the protection system. This is practice, not law.',
    },
    kinds: ['recurring'],
    scope: 'licence',
    condition: { always: true },
    due: [
      {
        id: 'security-form',
        action: { zh: '填报网络安全表（实务）', en: 'Fill in the security form (practice)' },
        timing: { type: 'yearly-window', opens: '01-01', closes: '03-31', heldOn: 'previous-year-end' },
        mark: 'P',
        sources: [cite('notice-2017-321-annual-report', null, 'P')],
        validFrom: '2018-01-01',
      },
    ],
    authority: SUPERVISED_BY_ISSUER,
    channel: NETWORK_PROTECTION_SYSTEM,
    evidence: [{ zh: '提交截图', en: 'Screenshot of the submission' }],
    sources: [cite('notice-2017-321-annual-report', null, 'P')],
    marks: { deadline: 'P', authority: 'P', penalty: 'P' },
    penalties: [
      {
        tier: 'first',
        text: { zh: '实务中年报因此不予通过', en: 'In practice the annual report is not passed' },
        source: cite('notice-2017-321-annual-report', null, 'P'),
      },
    ],
    validFrom: '2017-12-01',
    bindsWithoutLicence: false,
    notes: [
      {
        text: {
          zh: '期间随年报（第一季度）；年报本身的期限见十四。',
          en: 'The window follows the annual report (first quarter); the limit of that report stands under 14.',
        },
        mark: 'P',
      },
    ],
  }),
];
