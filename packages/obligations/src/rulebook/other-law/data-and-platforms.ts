import { citeInForce, inForce } from '../cite-in-force.ts';
import type { Duty } from '../schema.ts';
import { cite } from '../sources.ts';
import { handlesAtLeast, otherLawDuty } from './shared.ts';

const LARGE_PLATFORM = { zh: '大型网络平台服务提供者', en: 'Large network platform' };
const PUBLISHED = {
  printed: null,
  effective: 'users' as const,
  note: { zh: '向社会公布', en: 'Published' },
};

/** X10, X11 and X23: important data, very large numbers of people, large platforms. */
export const DATA_AND_PLATFORMS: readonly Duty[] = [
  otherLawDuty({
    id: 'assess-important-data-yearly',
    clause: 'X10',
    title: { zh: '重要数据年度风险评估', en: 'Yearly risk assessment of important data' },
    wording: {
      zh: '处理重要数据的，每年评估风险并报送报告，情况变化时再评；报告至少留存三年。',
      en: 'Whoever handles important data assesses the risk every year, and on change, reports it and keeps it three years.',
    },
    kinds: ['recurring'],
    bearer: { zh: '重要数据处理者', en: 'Handler of important data' },
    condition: { fact: 'important_data', is: true },
    due: [
      {
        id: 'yearly-assessment',
        action: { zh: '完成年度评估并报送报告', en: 'Complete the yearly assessment and report it' },
        timing: { type: 'calendar-years', every: 1 },
        mark: 'V',
        sources: [cite('network-data-regulations', '33', 'V'), citeInForce('data-risk-measures-24', null, 'E')],
        validFrom: '2025-01-01',
      },
    ],
    authority: {
      printed: null,
      effective: 'several',
      note: {
        zh: '工业和信息化部或通信管理局；网信部门',
        en: 'The ministry or the administration of the province; cyberspace administration',
      },
    },
    evidence: [
      { zh: '评估报告', en: 'Assessment report' },
      { zh: '报送回执', en: 'Receipt' },
    ],
    sources: [
      cite('dsl', '30', 'V'),
      citeInForce('network-data-regulations', '33', 'V'),
      citeInForce('data-risk-measures-24', null, 'E'),
    ],
    marks: { deadline: 'V', authority: 'E', penalty: 'V' },
    penalties: [
      {
        tier: 'first',
        text: {
          zh: '责令改正，警告，可并处5万元以上50万元以下罚款',
          en: 'Order to correct, warning, may be fined 50,000 to 500,000 yuan',
        },
        minYuan: 50_000,
        maxYuan: 500_000,
        source: cite('dsl', '45', 'V'),
      },
      {
        tier: 'aggravated',
        text: {
          zh: '拒不改正或造成大量数据泄露等严重后果：50万元以上200万元以下',
          en: 'Refusal, or grave harm such as a mass leak: 500,000 to 2,000,000 yuan',
        },
        minYuan: 500_000,
        maxYuan: 2_000_000,
        source: cite('dsl', '45', 'V'),
      },
      {
        tier: 'person',
        text: { zh: '责任人员1万元以上10万元以下', en: 'Persons responsible 10,000 to 100,000 yuan' },
        minYuan: 10_000,
        maxYuan: 100_000,
        source: cite('dsl', '45', 'V'),
      },
    ],
    validFrom: '2021-09-01',
    bindsWithoutLicence: true,
    notes: [
      {
        text: {
          zh: '罚则针对数据安全法第30条；网数条例第57条未列第33条。',
          en: 'The fines are those for article 30 of the Data Security Law; article 57 of the regulations does not list article 33.',
        },
        mark: 'V',
      },
    ],
  }),
  otherLawDuty({
    id: 'data-security-head-and-body',
    clause: 'X11',
    title: { zh: '一千万人以上：安全负责人与机构', en: 'Ten million people: security head and body' },
    wording: {
      zh: '处理一千万人以上个人信息的，由管理层成员任数据安全负责人并设机构；合并、分立等影响安全的，报告处置方案。',
      en: 'From ten million people on: a security head from management and a body; before a merger or split, report the handover plan.',
    },
    kinds: ['staffing', 'event'],
    bearer: { zh: '处理一千万人以上个人信息者', en: 'Handler of the data of ten million people or more' },
    condition: handlesAtLeast(10_000_000),
    due: [
      {
        id: 'report-handover-plan',
        action: { zh: '报告数据处置方案与接收方', en: 'Report the plan for the data and who receives it' },
        timing: { type: 'at-once', event: 'subject-change-decided' },
        when: {
          any: [
            { fact: 'event.change', is: 'merger' },
            { fact: 'event.change', is: 'split' },
          ],
        },
        mark: 'V',
        sources: [cite('network-data-regulations', '32', 'V')],
      },
    ],
    authority: {
      printed: null,
      effective: 'several',
      note: {
        zh: '省级以上主管部门；不明确的报网信部门',
        en: 'Authority of the sector at provincial level or above; cyberspace administration where none is clear',
      },
    },
    evidence: [
      { zh: '负责人（管理层）任命文件', en: 'Appointment of the head, a member of management' },
      { zh: '机构设置文件', en: 'Paper on the body' },
      { zh: '处置方案与报告回执', en: 'Plan and receipt' },
    ],
    sources: [
      cite('network-data-regulations', '28', 'V'),
      cite('network-data-regulations', '30', 'V'),
      cite('network-data-regulations', '32', 'V'),
    ],
    marks: { deadline: 'V', authority: 'V', penalty: 'V' },
    penalties: [
      {
        tier: 'first',
        text: {
          zh: '依网数条例第57条，金额未录入',
          en: 'Under article 57 of the regulations; amounts not recorded',
        },
        source: cite('network-data-regulations', '57', 'V'),
        ...inForce('network-data-regulations'),
      },
    ],
    validFrom: '2025-01-01',
    bindsWithoutLicence: true,
  }),
  otherLawDuty({
    id: 'publish-social-responsibility-report',
    clause: 'X23',
    title: { zh: '大型平台年度个人信息保护社会责任报告', en: 'Large platform’s yearly responsibility report' },
    wording: {
      zh: '大型网络平台每年发布个人信息保护社会责任报告，并设主要由外部成员组成的监督机构。',
      en: 'A large platform publishes a yearly report on its responsibility for personal information and has an outside body watch it.',
    },
    kinds: ['recurring'],
    bearer: LARGE_PLATFORM,
    condition: { fact: 'is_large_platform', is: true },
    due: [
      {
        id: 'yearly-report',
        action: { zh: '发布年度报告', en: 'Publish the yearly report' },
        timing: { type: 'calendar-years', every: 1 },
        mark: 'V',
        sources: [cite('network-data-regulations', '44', 'V')],
      },
    ],
    authority: PUBLISHED,
    evidence: [{ zh: '发布的报告及网址', en: 'The report as published, with its address' }],
    sources: [
      cite('network-data-regulations', '44', 'V'),
      cite('network-data-regulations', '62', 'V'),
      cite('pipl', '58', 'V'),
    ],
    marks: { deadline: 'V', authority: 'V', penalty: null },
    validFrom: '2025-01-01',
    bindsWithoutLicence: true,
    notes: [
      {
        text: {
          zh: '须同时满足用户数、业务复杂、影响重大等全部要件。',
          en: 'All limbs must be met: number of users, complex business and weighty influence.',
        },
        mark: 'V',
      },
    ],
  }),
  otherLawDuty({
    id: 'publish-minors-responsibility-report',
    clause: 'X23b',
    title: { zh: '年度未成年人网络保护社会责任报告', en: 'Yearly report on the protection of minors' },
    wording: {
      zh: '未成年人用户数量巨大或对未成年人有显著影响的平台，每年发布专门的社会责任报告。',
      en: 'A platform with very many minors, or of marked influence on them, publishes a report of its own every year.',
    },
    kinds: ['recurring'],
    bearer: { zh: '对未成年人影响大的平台', en: 'Platform that matters to minors' },
    condition: { fact: 'serves_many_minors', is: true },
    due: [
      {
        id: 'yearly-report',
        action: { zh: '发布年度报告', en: 'Publish the yearly report' },
        timing: { type: 'calendar-years', every: 1 },
        mark: 'V',
        sources: [cite('minors-regulations', '20', 'V')],
      },
    ],
    authority: PUBLISHED,
    evidence: [{ zh: '发布的报告及网址', en: 'The report as published, with its address' }],
    sources: [cite('minors-regulations', '20', 'V')],
    marks: { deadline: 'V', authority: 'V', penalty: null },
    validFrom: '2024-01-01',
    bindsWithoutLicence: true,
    notes: [
      {
        text: { zh: '不看用户数门槛，另有自己的标准。', en: 'It has its own test, without a number of users.' },
        mark: 'V',
      },
    ],
  }),
];
