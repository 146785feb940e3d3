import { given, optionalList, optionalText } from '../../search-params.ts';
import { CLIENT_STATES, CLIENT_SORTS } from './client-rows.ts';

export const clientSearch = ({ q, state, sort }: Record<string, unknown>) =>
  given({
    q: optionalText(q),
    state: optionalList(state, CLIENT_STATES)?.[0],
    sort: optionalList(sort, CLIENT_SORTS)?.[0],
  });
