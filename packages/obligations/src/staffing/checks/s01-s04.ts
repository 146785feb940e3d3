import { cite, citeCsl, printed } from '../../rulebook/sources.ts';
import { STAFFING_PARAMETERS } from '../parameters.ts';
import type { StaffingCheck } from '../requirement.ts';
import { check, holders, own } from './shared.ts';

const HAS_B25 = { fact: 'has_B25', is: true };
const RESPONSIBLE = ['security-manager', 'security-head'] as const;

/** S1 to S4: complaint handlers, full-time security staff, the security body and its filings. */
export const PRINTED_STAFF: readonly StaffingCheck[] = [
  check({
    id: 'S1',
    title: { zh: '用户投诉受理人员', en: 'Complaint handlers' },
    clause: '5b',
    dutyId: 'complaint-handlers',
    requirements: [
      holders(['complaint-handler'], {
        id: 'handler',
        text: { zh: '至少一名在岗的用户投诉受理人员', en: 'at least one complaint handler at work' },
        sources: [printed('5'), cite('order-24', '12', 'M')],
      }),
      holders(['complaint-handler'], {
        id: 'phone',
        text: { zh: '受理人员登记了电话', en: 'a complaint handler with a phone' },
        among: [],
        qualities: ['phone'],
        ...own(
          '年报要求填写投诉电话；逐人登记是本产品规则。',
          'The annual report asks for the complaint phone; keeping it by person is our own rule.',
        ),
      }),
      holders(['complaint-handler'], {
        id: 'deputy',
        text: { zh: '有代理人', en: 'a deputy' },
        deputies: true,
        ...own('印文未要求代理人；建议设置以免空档。', 'No deputy is printed; one is proposed so that no gap opens.'),
      }),
      {
        kind: 'complaint-replies',
        id: 'replies',
        text: { zh: '投诉在期限内答复', en: 'complaints answered within the limit' },
        within: 'complaint-reply-days',
        sources: [STAFFING_PARAMETERS['complaint-reply-days'].source],
      },
    ],
    note: { zh: '人数未印明，按至少一人计。', en: 'No number is printed; at least one is counted.' },
  }),
  check({
    id: 'S2',
    title: { zh: '专职网络与信息安全管理人员', en: 'Full-time security staff' },
    clause: '15.6a',
    dutyId: 'employ-full-time-security-staff',
    scope: 'province',
    condition: HAS_B25,
    requirements: [
      holders([...RESPONSIBLE], {
        id: 'responsible',
        text: { zh: '网络与信息安全责任人', en: 'person responsible for security' },
        need: { parameter: 'security-responsible-persons' },
        sources: [STAFFING_PARAMETERS['security-responsible-persons'].source],
      }),
      holders(['security-staff'], {
        id: 'full-time',
        text: {
          zh: '专职人员（只做网络与信息安全，占用全部工时）',
          en: 'full-time staff (security only, all of their time)',
        },
        need: { parameter: 'security-full-time-staff' },
        qualities: ['full-time'],
        apartFrom: { posts: [...RESPONSIBLE], need: { parameter: 'security-responsible-persons' } },
        sources: [printed('15.6'), ...citeCsl('21', '23(1)')],
      }),
      holders(['security-staff'], {
        id: 'in-fact',
        text: {
          zh: '专职人员社会保险在缴，不兼财务、销售',
          en: 'full-time staff whose social insurance is paid and who do no finance or sales',
        },
        need: { parameter: 'security-full-time-staff' },
        among: ['full-time'],
        qualities: ['full-time', 'insured', 'not-finance-or-sales'],
        ...own(
          '社会保险证明在岗，不兼职防止名义上的专职；印文未写。',
          'Insurance proves that somebody works here, no second job that “full-time” is not in name only; not printed.',
        ),
      }),
      holders(['security-staff'], {
        id: 'certificate',
        text: { zh: '持有效安全证书的专职人员', en: 'full-time staff with a valid security certificate' },
        need: { parameter: 'security-staff-certificates' },
        qualities: ['full-time', 'security-certificate'],
        ...own('仅在参数要求证书时检查。', 'Looked at only where the parameter asks for certificates.'),
      }),
    ],
    note: {
      zh: '“相应数量”没有公开数字，按省设参数。',
      en: 'The print says “a fitting number”; no figure is published, so it is a parameter by province.',
    },
  }),
  check({
    id: 'S3',
    title: { zh: '网络与信息安全管理机构', en: 'Network and information security body' },
    clause: '15.6b',
    dutyId: 'report-security-body',
    condition: HAS_B25,
    requirements: [
      {
        kind: 'body',
        id: 'body',
        text: { zh: '设有管理机构', en: 'the body exists' },
        body: 'security-body',
        has: 'existence',
        sources: [printed('15.6')],
      },
      {
        kind: 'body',
        id: 'head',
        text: { zh: '机构有在职负责人', en: 'the body has a head who works here' },
        body: 'security-body',
        has: 'head',
        ...own('印文只要求成立机构。', 'The print only asks for the body.'),
      },
      {
        kind: 'body',
        id: 'paper',
        text: { zh: '有成立（任命）文件', en: 'there is a paper that sets it up' },
        body: 'security-body',
        has: 'paper',
        ...own('成立文件用于报备和检查。', 'The paper is what is filed and shown at inspections.'),
      },
      {
        kind: 'province-filing',
        id: 'filed',
        text: { zh: '向每个业务开展地报备', en: 'reported in every place of business' },
        newest: false,
        sources: [printed('15.6')],
      },
    ],
  }),
  check({
    id: 'S4',
    title: { zh: '机构与人员变化后的报备', en: 'Report after a change of body or staff' },
    clause: '15.6b',
    dutyId: 'report-security-body',
    scope: 'province',
    condition: HAS_B25,
    requirements: [
      {
        kind: 'province-filing',
        id: 'newest',
        text: { zh: '最近一次报备不早于最近一次变化', en: 'the last report is not older than the last change' },
        newest: true,
        sources: [printed('15.6')],
      },
    ],
    note: { zh: '印文没有天数。', en: 'The print names no days.' },
  }),
];
