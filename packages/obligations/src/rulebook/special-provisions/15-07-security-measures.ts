import { citeInForce } from '../cite-in-force.ts';
import { BANNED_CONTENT_PENALTY, CONTENT_FINES } from '../content-penalties.ts';
import { TELECOM_AUTHORITY } from '../parties.ts';
import { GENERAL_PENALTY } from '../penalties.ts';
import type { Duty } from '../schema.ts';
import { cite, citeCsl, ownRule, printed } from '../sources.ts';
import { informationServiceDuty, supervisedBy } from './15-shared.ts';

/** 15.7: security measures grow with the service; public information is checked by machine and by people. */
export const SECURITY_MEASURES: readonly Duty[] = [
  informationServiceDuty({
    id: 'build-security-with-the-service',
    clause: '15.7a',
    provision: '15.7',
    title: { zh: '安全手段同步规划、建设、运行', en: 'Security planned, built and run with the service' },
    wording: {
      zh: '安全技术手段与网络、业务同时规划、建设、运行，覆盖全部网络和业务。',
      en: 'Plan, build and run the security tools together with networks and services, and cover all of them.',
    },
    kinds: ['standing', 'event'],
    due: [
      {
        id: 'security-ready-at-launch',
        action: {
          zh: '上线前确认安全手段已同步建成并覆盖',
          en: 'Confirm before launch that the tools are built and cover it',
        },
        timing: { type: 'at-once', event: 'service-launch-planned' },
        mark: 'V',
        sources: [printed('15.7'), cite('telecom-regulations', '60', 'V')],
      },
    ],
    authority: TELECOM_AUTHORITY,
    evidence: [
      { zh: '设计评审中的安全部分', en: 'Security part of the design review' },
      { zh: '覆盖情况报告', en: 'Coverage report' },
    ],
    sources: [printed('15.7'), cite('telecom-regulations', '60', 'V'), ...citeCsl('33', '35')],
    marks: { deadline: 'V', authority: 'V', penalty: 'M' },
    penalties: GENERAL_PENALTY,
    notes: [
      {
        text: {
          zh: '网络安全法相应条文只约束关键信息基础设施；印文约束所有信息服务持证企业。',
          en: 'The article of the Cybersecurity Law binds critical infrastructure only; the print binds every holder.',
        },
        mark: 'E',
      },
    ],
  }),
  informationServiceDuty({
    id: 'review-public-information',
    clause: '15.7b',
    provision: '15.7',
    title: { zh: '面向公众的信息：技术手段加人工检查', en: 'Public information: tools and human review' },
    wording: {
      zh: '面向公众的信息以技术手段和人工检查结合，监测并处置违法内容。',
      en: 'Watch information for the public by tools and by people together, and deal with illegal content.',
    },
    kinds: ['standing', 'staffing'],
    when: [{ fact: 'publishes_public_info', is: true }],
    authority: supervisedBy('电信主管部门；网信部门', 'Telecom authority; cyberspace administration'),
    evidence: [
      { zh: '审核人员排班', en: 'Rota of reviewers' },
      { zh: '审核工具日志', en: 'Logs of the tools' },
    ],
    sources: [
      printed('15.7'),
      citeInForce('ecology-provisions', null, 'E'),
      citeInForce('public-accounts', '6', 'E'),
      citeInForce('algorithm-provisions', '7', 'V'),
      ownRule(
        '班次与人数未印明，由本产品参数设定。',
        'Shifts and numbers are not printed; they are parameters of ours.',
      ),
    ],
    marks: { deadline: null, authority: 'E', penalty: 'V' },
    penalties: [...BANNED_CONTENT_PENALTY, ...CONTENT_FINES],
  }),
];
