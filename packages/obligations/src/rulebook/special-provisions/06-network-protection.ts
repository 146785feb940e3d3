import { citeInForce } from '../cite-in-force.ts';
import { HOLDER, NETWORK_PROTECTION_SYSTEM } from '../parties.ts';
import { NETWORK_PROTECTION_PENALTY } from '../penalties.ts';
import type { Authority, Duty } from '../schema.ts';
import { cite, printed } from '../sources.ts';

const ORDER_11_FROM = '2010-03-01';

const AUTHORITY: Authority = {
  printed: { zh: '通信主管部门', en: 'Communications authority' },
  effective: 'issuing-authority',
  note: {
    zh: '省级许可证：省通信管理局；跨地区许可证：工业和信息化部。',
    en: 'Provincial licence: the provincial administration; cross-regional: the ministry.',
  },
};

/** What the conformity test (6b) and the risk assessment (6c) have in common. */
type UnitReview = Pick<Duty, 'id' | 'clause' | 'title' | 'wording' | 'evidence'> & {
  lastDone: 'lastTestOn' | 'lastRiskAssessmentOn';
  work: 'conformity-test' | 'risk-assessment';
};

/** Both reviews run by the same cycle, are reported in the same system and repeated after a change of grade. */
function unitReview({ lastDone, work, ...duty }: UnitReview): Duty {
  return {
    ...duty,
    provision: '6',
    kinds: ['recurring', 'event'],
    scope: 'network-unit',
    bearer: HOLDER,
    condition: { always: true },
    due: [
      {
        id: 'cycle',
        action: duty.title,
        timing: {
          type: 'per-network-unit-cycle',
          lastDone,
          everyYearsByGrade: { '2': 2, '3': 1, '4': 1, '5': 1 },
        },
        mark: 'E',
        sources: [cite('order-11', null, 'E'), printed('6')],
        validFrom: ORDER_11_FROM,
      },
      {
        id: 'report-result',
        action: { zh: '在系统中报送结果', en: 'Hand in the result in the system' },
        timing: {
          type: 'after-event',
          event: 'network-unit-test-completed',
          from: 'on',
          period: { n: 30, unit: 'natural-day' },
        },
        when: { fact: 'event.work', is: work },
        mark: 'E',
        sources: [cite('order-11', null, 'E')],
        validFrom: ORDER_11_FROM,
      },
      {
        id: 'repeat-after-grade-change',
        action: { zh: '级别调整后重新进行', en: 'Repeat after the change of grade' },
        timing: {
          type: 'after-event',
          event: 'network-unit-grade-changed',
          from: 'on',
          period: { n: 90, unit: 'natural-day' },
        },
        mark: 'E',
        sources: [
          cite('unit-tests-2025-331', null, 'E', {
            note: { zh: '见于一省通信管理局2025年通知', en: 'Seen in a notice of one provincial administration, 2025' },
          }),
        ],
        validFrom: '2025-01-01',
      },
    ],
    authority: AUTHORITY,
    channel: NETWORK_PROTECTION_SYSTEM,
    sources: [printed('6'), cite('order-11', null, 'E'), citeInForce('unit-tests-2025-331', null, 'E')],
    marks: { deadline: 'E', authority: 'E', penalty: 'E' },
    penalties: NETWORK_PROTECTION_PENALTY,
    validFrom: ORDER_11_FROM,
    bindsWithoutLicence: false,
    notes: [
      {
        text: {
          zh: '三级及以上每年、二级每两年；一级无固定周期。',
          en: 'Grade 3 and above every year, grade 2 every two years, none fixed for grade 1.',
        },
        mark: 'E',
      },
      {
        text: {
          zh: '首个日期自上次完成之年起算；没有上次的，自备案之年起算（本产品读法）；两者都不知道的，日期未知。',
          en: 'The first date is counted from the year of the last time, or of the filing where there was none (our reading); with neither it is unknown.',
        },
        mark: 'O',
      },
    ],
  };
}

