import { infiniteQueryOptions, keepPreviousData, MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { createTRPCClient, httpBatchLink } from '@trpc/client';
import { createTRPCOptionsProxy } from '@trpc/tanstack-react-query';
import type { AppRouter, RouterOutputs } from '@zhengqi/api/router';
import { appErrorOf } from './app-error.ts';
import { stepUpLink } from './components/step-up/step-up-link.ts';

export type { RouterOutputs };

/** Calls by procedure, for the few places that are not a query or mutation of their own. */
export const client = createTRPCClient<AppRouter>({
  links: [stepUpLink, httpBatchLink({ url: '/api/trpc', maxItems: 10 })],
});

/** Refusals after which the app asks again who is signed in, and what is open to them. */
const MAY_HAVE_ENDED = ['unauthenticated', 'not-found', 'forbidden'];

/** A session or an access that has ended is noticed by whatever asks next; the page then says so. */
function askAgain(error: unknown): void {
  const code = appErrorOf(error)?.code ?? '';
  if (MAY_HAVE_ENDED.includes(code)) void queryClient.invalidateQueries(trpc.session.pathFilter());
}

export const queryClient: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError: askAgain }),
  mutationCache: new MutationCache({ onError: askAgain }),
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      // What the server has answered it would answer again; only silence is worth another try.
      retry: (failures, error) => appErrorOf(error) === null && failures < 2,
    },
    mutations: { retry: false },
  },
});

/** Options for TanStack Query, by procedure: `useQuery(trpc.licences.list.queryOptions(…))`. */
export const trpc = createTRPCOptionsProxy<AppRouter>({ client, queryClient });

/** After a write: everything shown may rest on the schedule, so all but the session is asked anew. */
export async function refreshAll(): Promise<void> {
  const session = trpc.session.status.queryKey()[0]?.toString();
  await queryClient.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0]?.toString() !== session });
}

/**
 * A list in pages, by the cursor that the server gives. Written out because the ready-made infinite query sends a
 * `direction` with the input, which the server's strict schemas refuse.
 */
export function inPages<Page extends { nextCursor: string | null }>(
  key: readonly unknown[],
  load: (cursor: string | undefined) => Promise<Page>,
) {
  return infiniteQueryOptions({
    queryKey: [...key, 'in-pages'],
    queryFn: ({ pageParam }) => load(pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }: Page) => nextCursor,
    placeholderData: keepPreviousData,
  });
}
