import type { Duty } from '../schema.ts';
import { printed } from '../sources.ts';
import { LICENSED_ITEMS } from './15-01-licensed-items.ts';
import { FIXED_LINE_AUDIOTEX } from './15-02-fixed-line-audiotex.ts';
import { CONTENT } from './15-03-content.ts';
import { ADVERTISING } from './15-04-advertising.ts';
import { CHARGING } from './15-05-charging.ts';
import { SECURITY_STAFF } from './15-06-security-staff.ts';
import { SECURITY_MEASURES } from './15-07-security-measures.ts';
import { NEW_SERVICE_ASSESSMENT } from './15-08-new-service-assessment.ts';
import { NETWORK_THREATS } from './15-09-network-threats.ts';
import { DELIVERY } from './15-10-delivery.ts';
import { APP_DISTRIBUTION } from './15-11-app-distribution.ts';
import { SEARCH } from './15-12-search.ts';
import { COMMUNITY } from './15-13-community.ts';
import { INSTANT_INTERACTION } from './15-14-instant-interaction.ts';
import { informationServiceDuty, KEPT } from './15-shared.ts';

/** The lead sentence of provision fifteen: it opens the fourteen sub-provisions and asks for nothing by itself. */
const LEAD: Duty = informationServiceDuty({
  id: 'information-service-rules',
  clause: '15',
  provision: '15',
  title: { zh: '信息服务业务另须遵守的十四项', en: 'Fourteen more rules for information services' },
  wording: {
    zh: '许可证含信息服务业务的，另守十五项下的（一）至（十四）。',
    en: 'Whoever has information services on the licence also keeps 15.1 to 15.14.',
  },
  kinds: ['scope'],
  authority: KEPT,
  evidence: [{ zh: '许可证正文所载业务种类', en: 'Services on the face of the licence' }],
  sources: [printed('15')],
  marks: { deadline: null, authority: 'V', penalty: null },
});

/** Provision fifteen, information services, in the order of the print. */
export const INFORMATION_SERVICE_DUTIES: readonly Duty[] = [
  LEAD,
  ...LICENSED_ITEMS,
  ...FIXED_LINE_AUDIOTEX,
  ...CONTENT,
  ...ADVERTISING,
  ...CHARGING,
  ...SECURITY_STAFF,
  ...SECURITY_MEASURES,
  ...NEW_SERVICE_ASSESSMENT,
  ...NETWORK_THREATS,
  ...DELIVERY,
  ...APP_DISTRIBUTION,
  ...SEARCH,
  ...COMMUNITY,
  ...INSTANT_INTERACTION,
];