/** Provision 六: grading and filing of network units, tests, risk assessments, protection. */
export const NETWORK_PROTECTION_DUTIES: readonly Duty[] = [
  {
    id: 'grade-and-file-network-units',
    clause: '6a',
    provision: '6',
    title: { zh: '网络单元定级备案', en: 'Grade network units and file them' },
    wording: {
      zh: '每个网络单元定级，定级通过后备案；备案内容变化时更新。',
      en: 'Grade every network unit, file it once the grade is approved, and update the filing when its data change.',
    },
    kinds: ['anchored', 'event'],
    scope: 'network-unit',
    bearer: HOLDER,
    condition: { always: true },
    due: [
      {
        id: 'file-unit',
        action: { zh: '办理网络单元备案', en: 'File the network unit' },
        timing: {
          type: 'after-network-unit-date',
          from: 'gradeApprovedOn',
          period: { n: 30, unit: 'natural-day' },
        },
        mark: 'E',
        sources: [cite('order-11', null, 'E'), printed('6')],
        validFrom: ORDER_11_FROM,
      },
      {
        id: 'update-filing',
        action: { zh: '更新备案信息', en: 'Update the filed data' },
        timing: {
          type: 'after-event',
          event: 'network-unit-data-changed',
          from: 'on',
          period: { n: 30, unit: 'natural-day' },
        },
        mark: 'M',
        sources: [cite('order-11', null, 'M')],
        validFrom: ORDER_11_FROM,
      },
    ],
    authority: AUTHORITY,
    channel: NETWORK_PROTECTION_SYSTEM,
    evidence: [
      { zh: '每个单元的备案编号', en: 'Filing number of each unit' },
      { zh: '拓扑与定级报告', en: 'Topology and grading report' },
    ],
    sources: [printed('6'), cite('order-11', null, 'E')],
    marks: { deadline: 'E', authority: 'E', penalty: 'E' },
    penalties: NETWORK_PROTECTION_PENALTY,
    validFrom: ORDER_11_FROM,
    bindsWithoutLicence: false,
    notes: [
      {
        text: {
          zh: '自定级通过之日起算；只知投入运行日的，期限未知，应询问。',
          en: 'Counted from the day the grade was approved; if only the commissioning day is known, the limit is unknown: ask.',
        },
        mark: 'E',
      },
      {
        text: { zh: '备案联系人须为在职员工。', en: 'The contact in the filing must be an active employee.' },
        mark: 'O',
      },
    ],
  },
  unitReview({
    id: 'test-network-units',
    clause: '6b',
    title: { zh: '网络单元符合性评测', en: 'Conformity test of network units' },
    wording: {
      zh: '按级别定期评测网络单元是否符合防护标准，并报送结果。',
      en: 'Test each unit against the protection standards in the rhythm of its grade, and hand in the result.',
    },
    evidence: [{ zh: '评测报告（自测或第三方）、日期、单元', en: 'Test report (own or third party), date, unit' }],
    lastDone: 'lastTestOn',
    work: 'conformity-test',
  }),
  unitReview({
    id: 'assess-risk-of-network-units',
    clause: '6c',
    title: { zh: '网络单元风险评估', en: 'Risk assessment of network units' },
    wording: {
      zh: '按级别定期评估网络单元的风险，整改并报送结果。',
      en: 'Assess the risks of each unit in the rhythm of its grade, remedy them, and hand in the result.',
    },
    evidence: [{ zh: '风险评估报告与整改计划', en: 'Risk report and remediation plan' }],
    lastDone: 'lastRiskAssessmentOn',
    work: 'risk-assessment',
  }),
  {
    id: 'apply-network-protection',
    clause: '6d',
    provision: '6',
    title: { zh: '落实网络安全防护措施', en: 'Carry out the network protection measures' },
    wording: {
      zh: '按政策和系列标准落实防护，保障网络和系统安全，并及时报备。',
      en: 'Protect networks and systems as policy and standards ask, and file in time.',
    },
    kinds: ['standing'],
    scope: 'company',
    bearer: HOLDER,
    condition: { always: true },
    due: [],
    authority: AUTHORITY,
    channel: NETWORK_PROTECTION_SYSTEM,
    evidence: [{ zh: '防护措施与标准对照表', en: 'Map of measures to the standards' }],
    sources: [printed('6'), cite('order-11', null, 'E')],
    marks: { deadline: null, authority: 'E', penalty: 'E' },
    penalties: NETWORK_PROTECTION_PENALTY,
    validFrom: ORDER_11_FROM,
    bindsWithoutLicence: false,
  },
];
