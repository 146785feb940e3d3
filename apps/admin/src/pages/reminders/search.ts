import { given, optionalList, optionalText } from '../../search-params.ts';

const TABS = ['rules', 'robots', 'ledger', 'reviews'] as const;
export const CHANNELS = ['in-app', 'email', 'robot'] as const;
export const STATES = ['pending', 'claimed', 'sent', 'failed', 'merged', 'obsolete'] as const;

/** Which part of the page, and the filters of the ledger, as the address carries them. */
export const remindersSearch = ({ tab, kind, channel, state }: Record<string, unknown>) =>
  given({
    tab: optionalList(tab, TABS)?.[0],
    kind: optionalText(kind),
    channel: optionalList(channel, CHANNELS)?.[0],
    state: optionalList(state, STATES)?.[0],
  });
