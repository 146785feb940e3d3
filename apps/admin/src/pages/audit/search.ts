import { given, optionalDate, optionalList } from '../../search-params.ts';

const TABS = ['entries', 'denials', 'operator'] as const;

/** Areas of actions that the log can be narrowed to; the server takes each as the beginning of an action. */
export const AREAS = [
  'licence',
  'facts',
  'event',
  'schedule',
  'api-key',
  'member',
  'invitation',
  'engagement',
  'organisation',
  'operator',
  'audit',
] as const;

export const auditSearch = ({ tab, area, from, to }: Record<string, unknown>) =>
  given({
    tab: optionalList(tab, TABS)?.[0],
    area: optionalList(area, AREAS)?.[0],
    from: optionalDate(from),
    to: optionalDate(to),
  });
