import { useOrganisationId } from '../../session.tsx';
import { client, trpc } from '../../trpc.ts';
import { usePagedList } from '../paged-list/use-paged-list.ts';

/** Every notice about one item, latest first. */
export function useItemNotices(occurrenceId: string) {
  const organisationId = useOrganisationId();
  const input = { organisationId, subjectId: occurrenceId, limit: 100 };
  return usePagedList(trpc.notices.list.queryKey(input), (cursor) => client.notices.list.query({ ...input, cursor }));
}
