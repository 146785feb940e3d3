import { citeInForce } from '../cite-in-force.ts';
import { SUPERVISED_BY_ISSUER } from '../parties.ts';
import { GENERAL_PENALTY, OUT_OF_SCOPE_PENALTY } from '../penalties.ts';
import type { Duty } from '../schema.ts';
import { cite, printed } from '../sources.ts';
import { informationServiceDuty, offersItem } from './15-shared.ts';

/** 15.14: instant interaction (item four of B25); its last sentence binds everybody. */
export const INSTANT_INTERACTION: readonly Duty[] = [
  informationServiceDuty({
    id: 'govern-messaging-publishers',
    clause: '15.14',
    provision: '15.14',
    title: { zh: '即时交互：发布者审核与应急预案', en: 'Messaging: verify publishers, emergency plan' },
    wording: {
      zh: '审核并登记公众账号和开放平台发布者；备有应急机制、技术手段和重大突发情况的预案。',
      en: 'Verify and register public accounts and open-platform publishers; keep emergency procedure, tools and a plan.',
    },
    kinds: ['standing', 'staffing'],
    when: offersItem('4'),
    authority: {
      printed: { zh: '电信主管部门', en: 'telecom authority' },
      effective: 'several',
      note: { zh: '通信管理局；网信部门', en: 'Communications administration; cyberspace administration' },
    },
    evidence: [
      { zh: '账号资质审核档案', en: 'Verification file of accounts' },
      { zh: '应急预案与值守安排', en: 'Emergency plan and duty rota' },
    ],
    sources: [printed('15.14'), citeInForce('public-accounts', '6', 'E'), citeInForce('im-provisions-2014', null, 'M')],
    marks: { deadline: null, authority: 'M', penalty: 'M' },
    penalties: GENERAL_PENALTY,
  }),
  {
    ...informationServiceDuty({
      id: 'no-public-telephony',
      clause: '15.14b',
      provision: '15.14',
      title: { zh: '不得提供公共电话', en: 'No public telephony' },
      wording: {
        zh: '无论经公用网还是互联网，都不提供公众电话；这属基础电信业务，任何人未经许可不得经营。',
        en: 'Offer no public telephone service over the public network or the Internet: a basic service nobody runs unlicensed.',
      },
      kinds: ['prohibition'],
      bearer: { zh: '任何企业', en: 'Everybody' },
      authority: SUPERVISED_BY_ISSUER,
      evidence: [
        { zh: '业务清单', en: 'Service inventory' },
        { zh: '话音功能与公用网不互通的说明', en: 'Statement that voice features do not reach the public network' },
      ],
      sources: [printed('15.14'), cite('telecom-regulations', '7', 'V'), cite('telecom-regulations', '69', 'V')],
      marks: { deadline: null, authority: 'V', penalty: 'V' },
      penalties: OUT_OF_SCOPE_PENALTY,
      bindsWithoutLicence: true,
    }),
    condition: { always: true },
  },
];
