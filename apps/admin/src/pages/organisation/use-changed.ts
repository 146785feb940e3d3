import { useDone } from '../../components/use-done.ts';
import { queryClient, trpc } from '../../trpc.ts';

/** What follows a change of the organisation itself: its name and state stand in the frame of every page. */
export function useChanged(): (title: string, then?: () => void) => Promise<void> {
  const done = useDone();
  return async (title, then) => {
    await queryClient.invalidateQueries(trpc.session.pathFilter());
    await done(title, then);
  };
}
