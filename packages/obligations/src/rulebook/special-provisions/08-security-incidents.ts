import type { Condition } from '../condition.ts';
import { citeInForce } from '../cite-in-force.ts';
import { HOLDER, TELECOM_AUTHORITY } from '../parties.ts';
import { GENERAL_PENALTY, NETWORK_SECURITY_PENALTY, ORDER_42_FROM, SEVERE_INCIDENT_PENALTY } from '../penalties.ts';
import type { Authority, Duty } from '../schema.ts';
import { cite, citeCsl, printed } from '../sources.ts';

/** First day of the incident reporting measures of the cyberspace administration. */
const REPORT_MEASURES_FROM = '2025-11-01';

const EVENT = 'network-security-incident';

/** Fairly large or above: a million persons, or the level by other criteria (outage, loss, important data, content). */
const FAIRLY_LARGE_OR_ABOVE: Condition = {
  any: [
    { fact: 'event.personsAffected', atLeast: 1_000_000 },
    { fact: 'event.level', is: 'fairly-large' },
    { fact: 'event.level', is: 'large' },
    { fact: 'event.level', is: 'extremely-large' },
  ],
};

/** The lowest level of the ministry's plan starts at a hundred thousand persons. */
const LEVELLED_BY_PLAN: Condition = {
  any: [
    { fact: 'event.personsAffected', atLeast: 100_000 },
    { fact: 'event.level', is: 'general' },
    ...FAIRLY_LARGE_OR_ABOVE.any,
  ],
};

const AUTHORITY: Authority = {
  ...TELECOM_AUTHORITY,
  effective: 'several',
  note: {
    zh: '省通信管理局（并工信部应急办）；省级网信部门；公安机关',
    en: 'Provincial administration (and the ministry’s emergency office), provincial cyberspace administration, police',
  },
};

