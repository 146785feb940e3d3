import { citeInForce } from '../../rulebook/cite-in-force.ts';
import { handlesAtLeast } from '../../rulebook/other-law/shared.ts';
import { cite } from '../../rulebook/sources.ts';
import type { StaffingCheck } from '../requirement.ts';
import { check, holders, own } from './shared.ts';

const IMPORTANT_DATA = { fact: 'important_data', is: true };
const DATA_SECURITY_LAW = [
  citeInForce('network-data-regulations', '30', 'V'),
  citeInForce('dsl', '27', 'V'),
  citeInForce('network-data-regulations', '28', 'V'),
];

/** S13 to S16: protection officer, head of data security, supervisory body, minors. */
export const DATA_STAFF: readonly StaffingCheck[] = [
  check({
    id: 'S13',
    title: { zh: '个人信息保护负责人', en: 'Personal information protection officer' },
    clause: 'X8',
    dutyId: 'report-protection-officer',
    condition: handlesAtLeast(1_000_000),
    bindsWithoutLicence: true,
    validFrom: '2021-11-01',
    requirements: [
      holders(['pi-officer'], {
        id: 'officer',
        text: { zh: '指定个人信息保护负责人', en: 'a protection officer is named' },
        sources: [cite('pipl', '52', 'V')],
      }),
      {
        kind: 'officer-filing',
        id: 'reported',
        text: { zh: '负责人信息在30个工作日内报送', en: 'the officer is reported within 30 working days' },
        post: 'pi-officer',
        event: 'pi-threshold-reached',
        workingDays: 30,
        stock: { before: '2025-07-18', until: '2025-08-29' },
        sources: [citeInForce('pi-officer-notice-2025', null, 'E'), citeInForce('pi-audit-measures', '12', 'E')],
        validFrom: '2025-07-18',
      },
    ],
  }),
  check({
    id: 'S14',
    title: { zh: '数据安全负责人与管理机构', en: 'Head of data security and body' },
    clause: 'X11',
    dutyId: 'data-security-head-and-body',
    condition: {
      any: [IMPORTANT_DATA, { all: [handlesAtLeast(10_000_000), { onOrAfter: '2025-01-01' }] }],
    },
    bindsWithoutLicence: true,
    validFrom: '2021-09-01',
    requirements: [
      holders(['data-security-head'], {
        id: 'head',
        text: { zh: '明确数据安全负责人', en: 'a head of data security is named' },
        sources: DATA_SECURITY_LAW,
      }),
      holders(['data-security-head'], {
        id: 'management',
        text: { zh: '负责人是管理层成员', en: 'the head is a member of the management' },
        among: [],
        qualities: ['management'],
        sources: [citeInForce('network-data-regulations', '30', 'V')],
      }),
      {
        kind: 'body',
        id: 'body',
        text: { zh: '设有数据安全管理机构', en: 'there is a data security body' },
        body: 'data-security-body',
        has: 'existence',
        sources: DATA_SECURITY_LAW,
      },
    ],
  }),
  check({
    id: 'S15',
    title: { zh: '大型平台：主要由外部成员组成的监督机构', en: 'Large platform: supervisory body of outside members' },
    clause: 'X23',
    dutyId: null,
    condition: { fact: 'is_large_platform', is: true },
    bindsWithoutLicence: true,
    validFrom: '2025-01-01',
    requirements: [
      {
        kind: 'body',
        id: 'body',
        text: { zh: '设有个人信息保护监督机构', en: 'the supervisory body exists' },
        body: 'pi-supervisory-body',
        has: 'existence',
        sources: [cite('pipl', '58', 'V'), citeInForce('network-data-regulations', '44', 'V')],
      },
      {
        kind: 'body',
        id: 'outside',
        text: { zh: '外部成员超过半数', en: 'more than half of its members are from outside' },
        body: 'pi-supervisory-body',
        has: 'external-majority',
        sources: [cite('pipl', '58', 'V'), citeInForce('network-data-regulations', '44', 'V')],
      },
    ],
    note: {
      zh: '须同时满足网数条例第62条第8项全部要件。',
      en: 'Only by all limbs of article 62(8) of the network data regulations together.',
    },
  }),
  check({
    id: 'S16',
    title: { zh: '未成年人网络保护', en: 'Protection of minors' },
    clause: 'X9',
    dutyId: null,
    condition: {
      any: [
        { fact: 'minor_users', is: true },
        { fact: 'serves_many_minors', is: true },
      ],
    },
    bindsWithoutLicence: true,
    validFrom: '2024-01-01',
    requirements: [
      {
        kind: 'yearly-audit',
        id: 'audit',
        text: { zh: '每年审计未成年人个人信息', en: 'the personal information of minors is audited every year' },
        when: { fact: 'minor_users', is: true },
        audit: 'minors-information',
        firstYear: 2024,
        sources: [cite('minors-regulations', '37', 'V')],
      },
      holders(['minors-protection'], {
        id: 'lead',
        text: { zh: '有未成年人网络保护负责人', en: 'somebody leads the protection of minors' },
        ...own('所核条文未写负责人。', 'The articles read name no lead.', cite('minors-regulations', null, 'V')),
      }),
      holders(['minors-protection'], {
        id: 'phone',
        text: { zh: '负责人登记了电话', en: 'the lead has a phone' },
        among: [],
        qualities: ['phone'],
        ...own('所核条文未写联系方式。', 'The articles read ask for no phone.'),
      }),
    ],
  }),
];
