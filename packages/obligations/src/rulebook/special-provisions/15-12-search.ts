import { citeInForce } from '../cite-in-force.ts';
import { BANNED_CONTENT_PENALTY } from '../content-penalties.ts';
import type { Duty } from '../schema.ts';
import { CSL_2026_FROM, cite, printed } from '../sources.ts';
import { informationServiceDuty, offersItem } from './15-shared.ts';

/** 15.12: search and query (item two of B25). */
export const SEARCH: readonly Duty[] = [
  informationServiceDuty({
    id: 'keep-search-results-lawful',
    clause: '15.12',
    provision: '15.12',
    title: { zh: '搜索服务不得推送违法信息', en: 'No illegal information in search' },
    wording: {
      zh: '搜索服务具备安全技术保障，不向用户推送、推荐违法信息。',
      en: 'A search service has security tools and neither pushes nor recommends illegal information.',
    },
    kinds: ['standing', 'prohibition'],
    when: offersItem('2'),
    authority: {
      printed: { zh: '电信主管部门', en: 'telecom authority' },
      effective: 'several',
      note: { zh: '通信管理局；网信部门', en: 'Communications administration; cyberspace administration' },
    },
    evidence: [
      { zh: '审核与巡查日志', en: 'Review and patrol log' },
      { zh: '付费结果标识', en: 'Marks on paid results' },
    ],
    sources: [printed('15.12'), citeInForce('search-information', null, 'E')],
    marks: { deadline: null, authority: 'E', penalty: 'V' },
    penalties: [
      ...BANNED_CONTENT_PENALTY,
      {
        tier: 'first',
        text: {
          zh: '网络安全法另有责任；适用条款未核实',
          en: 'Liability under the Cybersecurity Law as well; which article is unverified',
        },
        source: cite('csl-2026', null, 'M'),
        validFrom: CSL_2026_FROM,
      },
    ],
    notes: [
      {
        text: {
          zh: '许可证不含搜索的，经营搜索本身即超范围（见二）。',
          en: 'Where the licence excludes search, running one at all is beyond the licence (see 2).',
        },
        mark: 'V',
      },
    ],
  }),
];
