import { given, optionalList, optionalText } from '../../search-params.ts';

const TABS = ['organisations', 'notices', 'break-glass'] as const;
export const STATUSES = ['active', 'closing', 'suspended'] as const;

export const operatorSearch = ({ tab, q, status }: Record<string, unknown>) =>
  given({
    tab: optionalList(tab, TABS)?.[0],
    q: optionalText(q),
    status: optionalList(status, STATUSES)?.[0],
  });
