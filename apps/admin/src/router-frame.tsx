import { createRootRouteWithContext, createRoute, Outlet, redirect } from '@tanstack/react-router';
import { NotFound } from './components/failure-page.tsx';
import { SignedIn } from './components/shell/signed-in.tsx';
import { sessionOf, sessionQuery } from './session.tsx';
import { queryClient } from './trpc.ts';

/** What all routes stand in. */
export const root = createRootRouteWithContext()({ component: Outlet, notFoundComponent: NotFound });

/** Everything behind the sign-in. Who is not signed in, is sent there and comes back afterwards. */
export const app = createRoute({
  getParentRoute: () => root,
  id: 'app',
  beforeLoad: async ({ location }) => {
    const status = await queryClient.ensureQueryData(sessionQuery());
    if (status.setUpRequired) throw redirect({ to: '/set-up' });
    if (status.user === null) throw redirect({ to: '/sign-in', search: { next: location.href } });
    return { session: sessionOf(status) };
  },
  component: SignedIn,
});
