import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { requestSearch } from './pages/requests/search.ts';
import { given, optionalText } from './search-params.ts';
import { app } from './router-frame.tsx';

const requests = createRoute({
  getParentRoute: () => app,
  path: '/requests',
  validateSearch: requestSearch,
  component: lazyRouteComponent(() => import('./pages/requests/requests.tsx'), 'RequestsPage'),
});

const newRequest = createRoute({
  getParentRoute: () => app,
  path: '/requests/new',
  validateSearch: ({ occurrence }: Record<string, unknown>) => given({ occurrence: optionalText(occurrence) }),
  component: lazyRouteComponent(() => import('./pages/requests/new/new-request.tsx'), 'NewRequestPage'),
});

const request = createRoute({
  getParentRoute: () => app,
  path: '/requests/$requestId',
  component: lazyRouteComponent(() => import('./pages/requests/request/request.tsx'), 'RequestPage'),
});

const feeds = createRoute({
  getParentRoute: () => app,
  path: '/calendar-feeds',
  component: lazyRouteComponent(() => import('./pages/feeds/feeds.tsx'), 'FeedsPage'),
});

/** Requests for material, and calendars that are subscribed to. */
export const requestRoutes = [requests, newRequest, request, feeds] as const;
