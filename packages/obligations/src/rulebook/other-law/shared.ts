import type { Bilingual } from '../../text/bilingual.ts';
import { HOLDER } from '../parties.ts';
import type { Authority, Duty } from '../schema.ts';

type Given = 'provision' | 'scope' | 'bearer' | 'channel' | 'due' | 'penalties';

/** What one duty of other law states; `provision` is null for all, the rest has the defaults below. */
type OtherLawDuty = Omit<Duty, Given> & Partial<Omit<Pick<Duty, Given>, 'provision'>>;

/** Completes a duty that is not printed in the licence. It hangs on the company unless said otherwise. */
export function otherLawDuty(duty: OtherLawDuty): Duty {
  return {
    provision: null,
    scope: 'company',
    bearer: HOLDER,
    channel: null,
    due: [],
    penalties: [],
    ...duty,
  };
}

/** Whoever runs a network, licensed or not. */
export const NETWORK_OPERATOR: Bilingual = { zh: '网络运营者', en: 'Network operator' };

/** Whoever decides on the handling of personal information. */
export const PI_HANDLER: Bilingual = { zh: '个人信息处理者', en: 'Handler of personal information' };

/** Filed with, or reported to, the cyberspace administration. */
export const CYBERSPACE: Authority = { printed: null, effective: 'cyberspace-administration' };

/** Kept, and shown when an authority asks. */
export const KEPT_FOR_INSPECTION: Authority = { printed: null, effective: 'kept' };

/** Personal information is handled, and of at least so many people. */
export function handlesAtLeast(persons: number): Duty['condition'] {
  return {
    all: [
      { fact: 'handles_personal_information', is: true },
      { fact: 'pi_subjects_count', atLeast: persons },
    ],
  };
}