/** Provision 八: large leaks, outages and other grave incidents. */
export const SECURITY_INCIDENT_DUTIES: readonly Duty[] = [
  {
    id: 'report-security-incident',
    clause: '8',
    provision: '8',
    title: { zh: '重大网络安全事件处置与报告', en: 'Handle and report grave security incidents' },
    wording: {
      zh: '大规模泄露、大面积中断等事件发生时立即处置、控制影响，第一时间报告。',
      en: 'On a mass leak, a wide outage or the like: act at once, contain it, and report first.',
    },
    kinds: ['event'],
    scope: 'company',
    bearer: HOLDER,
    condition: { always: true },
    due: [
      {
        id: 'act-and-report-at-once',
        action: { zh: '立即处置并第一时间报告电信主管部门', en: 'Act at once and report to the telecom authority' },
        timing: { type: 'at-once', event: EVENT },
        mark: 'V',
        sources: [printed('8'), citeInForce('mii-plan-2017-281', null, 'E'), cite('order-24', '14', 'E')],
        validFrom: ORDER_42_FROM,
      },
      {
        id: 'notify-persons-and-authority',
        action: {
          zh: '补救并通知主管部门和个人（个人信息泄露，无人数门槛）',
          en: 'Remedy and notify the authority and the persons (leak of personal information, no threshold)',
        },
        timing: { type: 'at-once', event: EVENT },
        when: { fact: 'event.personsAffected', atLeast: 1 },
        mark: 'V',
        sources: [cite('pipl', '57', 'V')],
        validFrom: '2021-11-01',
      },
      {
        id: 'report-to-cyberspace-administration-cii',
        action: {
          zh: '向保护工作部门、公安机关报告（关键信息基础设施，1小时）',
          en: 'Report to protection department and police (critical infrastructure, 1 hour)',
        },
        timing: { type: 'after-event', event: EVENT, from: 'at', period: { n: 1, unit: 'hour' } },
        when: { all: [{ fact: 'is_CII', is: true }, FAIRLY_LARGE_OR_ABOVE] },
        mark: 'E',
        sources: [cite('incident-report-measures', null, 'E')],
        validFrom: REPORT_MEASURES_FROM,
      },
      {
        id: 'report-to-cyberspace-administration',
        action: {
          zh: '向省级网信部门报告（较大及以上，4小时）',
          en: 'Report to the provincial cyberspace administration (fairly large and above, 4 hours)',
        },
        timing: { type: 'after-event', event: EVENT, from: 'at', period: { n: 4, unit: 'hour' } },
        when: { all: [{ fact: 'is_CII', is: false }, FAIRLY_LARGE_OR_ABOVE] },
        mark: 'E',
        sources: [cite('incident-report-measures', null, 'E')],
        validFrom: REPORT_MEASURES_FROM,
      },
      {
        id: 'report-to-police',
        action: { zh: '向当地公安机关报告（24小时）', en: 'Report to the local police (24 hours)' },
        timing: { type: 'after-event', event: EVENT, from: 'at', period: { n: 24, unit: 'hour' } },
        mark: 'E',
        sources: [cite('police-network-1997', '10', 'E')],
        validFrom: '1997-12-30',
      },
      {
        id: 'report-harm-to-interests',
        action: {
          zh: '向有关主管部门报告（危害国家安全、公共利益，24小时）',
          en: 'Report to the competent department (harm to national security or public interests, 24 hours)',
        },
        timing: { type: 'after-event', event: EVENT, from: 'at', period: { n: 24, unit: 'hour' } },
        when: { fact: 'event.harmsNationalOrPublicInterest', is: true },
        mark: 'V',
        sources: [cite('network-data-regulations', '10', 'V')],
        validFrom: '2025-01-01',
      },
      {
        id: 'summary-to-ministry',
        action: { zh: '报送事件总结（工信部预案）', en: 'Hand in the summary (plan of the ministry)' },
        timing: { type: 'after-event', event: EVENT, from: 'handledOn', period: { n: 10, unit: 'working-day' } },
        when: LEVELLED_BY_PLAN,
        mark: 'M',
        sources: [cite('mii-plan-2017-281', null, 'M')],
        validFrom: '2017-11-14',
      },
      {
        id: 'final-report',
        action: { zh: '报送处置总结报告（网信部门）', en: 'Hand in the final report (cyberspace administration)' },
        timing: { type: 'after-event', event: EVENT, from: 'handledOn', period: { n: 30, unit: 'natural-day' } },
        when: FAIRLY_LARGE_OR_ABOVE,
        mark: 'E',
        sources: [cite('incident-report-measures', null, 'E')],
        validFrom: REPORT_MEASURES_FROM,
      },
    ],
    authority: AUTHORITY,
    channel: { zh: '电话先报，书面续报', en: 'By phone first, in writing after' },
    evidence: [
      { zh: '带时间的处置记录', en: 'Incident record with times' },
      { zh: '报告回执', en: 'Receipts of the reports' },
      { zh: '级别判定', en: 'Assessment of the level' },
    ],
    sources: [
      printed('8'),
      citeInForce('order-24', '14', 'E'),
      cite('police-network-1997', '10', 'E'),
      ...citeCsl('25', '27'),
      cite('mii-plan-2017-281', null, 'E', { validFrom: '2017-11-14' }),
      cite('pipl', '57', 'V', { validFrom: '2021-11-01' }),
      cite('network-data-regulations', '10-11', 'V', { validFrom: '2025-01-01' }),
      cite('incident-report-measures', null, 'E', { validFrom: REPORT_MEASURES_FROM }),
    ],
    marks: { deadline: 'E', authority: 'E', penalty: 'E' },
    penalties: [...NETWORK_SECURITY_PENALTY, ...SEVERE_INCIDENT_PENALTY],
    validFrom: '1997-12-30',
    bindsWithoutLicence: true,
    textualNote: {
      zh: '“第一时间”没有数字：显示为“立即”并计已过时间，不设零时限。',
      en: '“First time” has no number: shown as “at once” with the time elapsed, never as a limit of zero.',
    },
    notes: [
      {
        text: {
          zh: '级别不只看人数：中断范围、损失、重要数据、内容各有标准。低于表列人数不等于无须报告。',
          en: 'Levels count not only persons: outage, loss, important data and content have criteria of their own. Below the numbers it does not follow that no report is due.',
        },
        mark: 'E',
      },
      {
        text: {
          zh: '及时报告并采取措施的，可从轻、减轻或免除责任（报告管理办法第11条）。',
          en: 'Timely report and measures lighten or lift liability (reporting measures art 11).',
        },
        mark: 'E',
      },
    ],
  },
  {
    id: 'follow-emergency-orders',
    clause: '8b',
    provision: '8',
    title: { zh: '按主管部门要求采取应急措施', en: 'Take the emergency measures the authority asks for' },
    wording: {
      zh: '重大事件后，主管部门要求的应急处置措施一一落实。',
      en: 'After a grave incident, carry out every emergency measure that the authority asks for.',
    },
    kinds: ['event'],
    scope: 'company',
    bearer: HOLDER,
    condition: { always: true },
    due: [
      {
        id: 'carry-out',
        action: { zh: '立即或按要求的日期落实', en: 'Carry out at once or by the day asked' },
        timing: { type: 'at-once', event: 'emergency-measures-ordered' },
        mark: 'V',
        sources: [printed('8')],
      },
    ],
    authority: TELECOM_AUTHORITY,
    channel: null,
    evidence: [{ zh: '要求与落实记录', en: 'Record of orders and measures' }],
    sources: [printed('8'), cite('mii-plan-2017-281', null, 'E', { validFrom: '2017-11-14' })],
    marks: { deadline: 'V', authority: 'V', penalty: 'M' },
    penalties: GENERAL_PENALTY,
    validFrom: ORDER_42_FROM,
    bindsWithoutLicence: false,
  },
];
