import { appErrorOf } from '../../app-error.ts';
import { queryClient, trpc } from '../../trpc.ts';

/** A move refused because somebody else was faster: the request is asked for again, so that its page says what changed. */
export function lookAgainOnConflict(error: unknown): void {
  if (appErrorOf(error)?.code === 'conflict') void queryClient.invalidateQueries(trpc.requests.pathFilter());
}
