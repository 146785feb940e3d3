import { useSuspenseQuery } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { type ReactNode, useEffect } from 'react';
import { sessionQuery } from '../../session.tsx';

/** When the session has ended while a page was open, lets the router send the user to the sign-in page. */
export function SessionEndWatch({ children }: { children: ReactNode }) {
  const router = useRouter();
  const { data } = useSuspenseQuery(sessionQuery());
  const ended = data.user === null;
  useEffect(() => {
    if (ended) void router.invalidate();
  }, [ended, router]);
  return ended ? null : children;
}
