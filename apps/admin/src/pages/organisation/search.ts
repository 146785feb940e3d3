import { given, optionalList } from '../../search-params.ts';

export const TABS = ['general', 'data', 'sandboxes', 'outbox'] as const;

export const organisationSearch = ({ tab }: Record<string, unknown>) => given({ tab: optionalList(tab, TABS)?.[0] });
