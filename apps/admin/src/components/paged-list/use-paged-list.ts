import { useInfiniteQuery } from '@tanstack/react-query';
import { inPages } from '../../trpc.ts';

export interface PagedRows<Row> {
  rows: readonly Row[];
  error: unknown;
  /** Nothing has come yet. */
  isPending: boolean;
  /** The rows are those of the filters before, until the new ones are here. */
  isPlaceholderData: boolean;
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  fetchNextPage: () => unknown;
}

/** The rows of a list that the server gives in pages, as far as they were asked for. */
export function usePagedList<Row>(
  key: readonly unknown[],
  load: (cursor: string | undefined) => Promise<{ items: Row[]; nextCursor: string | null }>,
): PagedRows<Row> {
  const list = useInfiniteQuery(inPages(key, load));
  return { ...list, rows: list.data?.pages.flatMap(({ items }) => items) ?? [] };
}
