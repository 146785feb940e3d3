import { cite, CSL_2016_FROM, citeCsl, printed } from '../../rulebook/sources.ts';
import type { StaffingCheck } from '../requirement.ts';
import { check, holders, own } from './shared.ts';

const HAS_B25 = { fact: 'has_B25', is: true };
const RUNS_APP_STORE = {
  all: [
    { fact: 'b25_items', includes: '1' },
    { fact: 'offers_b25_1', is: true },
    { fact: 'runs_app_store', is: true },
  ],
};
const RUNS_COMMUNITY = {
  all: [
    { fact: 'b25_items', includes: '3' },
    { fact: 'offers_b25_3', is: true },
  ],
};
const RUNS_MESSAGING = {
  all: [
    { fact: 'b25_items', includes: '4' },
    { fact: 'offers_b25_4', is: true },
  ],
};
const NOT_NAMED = ['印文要求做到，未指定岗位。', 'The print asks for the result and names no post.'] as const;

/** S5 to S8: head of network security, reviewers and other posts by service, local bodies. */
export const SECURITY_AND_SERVICE_STAFF: readonly StaffingCheck[] = [
  check({
    id: 'S5',
    title: { zh: '网络安全负责人', en: 'Head of network security' },
    clause: '7a',
    dutyId: null,
    bindsWithoutLicence: true,
    validFrom: CSL_2016_FROM,
    requirements: [
      holders(['security-head'], {
        id: 'head',
        text: { zh: '确定网络安全负责人', en: 'a head of network security is named' },
        sources: citeCsl('21', '23(1)'),
      }),
      holders(['security-head'], {
        id: 'details',
        text: {
          zh: '负责人的身份、电话、任命文件齐全',
          en: 'identity, phone and appointment paper of the head are on file',
        },
        among: [],
        qualities: ['identity', 'phone', 'appointment-paper'],
        ...own('法律只要求确定负责人。', 'The law only asks that a head is named.'),
      }),
    ],
  }),
  check({
    id: 'S6',
    title: { zh: '信息内容人工审核人员', en: 'Human reviewers of content' },
    clause: '15.7b',
    dutyId: 'review-public-information',
    condition: { all: [HAS_B25, { fact: 'publishes_public_info', is: true }] },
    requirements: [
      holders(['content-reviewer'], {
        id: 'reviewer',
        text: { zh: '至少一名在岗的内容审核人员', en: 'at least one content reviewer at work' },
        ...own(
          '印文要求人工检查，人数和岗位未印明。',
          'The print asks for human review; numbers and posts are not printed.',
          printed('15.7'),
        ),
      }),
      {
        kind: 'rota',
        id: 'rota',
        text: { zh: '审核排班覆盖服务时段', en: 'the rota of reviewers covers the service hours' },
        post: 'content-reviewer',
        covers: 'service-hours',
        ...own('班次未印明。', 'Shifts are not printed.'),
      },
    ],
  }),
  check({
    id: 'S7',
    title: { zh: '按业务配备的审核与应急人员', en: 'Reviewers and emergency staff by service' },
    clause: '15.11',
    dutyId: null,
    condition: { all: [HAS_B25, { any: [RUNS_APP_STORE, RUNS_COMMUNITY, RUNS_MESSAGING] }] },
    requirements: [
      holders(['app-reviewer'], {
        id: 'app-reviewer',
        text: { zh: '应用软件审核人员', en: 'app reviewer' },
        when: RUNS_APP_STORE,
        ...own(...NOT_NAMED, printed('15.11')),
      }),
      holders(['account-verifier'], {
        id: 'account-verifier',
        text: { zh: '账号资质审核人员', en: 'verifier of publisher accounts' },
        when: { any: [RUNS_COMMUNITY, RUNS_MESSAGING] },
        ...own(...NOT_NAMED, printed('15.13'), printed('15.14')),
      }),
      holders(['emergency-duty'], {
        id: 'emergency-duty',
        text: { zh: '应急值守人员', en: 'emergency duty' },
        when: { any: [RUNS_COMMUNITY, RUNS_MESSAGING] },
        ...own(...NOT_NAMED, printed('15.13'), printed('15.14')),
      }),
    ],
  }),
  check({
    id: 'S8',
    title: { zh: '当地负责机构', en: 'Local service body' },
    clause: '12a',
    dutyId: null,
    scope: 'province',
    condition: {
      any: [
        { fact: 'is_cross_regional', is: true },
        { fact: 'has_local_body', is: true },
      ],
    },
    requirements: [
      {
        kind: 'local-body',
        id: 'body',
        text: { zh: '该省登记了当地负责机构', en: 'a local body is recorded for the province' },
        has: 'existence',
        ...own('“每省一个”未印明。', '“One in each province” is not printed.', printed('12')),
      },
      {
        kind: 'local-body',
        id: 'contact',
        text: { zh: '有地址和在职联系人', en: 'it has an address and a contact who works here' },
        has: 'contact',
        ...own('印文只要求信息变化后更新。', 'The print only asks for updates after a change.', printed('12')),
      },
      {
        kind: 'local-body',
        id: 'update',
        text: { zh: '信息变化后30日内更新平台', en: 'the platform is updated within 30 days of a change' },
        has: 'update',
        sources: [printed('12'), cite('order-42', '31', 'M')],
      },
    ],
  }),
];
