import type { Bilingual } from '../../text/bilingual.ts';
import type { Condition } from '../condition.ts';
import { ORDER_42_FROM } from '../penalties.ts';
import type { Authority, Duty } from '../schema.ts';

/** Provision fifteen binds whoever has information services on the licence. */
const HAS_B25: Condition = { fact: 'has_B25', is: true };

const BEARER: Bilingual = {
  zh: '经营信息服务业务的持证企业',
  en: 'Holder whose licence includes information services',
};

/** Nothing is handed in; the record is kept and shown at an inspection. */
export const KEPT: Authority = { printed: null, effective: 'kept' };

/** Several authorities supervise, the clause names none. */
export function supervisedBy(zh: string, en: string): Authority {
  return { printed: null, effective: 'several', note: { zh, en } };
}

/**
 * Condition of the rules for one item of B25. The licence's own facts come first: an item that is not licensed settles
 * the answer without a question; a licensed one is not yet an offered one, so that stays unknown until answered.
 */
export function offersItem(item: '1' | '2' | '3' | '4' | '5'): Condition[] {
  return [
    { fact: 'b25_items', includes: item },
    { fact: `offers_b25_${item}`, is: true },
  ];
}

type Given = 'provision' | 'scope' | 'bearer' | 'condition' | 'channel' | 'due' | 'penalties' | 'validFrom';

/** What one duty under provision fifteen states; the rest is common to all of them. */
type InformationServiceDuty = Omit<Duty, Given | 'bindsWithoutLicence'> &
  Partial<Omit<Pick<Duty, Given>, 'provision' | 'condition'>> & {
    provision: Duty['provision'];
    /** Conditions besides "information services are licensed"; it applies always when left out. */
    when?: readonly Condition[];
    bindsWithoutLicence?: boolean;
  };

/** Completes a duty under provision fifteen. */
export function informationServiceDuty({ when = [], ...duty }: InformationServiceDuty): Duty {
  return {
    scope: 'licence',
    bearer: BEARER,
    channel: null,
    due: [],
    penalties: [],
    validFrom: ORDER_42_FROM,
    bindsWithoutLicence: false,
    ...duty,
    condition: when.length === 0 ? HAS_B25 : { all: [HAS_B25, ...when] },
  };
}
