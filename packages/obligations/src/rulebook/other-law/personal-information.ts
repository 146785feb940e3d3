import { citeInForce } from '../cite-in-force.ts';
import { PERSONAL_INFORMATION_PENALTY } from '../penalties.ts';
import type { Duty } from '../schema.ts';
import { cite, ownRule } from '../sources.ts';
import { CYBERSPACE, handlesAtLeast, KEPT_FOR_INSPECTION, otherLawDuty, PI_HANDLER } from './shared.ts';

const WORKING_DAYS_30 = { n: 30, unit: 'working-day' } as const;

/** X7, X8, X9 and X20: audits, the protection officer, minors, small handlers. */
export const PERSONAL_INFORMATION: readonly Duty[] = [
  otherLawDuty({
    id: 'audit-personal-information-every-two-years',
    clause: 'X7',
    title: { zh: '超过一千万人的，两年一次合规审计', en: 'Audit every two years above ten million people' },
    wording: {
      zh: '处理超过一千万人个人信息的，每两年至少做一次个人信息保护合规审计。',
      en: 'Whoever handles data of more than ten million people has its compliance audited at least every two years.',
    },
    kinds: ['recurring'],
    bearer: PI_HANDLER,
    // "More than" leaves the number itself out (Civil Code, article 1259).
    condition: handlesAtLeast(10_000_001),
    due: [
      {
        id: 'audit-every-two-years',
        action: { zh: '完成合规审计', en: 'Complete the compliance audit' },
        timing: { type: 'calendar-years', every: 2, lastDoneFact: 'last_pi_audit_on' },
        mark: 'E',
        sources: [cite('pi-audit-measures', null, 'E'), cite('civil-code', '1259', 'M')],
      },
    ],
    authority: {
      ...KEPT_FOR_INSPECTION,
      note: { zh: '网信部门要求时报送', en: 'Handed in when the cyberspace administration asks' },
    },
    evidence: [{ zh: '审计报告及整改记录', en: 'Audit report and what was mended' }],
    sources: [
      cite('pi-audit-measures', null, 'E'),
      cite('pipl', '54', 'V'),
      cite('network-data-regulations', '27', 'V'),
    ],
    marks: { deadline: 'E', authority: 'E', penalty: 'V' },
    penalties: PERSONAL_INFORMATION_PENALTY,
    validFrom: '2025-05-01',
    bindsWithoutLicence: true,
    notes: [
      {
        text: {
          zh: '两年按日历年度计，止于第二年12月31日，不顺延；按整两年计更早的，宜从早。',
          en: 'Two years are counted in calendar years, ending on 31 December without roll; earlier is safer.',
        },
        mark: 'O',
      },
    ],
  }),
  otherLawDuty({
    id: 'audit-personal-information-regularly',
    clause: 'X7b',
    title: { zh: '定期合规审计', en: 'Regular compliance audits' },
    wording: {
      zh: '处理个人信息的企业定期做合规审计；主管部门责令审计的照办。周期法律未定。',
      en: 'Whoever handles personal information has compliance audited regularly, and when ordered. No rhythm is set by law.',
    },
    kinds: ['standing'],
    bearer: PI_HANDLER,
    condition: { fact: 'handles_personal_information', is: true },
    authority: KEPT_FOR_INSPECTION,
    evidence: [{ zh: '审计计划与报告', en: 'Audit plan and reports' }],
    sources: [
      cite('pipl', '54', 'V'),
      citeInForce('network-data-regulations', '27', 'V'),
      citeInForce('pi-audit-measures', null, 'E'),
    ],
    marks: { deadline: null, authority: 'V', penalty: 'V' },
    penalties: PERSONAL_INFORMATION_PENALTY,
    validFrom: '2021-11-01',
    bindsWithoutLicence: true,
  }),
  otherLawDuty({
    id: 'report-protection-officer',
    clause: 'X8',
    title: { zh: '个人信息保护负责人及报送', en: 'Protection officer, reported' },
    wording: {
      zh: '处理达到一百万人的，指定个人信息保护负责人并报送；信息变化再报。',
      en: 'From one million people on, name a protection officer and report them; report again after a change.',
    },
    kinds: ['staffing', 'event'],
    bearer: PI_HANDLER,
    condition: handlesAtLeast(1_000_000),
    due: [
      {
        id: 'report-officer',
        action: { zh: '报送负责人信息', en: 'Report the officer' },
        timing: { type: 'after-event', event: 'pi-threshold-reached', from: 'on', period: WORKING_DAYS_30 },
        mark: 'E',
        sources: [cite('pi-officer-notice-2025', null, 'E'), cite('pi-audit-measures', '12', 'E')],
        validFrom: '2025-07-18',
      },
      {
        id: 'report-change',
        action: { zh: '报送负责人信息的变化', en: 'Report the change of the officer’s data' },
        timing: { type: 'after-event', event: 'pi-officer-changed', from: 'on', period: WORKING_DAYS_30 },
        mark: 'E',
        sources: [cite('pi-officer-notice-2025', null, 'E')],
        validFrom: '2025-07-18',
      },
    ],
    authority: CYBERSPACE,
    channel: {
      zh: '个人信息保护业务系统（grxxbh.cacdtsc.cn）',
      en: 'Portal for personal information protection (grxxbh.cacdtsc.cn)',
    },
    evidence: [
      { zh: '任命文件', en: 'Appointment' },
      { zh: '报送回执', en: 'Receipt' },
    ],
    sources: [
      cite('pipl', '52', 'V'),
      citeInForce('pi-audit-measures', '12', 'E'),
      citeInForce('pi-officer-notice-2025', null, 'E'),
    ],
    marks: { deadline: 'E', authority: 'E', penalty: 'V' },
    penalties: PERSONAL_INFORMATION_PENALTY,
    validFrom: '2021-11-01',
    bindsWithoutLicence: true,
    notes: [
      {
        text: {
          zh: '公告以前已达到一百万人的，报送截止2025-08-29，已过；未报的应补报。',
          en: 'Who had reached the number before the announcement had until 2025-08-29, which is past: report now if not done.',
        },
        mark: 'E',
      },
    ],
  }),
  otherLawDuty({
    id: 'audit-minors-information-yearly',
    clause: 'X9',
    title: { zh: '未成年人个人信息年度审计', en: 'Yearly audit of minors’ personal information' },
    wording: {
      zh: '处理未成年人个人信息的，每年自行或委托审计，并将情况报告网信部门。',
      en: 'Whoever handles personal information of minors has it audited every year and reports the result.',
    },
    kinds: ['recurring'],
    bearer: PI_HANDLER,
    condition: { fact: 'minor_users', is: true },
    due: [
      {
        id: 'yearly-audit-and-report',
        action: { zh: '完成年度审计并报告', en: 'Complete the yearly audit and report it' },
        timing: { type: 'calendar-years', every: 1 },
        mark: 'V',
        sources: [cite('minors-regulations', '37', 'V')],
      },
    ],
    authority: CYBERSPACE,
    evidence: [
      { zh: '审计报告', en: 'Audit report' },
      { zh: '报告回执', en: 'Receipt of the report' },
    ],
    sources: [cite('minors-regulations', '37', 'V')],
    marks: { deadline: 'V', authority: 'V', penalty: null },
    validFrom: '2024-01-01',
    bindsWithoutLicence: true,
    notes: [
      {
        text: {
          zh: '条例第53至56条未列本条的罚则，故不列金额。',
          en: 'Articles 53 to 56 of the regulations name no fine for this article, so none is shown.',
        },
        mark: 'V',
      },
    ],
  }),
  otherLawDuty({
    id: 'small-handler-self-check',
    clause: 'X20',
    title: { zh: '小型处理者简化自查', en: 'Simplified self-check of small handlers' },
    wording: {
      zh: '处理不满十万人个人信息的，可按十九项清单简化自查并留存。',
      en: 'Below one hundred thousand people, a simplified self-check by a list of nineteen items is made and kept.',
    },
    kinds: ['recurring'],
    bearer: PI_HANDLER,
    condition: {
      all: [
        { fact: 'handles_personal_information', is: true },
        { fact: 'pi_subjects_count', lessThan: 100_000 },
      ],
    },
    due: [
      {
        id: 'yearly-self-check',
        action: { zh: '完成十九项自查', en: 'Complete the self-check of nineteen items' },
        timing: { type: 'calendar-years', every: 1 },
        mark: 'O',
        sources: [
          ownRule(
            '周期未见明文；与年度自查同步，每年一次。首个完整年度为2027年。',
            'The rhythm was not seen; once a year, together with the yearly self-check. The first full year is 2027.',
          ),
          cite('small-pi-handlers-25', null, 'E'),
        ],
      },
    ],
    authority: KEPT_FOR_INSPECTION,
    evidence: [{ zh: '十九项自查表', en: 'List of nineteen items, filled in' }],
    sources: [cite('small-pi-handlers-25', null, 'E')],
    marks: { deadline: 'O', authority: 'E', penalty: null },
    validFrom: '2026-09-01',
    bindsWithoutLicence: true,
  }),
];
