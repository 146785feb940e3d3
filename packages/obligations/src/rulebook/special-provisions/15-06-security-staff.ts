import { GENERAL_PENALTY, NETWORK_SECURITY_PENALTY } from '../penalties.ts';
import type { Authority, Duty } from '../schema.ts';
import { cite, citeCsl, OWN_RULES_FROM, ownRule, printed } from '../sources.ts';
import { informationServiceDuty, KEPT } from './15-shared.ts';

const EACH_PLACE_OF_BUSINESS: Authority = {
  printed: { zh: '业务开展地电信主管部门', en: 'telecom authority of the place of business' },
  effective: 'authority-of-each-province',
};

/** 15.6: full-time security staff, the security body and its report, rules and emergency plan. */
export const SECURITY_STAFF: readonly Duty[] = [
  informationServiceDuty({
    id: 'employ-full-time-security-staff',
    clause: '15.6a',
    provision: '15.6',
    title: { zh: '配备专职网络与信息安全人员', en: 'Full-time network and information security staff' },
    wording: {
      zh: '按电信主管部门的要求，配足只做网络与信息安全管理的专职人员。',
      en: 'As the telecom authority requires, employ enough people who do network and information security only.',
    },
    kinds: ['staffing'],
    authority: EACH_PLACE_OF_BUSINESS,
    evidence: [
      { zh: '专职人员名单及劳动合同', en: 'List of full-time staff with contracts' },
      { zh: '社会保险证明', en: 'Proof of social insurance' },
      { zh: '资质证书', en: 'Certificates' },
    ],
    sources: [printed('15.6'), ...citeCsl('21', '23(1)')],
    marks: { deadline: null, authority: 'V', penalty: 'M' },
    penalties: [...GENERAL_PENALTY, ...NETWORK_SECURITY_PENALTY],
    notes: [
      {
        text: {
          zh: '公开规定中未见信息服务的人数；默认一名负责人、一名专职、两名全天候联系人，可按省调整。',
          en: 'No published number was found for information services; the default is one head, one full-timer and two contacts around the clock, by province.',
        },
        mark: 'P',
      },
    ],
  }),
  informationServiceDuty({
    id: 'report-security-body',
    clause: '15.6b',
    provision: '15.6',
    title: { zh: '成立安全管理机构并向业务开展地报备', en: 'Security body, reported wherever business is done' },
    wording: {
      zh: '设专门的安全管理机构，并在每个开展业务的地方报备；机构、人员变化或进入新省份的再报。',
      en: 'Set up a security body and report it to the telecom authority of each place of business, again after a change.',
    },
    kinds: ['staffing', 'event'],
    scope: 'province',
    due: [
      {
        id: 'report-change',
        action: {
          zh: '将变化报备到各开展地',
          en: 'Report the change to the authority of the place of business',
        },
        timing: {
          type: 'after-event',
          event: 'security-body-changed',
          from: 'on',
          period: { n: 30, unit: 'natural-day' },
        },
        mark: 'O',
        sources: [
          printed('15.6'),
          ownRule('印文没有天数；建议30日，可调整。', 'The print names no days; 30 are proposed and can be changed.'),
        ],
      },
    ],
    authority: EACH_PLACE_OF_BUSINESS,
    channel: { zh: '平台或通信管理局指定邮箱', en: 'Platform, or the mailbox the administration names' },
    evidence: [
      { zh: '任命文件与组织图', en: 'Appointment and organisation chart' },
      { zh: '各省报备回执', en: 'Receipt of each province' },
    ],
    sources: [printed('15.6')],
    marks: { deadline: 'O', authority: 'V', penalty: 'M' },
    penalties: GENERAL_PENALTY,
  }),
  informationServiceDuty({
    id: 'maintain-security-rules-and-emergency-plan',
    clause: '15.6c',
    provision: '15.6',
    title: { zh: '安全制度、应急预案与技术手段运维', en: 'Security rules, emergency plan, tools in operation' },
    wording: {
      zh: '健全安全保障制度，备有应急预案，规范使用并日常维护安全技术手段。',
      en: 'Keep security rules and an emergency plan, and use and maintain the security tools properly.',
    },
    kinds: ['standing', 'recurring'],
    due: [
      {
        id: 'yearly-plan-review',
        action: { zh: '复核应急预案与安全制度', en: 'Review the emergency plan and the security rules' },
        timing: { type: 'calendar-years', every: 1 },
        mark: 'O',
        validFrom: OWN_RULES_FROM,
        sources: [
          printed('15.6'),
          ownRule('法律未定复核周期；每年一次是建议。', 'No law sets the rhythm of a review; once a year is proposed.'),
        ],
      },
      {
        id: 'yearly-drill',
        action: { zh: '举行一次应急演练', en: 'Hold one emergency drill' },
        timing: { type: 'calendar-years', every: 1 },
        mark: 'O',
        validFrom: OWN_RULES_FROM,
        sources: [
          ...citeCsl('25', '27'),
          ownRule('法律只说“定期”；每年一次是建议。', 'The law only says “regularly”; once a year is proposed.'),
        ],
      },
    ],
    authority: { ...KEPT, note: { zh: '年报第4项反映', en: 'Shown in item four of the annual report' } },
    evidence: [
      { zh: '签发的制度', en: 'Signed rules' },
      { zh: '预案及版本', en: 'Emergency plan with versions' },
      { zh: '演练记录', en: 'Record of the drill' },
    ],
    sources: [printed('15.6'), ...citeCsl('25', '27'), ...citeCsl('21', '23'), cite('telecom-regulations', '59', 'V')],
    marks: { deadline: 'O', authority: 'V', penalty: 'E' },
    penalties: NETWORK_SECURITY_PENALTY,
    notes: [
      {
        text: {
          zh: '关键信息基础设施运营者另须每年检测评估（关键信息基础设施安全保护条例第17条）；其演练也只要求定期（第15条第3项）。',
          en: 'Operators of critical infrastructure also test yearly (CII regulations art 17); their drills are only “regular” too (art 15(3)).',
        },
        mark: 'V',
      },
    ],
  }),
];
