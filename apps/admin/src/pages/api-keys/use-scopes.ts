import { useQuery } from '@tanstack/react-query';
import { useSay } from '../../i18n/language.ts';
import { type RouterOutputs, trpc } from '../../trpc.ts';

export type Scope = RouterOutputs['apiKeys']['scopes']['items'][number]['scope'];

/** The scopes that exist and what to call them. */
export function useScopes() {
  const say = useSay();
  const { data } = useQuery({ ...trpc.apiKeys.scopes.queryOptions(), staleTime: Infinity });
  const scopes = data?.items ?? [];
  const labelOf = (scope: Scope) => {
    const found = scopes.find((candidate) => candidate.scope === scope);
    return found === undefined ? scope : say(found.label);
  };
  return { scopes, labelOf };
}
