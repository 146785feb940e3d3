import { given, optionalText } from '../../search-params.ts';

/** Filters of the notification centre, as its address carries them. */
export const notificationSearch = ({ unread, company }: Record<string, unknown>) =>
  given({
    unread: unread === 'true' || unread === true ? (true as const) : undefined,
    company: /^org_[0-9a-f]{32}$/.test(String(company)) ? optionalText(company) : undefined,
  });
