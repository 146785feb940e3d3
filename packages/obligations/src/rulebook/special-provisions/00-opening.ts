import { HOLDER, SUPERVISED_BY_ISSUER } from '../parties.ts';
import { GENERAL_PENALTY, ORDER_42_FROM } from '../penalties.ts';
import type { Duty } from '../schema.ts';
import { cite, printed } from '../sources.ts';

/** Opening sentence of the special provisions (P0). */
export const OPENING_DUTIES: readonly Duty[] = [
  {
    id: 'operate-as-licensed',
    clause: 'P0',
    provision: 'P0',
    title: { zh: '按许可证载明事项经营', en: 'Operate as the licence says' },
    wording: {
      zh: '只按正文和附件写明的事项经营，并守住各项特别规定。',
      en: 'Operate only what the licence and its annex state, and keep to the special provisions.',
    },
    kinds: ['standing'],
    scope: 'licence',
    bearer: HOLDER,
    condition: { always: true },
    due: [],
    authority: SUPERVISED_BY_ISSUER,
    channel: null,
    evidence: [
      { zh: '许可证正文与附件', en: 'Licence and annex' },
      { zh: '在营业务清单', en: 'Inventory of the services in operation' },
    ],
    sources: [printed('P0'), cite('order-42', '4(2)', 'E')],
    marks: { deadline: null, authority: 'E', penalty: 'M' },
    penalties: GENERAL_PENALTY,
    validFrom: ORDER_42_FROM,
    bindsWithoutLicence: false,
  },
];
