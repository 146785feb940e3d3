import { citeInForce } from '../cite-in-force.ts';
import { GENERAL_PENALTY } from '../penalties.ts';
import type { Duty } from '../schema.ts';
import { cite, printed } from '../sources.ts';
import { informationServiceDuty, supervisedBy } from './15-shared.ts';

/** 15.4: advertisements for the service. */
export const ADVERTISING: readonly Duty[] = [
  informationServiceDuty({
    id: 'advertise-with-name-and-number',
    clause: '15.4',
    provision: '15.4',
    title: { zh: '广告标明公司名称和许可证编号', en: 'Advertisements name the company and the licence number' },
    wording: {
      zh: '为信息服务业务做的每则广告写明公司名称和许可证编号；内容不违背良好风尚，不损害公众尤其是未成年人身心。',
      en: 'Every advertisement names company and licence number; nothing against good morals or harmful, above all to minors.',
    },
    kinds: ['standing', 'prohibition'],
    when: [{ fact: 'advertises_service', is: true }],
    authority: supervisedBy('电信主管部门；市场监管部门', 'Telecom authority; market regulation'),
    evidence: [{ zh: '广告存档及发布前核对记录', en: 'Archive of advertisements with the check before each' }],
    sources: [printed('15.4'), cite('advertising-law', null, 'M'), citeInForce('internet-advertising', null, 'M')],
    marks: { deadline: null, authority: 'M', penalty: 'M' },
    penalties: GENERAL_PENALTY,
  }),
];
