import { cite, ownRule } from '../../rulebook/sources.ts';
import type { StaffingCheck } from '../requirement.ts';
import { check, holders, own } from './shared.ts';

const TO_SCALE = ownRule(
  '法规要求与规模相适应，人数未定；按至少一人计。',
  'The rule asks for staff to scale and names no number; at least one is counted.',
);

/** S17 to S21: content, algorithms, anti-fraud, work safety. */
export const PLATFORM_AND_SAFETY_STAFF: readonly StaffingCheck[] = [
  check({
    id: 'S17',
    title: { zh: '内容安全总监', en: 'Content safety director' },
    clause: null,
    dutyId: null,
    condition: { fact: 'runs_public_accounts', is: true },
    bindsWithoutLicence: true,
    validFrom: '2021-02-22',
    requirements: [
      holders(['content-safety-director'], {
        id: 'director',
        text: { zh: '设内容安全总监', en: 'there is a content safety director' },
        sources: [cite('public-accounts', '6', 'E')],
      }),
    ],
  }),
  check({
    id: 'S18',
    title: { zh: '网络信息内容生态治理负责人', en: 'Head of content governance' },
    clause: null,
    dutyId: null,
    condition: {
      any: [
        { fact: 'offers_b25_1', is: true },
        { fact: 'offers_b25_3', is: true },
        { fact: 'runs_public_accounts', is: true },
      ],
    },
    bindsWithoutLicence: true,
    validFrom: '2020-03-01',
    requirements: [
      holders(['ecology-head'], {
        id: 'head',
        text: { zh: '设生态治理负责人', en: 'there is a head of content governance' },
        sources: [cite('ecology-provisions', '9', 'M')],
      }),
    ],
    note: {
      zh: '“内容服务平台”按信息发布、社区、公众账号三类理解（未核实）。',
      en: '“Content platform” is read as publication, community and public accounts (unverified).',
    },
  }),
  check({
    id: 'S19',
    title: { zh: '算法安全人员', en: 'Algorithm security staff' },
    clause: null,
    dutyId: null,
    condition: { fact: 'uses_algorithm_recommendation', is: true },
    bindsWithoutLicence: true,
    validFrom: '2022-03-01',
    requirements: [
      holders(['algorithm-security'], {
        id: 'staff',
        text: { zh: '配备算法安全人员', en: 'there is algorithm security staff' },
        sources: [cite('algorithm-provisions', '7', 'V'), TO_SCALE],
      }),
    ],
  }),
  check({
    id: 'S20',
    title: { zh: '反电信网络诈骗责任人', en: 'Person responsible for anti-fraud control' },
    clause: 'X19',
    dutyId: 'control-telecom-fraud',
    bindsWithoutLicence: true,
    validFrom: '2022-12-01',
    requirements: [
      holders(['anti-fraud'], {
        id: 'responsible',
        text: { zh: '指定反诈责任人', en: 'a person responsible for anti-fraud control is named' },
        ...own('第6条没有写“负责人”。', 'Article 6 names no responsible person.', cite('anti-fraud-law', '6', 'V')),
      }),
    ],
  }),
  check({
    id: 'S21',
    title: { zh: '安全生产管理机构或人员', en: 'Work-safety body or staff' },
    clause: '1',
    dutyId: 'work-safety-staff',
    bindsWithoutLicence: true,
    validFrom: '2021-09-01',
    requirements: [
      holders(['work-safety'], {
        id: 'staff',
        text: {
          zh: '设安全生产管理机构，或有专职、兼职人员',
          en: 'a work-safety body, or a full- or part-time manager',
        },
        orBody: 'work-safety-body',
        sources: [cite('work-safety-law', '24', 'V')],
      }),
      holders(['work-safety'], {
        id: 'full-time',
        text: {
          zh: '从业人员超过100人：设机构或有专职人员',
          en: 'more than 100 staff: a body or a full-time manager',
        },
        when: { fact: 'employees_count', atLeast: 101 },
        among: [],
        qualities: ['full-time'],
        orBody: 'work-safety-body',
        sources: [cite('work-safety-law', '24', 'V')],
      }),
    ],
  }),
];
