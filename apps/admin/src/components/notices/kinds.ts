import { useQuery } from '@tanstack/react-query';
import { useSay } from '../../i18n/language.ts';
import { type RouterOutputs, trpc } from '../../trpc.ts';

export type NoticeKindView = RouterOutputs['reminders']['kinds']['items'][number];

/** Everything that people are told of, and what it is called. */
export function useNoticeKinds(): { kinds: readonly NoticeKindView[]; nameOf: (kind: string) => string } {
  const say = useSay();
  const { data } = useQuery({ ...trpc.reminders.kinds.queryOptions(), staleTime: Infinity });
  const kinds = data?.items ?? [];
  return {
    kinds,
    nameOf: (kind) => {
      const found = kinds.find((candidate) => candidate.kind === kind);
      return found === undefined ? kind : say(found.label);
    },
  };
}
