import type { Condition } from '../rulebook/condition.ts';

/** The printed validity runs, or it is answered that the licence goes on. */
export const LICENCE_GOES_ON: Condition = {
  any: [
    { fact: 'licence_current', is: true },
    { fact: 'renewal_status', is: 'renewed' },
    { fact: 'renewal_status', is: 'filed_in_time' },
  ],
};
