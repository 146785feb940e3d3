import { SUPERVISED_BY_ISSUER } from '../parties.ts';
import { OUT_OF_SCOPE_PENALTY } from '../penalties.ts';
import type { Duty } from '../schema.ts';
import { cite, printed } from '../sources.ts';
import { informationServiceDuty } from './15-shared.ts';

/** 15.2: no information service over fixed-line telephones without approval. */
export const FIXED_LINE_AUDIOTEX: readonly Duty[] = [
  informationServiceDuty({
    id: 'no-fixed-line-audiotex',
    clause: '15.2',
    provision: '15.2',
    title: { zh: '未经批准不得开展固定电话信息服务', en: 'No fixed-line audiotex without approval' },
    wording: {
      zh: '没有专门批准，不通过固定电话网提供信息服务。',
      en: 'Without a specific approval no information service runs over the fixed telephone network.',
    },
    kinds: ['prohibition'],
    authority: SUPERVISED_BY_ISSUER,
    evidence: [
      { zh: '业务清单', en: 'Service inventory' },
      { zh: '码号清单', en: 'List of numbers' },
    ],
    sources: [
      printed('15.2'),
      cite('telecom-regulations', '7', 'V'),
      cite('telecom-regulations', '69', 'V'),
      cite('telecom-catalogue', 'B25', 'V'),
    ],
    marks: { deadline: null, authority: 'V', penalty: 'V' },
    penalties: OUT_OF_SCOPE_PENALTY,
    bindsWithoutLicence: true,
  }),
];
