import { citeInForce } from '../cite-in-force.ts';
import { GENERAL_PENALTY } from '../penalties.ts';
import type { Duty } from '../schema.ts';
import { printed } from '../sources.ts';
import { informationServiceDuty } from './15-shared.ts';

/** 15.9: botnets, mobile malware, imitated sites. */
export const NETWORK_THREATS: readonly Duty[] = [
  informationServiceDuty({
    id: 'handle-network-threats',
    clause: '15.9',
    provision: '15.9',
    title: { zh: '处置公共网络安全威胁', en: 'Act on public network threats' },
    wording: {
      zh: '对木马僵尸网络、恶意程序、仿冒网站等，按要求切断传播、停止接入。',
      en: 'Against botnets, malware and imitated sites: stop the spread and cut the access, as required.',
    },
    kinds: ['event'],
    due: [
      {
        id: 'act-on-threat',
        action: { zh: '按通知或发现立即处置并留痕', en: 'Act at once on the notice or finding and keep a record' },
        timing: { type: 'at-once', event: 'security-threat-notified' },
        mark: 'E',
        sources: [printed('15.9'), citeInForce('threats-2017-202', null, 'E')],
      },
    ],
    authority: {
      printed: { zh: '电信主管部门', en: 'telecom authority' },
      effective: 'several',
      note: {
        zh: '通信管理局、国家互联网应急中心；部网络安全威胁平台',
        en: 'Communications administration, national emergency centre; the ministry’s threat platform',
      },
    },
    channel: { zh: '网络安全威胁信息共享平台', en: 'Threat information platform' },
    evidence: [
      { zh: '处置工单', en: 'Ticket of the handling' },
      { zh: '从通知到阻断的用时', en: 'Time from notice to block' },
    ],
    sources: [printed('15.9'), citeInForce('threats-2017-202', null, 'E')],
    marks: { deadline: 'E', authority: 'E', penalty: 'M' },
    penalties: GENERAL_PENALTY,
    notes: [
      {
        text: { zh: '通知写明时限的，以通知为准。', en: 'Where the notice names a time, that time counts.' },
        mark: 'E',
      },
      {
        text: {
          zh: '网络安全法也可处罚；适用条款未核实。',
          en: 'The Cybersecurity Law may punish too; which article is unverified.',
        },
        mark: 'M',
      },
    ],
  }),
];
