import { inForce } from '../cite-in-force.ts';
import { HOLDER, SUPERVISED_BY_ISSUER } from '../parties.ts';
import { GENERAL_PENALTY, ORDER_42_FROM, OUT_OF_SCOPE_PENALTY } from '../penalties.ts';
import type { Duty } from '../schema.ts';
import { cite, printed } from '../sources.ts';

const SUPPLIER_EVIDENCE = [
  { zh: '合同档案中供应商许可证编号与有效期', en: 'Supplier’s licence number and validity in the contract file' },
];
const PRACTICE_NOTE = {
  text: {
    zh: '清理规范行动中，违规接入会被切断。',
    en: 'In clean-up campaigns unlawful access has been cut.',
  },
  mark: 'P' as const,
};

/** Provision 三: no transmission network of one's own; whose network may be used. */
export const TRANSMISSION_NETWORK_DUTIES: readonly Duty[] = [
  {
    id: 'no-own-transmission-network',
    clause: '3a',
    provision: '3',
    title: { zh: '无设施许可不得建传输网', en: 'No transmission network without the facility licence' },
    wording: {
      zh: '没有国内通信设施服务许可，传输网设施不投资、不建设。',
      en: 'Without the licence for domestic facility services, build no transmission facilities.',
    },
    kinds: ['prohibition'],
    scope: 'company',
    bearer: HOLDER,
    condition: { fact: 'holds_facility_licence', is: false },
    due: [],
    authority: SUPERVISED_BY_ISSUER,
    channel: null,
    evidence: [{ zh: '资产清单、光缆管道合同', en: 'Asset list, contracts for fibre and ducts' }],
    sources: [
      printed('3'),
      cite('telecom-regulations', '7', 'V'),
      cite('telecom-regulations', '8', 'V'),
      cite('telecom-regulations', '9', 'V'),
      cite('telecom-catalogue', null, 'V', {
        ...inForce('telecom-catalogue'),
        note: { zh: '国内通信设施服务属基础电信业务', en: 'Domestic facility service is a basic service' },
      }),
    ],
    marks: { deadline: null, authority: 'V', penalty: 'V' },
    penalties: OUT_OF_SCOPE_PENALTY.map((step) => ({ ...step, source: cite('telecom-regulations', '69(1)', 'V') })),
    validFrom: '2000-09-25',
    bindsWithoutLicence: true,
  },
  {
    id: 'use-licensed-transmission',
    clause: '3b',
    provision: '3',
    title: { zh: '传输网须由持基础许可者提供', en: 'Transmission only from a holder of a basic licence' },
    wording: {
      zh: '用到传输网一类设施时，只用持有基础电信业务许可者的。',
      en: 'When transmission infrastructure is needed, use that of a holder of a basic licence only.',
    },
    kinds: ['standing'],
    scope: 'company',
    bearer: HOLDER,
    condition: { fact: 'leases_transmission', is: true },
    due: [],
    authority: SUPERVISED_BY_ISSUER,
    channel: null,
    evidence: SUPPLIER_EVIDENCE,
    sources: [printed('3'), cite('order-42', '22-24', 'M'), cite('notice-2017-32-cleanup', null, 'M')],
    marks: { deadline: null, authority: 'M', penalty: 'M' },
    penalties: GENERAL_PENALTY,
    validFrom: ORDER_42_FROM,
    bindsWithoutLicence: false,
    notes: [
      {
        text: {
          zh: '只涉及传输网一类设施；向持数据中心（B11）或接入（B14）许可者购买机柜、云、接入不在其内。',
          en: 'It concerns transmission infrastructure; racks, cloud or access bought from holders of B11 or B14 are not meant.',
        },
        mark: 'V',
      },
      {
        text: {
          zh: '签约和续约时核对供应商许可证。',
          en: 'Check the supplier’s licence at signing and at each renewal.',
        },
        mark: 'O',
      },
      PRACTICE_NOTE,
    ],
  },
  {
    id: 'no-transmission-from-unlicensed',
    clause: '3b',
    provision: '3',
    title: { zh: '不得向无基础许可者购租传输资源', en: 'Buy or rent no transmission from the unlicensed' },
    wording: {
      zh: '无基础电信业务许可者的传输网络资源，不买也不租。',
      en: 'Neither buy nor rent transmission resources from anybody without a basic licence.',
    },
    kinds: ['prohibition'],
    scope: 'company',
    bearer: HOLDER,
    condition: { always: true },
    due: [],
    authority: SUPERVISED_BY_ISSUER,
    channel: null,
    evidence: SUPPLIER_EVIDENCE,
    sources: [printed('3'), cite('order-42', '22-24', 'M'), cite('notice-2017-32-cleanup', null, 'M')],
    marks: { deadline: null, authority: 'M', penalty: 'M' },
    penalties: GENERAL_PENALTY,
    validFrom: ORDER_42_FROM,
    bindsWithoutLicence: false,
    notes: [PRACTICE_NOTE],
  },
];
