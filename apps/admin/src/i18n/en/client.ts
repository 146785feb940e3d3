import type { SameShape } from '../same-shape.ts';
import type { client as zh } from '../zh/client.ts';

/** The list of a consultancy's clients. */
export const client = {
  column: {
    name: 'Client',
    next: 'Next item',
    overdue: 'Past, no record',
    uncertain: 'Uncertain',
    expiry: 'Licence ends',
    engagement: 'Access',
  },
  filter: {
    label: 'State of the client',
    current: 'All current',
    overdue: 'With past items',
    uncertain: 'With uncertain items',
    expiring: 'Licence ends within half a year',
    ending: 'Access ends soon',
    ended: 'Access ended',
  },
  sort: { label: 'Order', next: 'By next item', name: 'By name', expiry: 'By end of licence' },
  count: {
    'past-no-evidence_one': '{{name}}: {{count}} past item without record',
    'past-no-evidence_other': '{{name}}: {{count}} past items without record',
    uncertain_one: '{{name}}: {{count}} uncertain item',
    uncertain_other: '{{name}}: {{count}} uncertain items',
  },
  nothingNext: 'None',
  noLicence: 'No licence registered',
  until: 'until',
} satisfies SameShape<typeof zh>;
