import type { ActionArea } from '../../i18n/action-words.ts';
import { given, optionalDate, optionalList } from '../../search-params.ts';

const TABS = ['entries', 'denials', 'operator'] as const;

/** Areas of actions that the log can be narrowed to; the server takes each as the beginning of an action. */
export const AREAS = [
  'licence',
  'facts',
  'event',
  'schedule',
  'item',
  'evidence',
  'comment',
  'file',
  'review',
  'api-key',
  'member',
  'invitation',
  'engagement',
  'client',
  'organisation',
  'data',
  'operator',
] as const satisfies readonly ActionArea[];

export const auditSearch = ({ tab, area, from, to }: Record<string, unknown>) =>
  given({
    tab: optionalList(tab, TABS)?.[0],
    area: optionalList(area, AREAS)?.[0],
    from: optionalDate(from),
    to: optionalDate(to),
  });
