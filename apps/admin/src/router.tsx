import { createRoute, createRouter, lazyRouteComponent, type RouterHistory, redirect } from '@tanstack/react-router';
import { NotFound, RouteFailure } from './components/failure-page.tsx';
import { occurrenceSearch } from './components/occurrences/search.ts';
import { auditSearch } from './pages/audit/search.ts';
import { clientSearch } from './pages/clients/search.ts';
import { notificationSearch } from './pages/notifications/search.ts';
import { organisationSearch } from './pages/organisation/search.ts';
import { peopleSearch } from './pages/people/search.ts';
import { staffingSearch } from './pages/staffing/search.ts';
import { workflowSearch } from './pages/workflows/search.ts';
import { given, optionalDate, optionalText, optionalYear, parseSearch, stringifySearch } from './search-params.ts';
import { remindersSearch } from './pages/reminders/search.ts';
import { app, root } from './router-frame.tsx';
import { outsideRoutes } from './router-outside.ts';
import { requestRoutes } from './router-requests.ts';
import { PageSkeleton } from './ui/page-skeleton.tsx';

const home = createRoute({
  getParentRoute: () => app,
  path: '/',
  // A consultancy has no duties of its own: its first page is its clients.
  beforeLoad: ({ context }) => {
    if (context.session?.organisation.kind === 'consultancy') throw redirect({ to: '/clients' });
  },
  component: lazyRouteComponent(() => import('./pages/home/home.tsx'), 'HomePage'),
});

const licences = createRoute({
  getParentRoute: () => app,
  path: '/licences',
  validateSearch: ({ q }: Record<string, unknown>) => given({ q: optionalText(q) }),
  component: lazyRouteComponent(() => import('./pages/licences/licences.tsx'), 'LicencesPage'),
});

const importLicence = createRoute({
  getParentRoute: () => app,
  path: '/licences/import',
  component: lazyRouteComponent(() => import('./pages/licences/import/import.tsx'), 'ImportPage'),
});

const licence = createRoute({
  getParentRoute: () => app,
  path: '/licences/$licenceId',
  validateSearch: ({ tab, applies, q }: Record<string, unknown>) =>
    given({
      tab: optionalText(tab),
      applies: optionalText(applies),
      q: optionalText(q),
    }),
  component: lazyRouteComponent(() => import('./pages/licences/licence/licence.tsx'), 'LicencePage'),
});

const occurrences = createRoute({
  getParentRoute: () => app,
  path: '/occurrences',
  validateSearch: occurrenceSearch,
  component: lazyRouteComponent(() => import('./pages/occurrences/occurrences.tsx'), 'OccurrencesPage'),
});

const occurrence = createRoute({
  getParentRoute: () => app,
  path: '/occurrences/$occurrenceId',
  component: lazyRouteComponent(() => import('./pages/occurrences/occurrence/occurrence.tsx'), 'OccurrencePage'),
});

const itemNotices = createRoute({
  getParentRoute: () => app,
  path: '/occurrences/$occurrenceId/notices',
  component: lazyRouteComponent(() => import('./pages/occurrences/notices/notices.tsx'), 'ItemNoticesPage'),
});

const notifications = createRoute({
  getParentRoute: () => app,
  path: '/notifications',
  validateSearch: notificationSearch,
  component: lazyRouteComponent(() => import('./pages/notifications/notifications.tsx'), 'NotificationsPage'),
});

const preferences = createRoute({
  getParentRoute: () => app,
  path: '/notifications/preferences',
  component: lazyRouteComponent(() => import('./pages/notifications/preferences/preferences.tsx'), 'PreferencesPage'),
});

const reminders = createRoute({
  getParentRoute: () => app,
  path: '/reminders',
  validateSearch: remindersSearch,
  component: lazyRouteComponent(() => import('./pages/reminders/reminders.tsx'), 'RemindersPage'),
});

const year = createRoute({
  getParentRoute: () => app,
  path: '/year',
  validateSearch: ({ year, licence, day }: Record<string, unknown>) =>
    given({
      year: optionalYear(year),
      licence: optionalText(licence),
      day: optionalDate(day),
    }),
  component: lazyRouteComponent(() => import('./pages/year/year.tsx'), 'YearPage'),
});

const questions = createRoute({
  getParentRoute: () => app,
  path: '/questions',
  validateSearch: ({ tab, licence }: Record<string, unknown>) =>
    given({
      tab: tab === 'answered' ? ('answered' as const) : undefined,
      licence: optionalText(licence),
    }),
  component: lazyRouteComponent(() => import('./pages/questions/questions.tsx'), 'QuestionsPage'),
});

const events = createRoute({
  getParentRoute: () => app,
  path: '/events',
  component: lazyRouteComponent(() => import('./pages/events/events.tsx'), 'EventsPage'),
});

const newEvent = createRoute({
  getParentRoute: () => app,
  path: '/events/new',
  validateSearch: ({ type }: Record<string, unknown>) => given({ type: optionalText(type) }),
  component: lazyRouteComponent(() => import('./pages/events/new/new-event.tsx'), 'NewEventPage'),
});

const staffing = createRoute({
  getParentRoute: () => app,
  path: '/staffing',
  validateSearch: staffingSearch,
  component: lazyRouteComponent(() => import('./pages/staffing/staffing.tsx'), 'StaffingPage'),
});

const people = createRoute({
  getParentRoute: () => app,
  path: '/people',
  validateSearch: peopleSearch,
  component: lazyRouteComponent(() => import('./pages/people/people.tsx'), 'PeoplePage'),
});

const person = createRoute({
  getParentRoute: () => app,
  path: '/people/$personId',
  component: lazyRouteComponent(() => import('./pages/people/person/person.tsx'), 'PersonPage'),
});

const workflows = createRoute({
  getParentRoute: () => app,
  path: '/workflows',
  validateSearch: workflowSearch,
  component: lazyRouteComponent(() => import('./pages/workflows/workflows.tsx'), 'WorkflowsPage'),
});

const workflow = createRoute({
  getParentRoute: () => app,
  path: '/workflows/$workflowId',
  component: lazyRouteComponent(() => import('./pages/workflows/workflow/workflow.tsx'), 'WorkflowPage'),
});

const rulebook = createRoute({
  getParentRoute: () => app,
  path: '/rulebook',
  validateSearch: ({ q, kind }: Record<string, unknown>) => given({ q: optionalText(q), kind: optionalText(kind) }),
  component: lazyRouteComponent(() => import('./pages/rulebook/rulebook.tsx'), 'RulebookPage'),
});

const laws = createRoute({
  getParentRoute: () => app,
  path: '/rulebook/laws',
  component: lazyRouteComponent(() => import('./pages/rulebook/laws/laws.tsx'), 'LawsPage'),
});

const clause = createRoute({
  getParentRoute: () => app,
  path: '/rulebook/$clause',
  // 15.6a is written 15-6a in the path: servers take a dot in the last part for a file.
  params: {
    parse: ({ clause }) => ({ clause: clause.replace('-', '.') }),
    stringify: ({ clause }) => ({ clause: clause.replace('.', '-') }),
  },
  component: lazyRouteComponent(() => import('./pages/rulebook/clause/clause.tsx'), 'ClausePage'),
});

const calendar = createRoute({
  getParentRoute: () => app,
  path: '/calendar',
  component: lazyRouteComponent(() => import('./pages/calendar/calendar.tsx'), 'CalendarPage'),
});

const members = createRoute({
  getParentRoute: () => app,
  path: '/members',
  component: lazyRouteComponent(() => import('./pages/members/members.tsx'), 'MembersPage'),
});

const engagements = createRoute({
  getParentRoute: () => app,
  path: '/engagements',
  component: lazyRouteComponent(() => import('./pages/engagements/engagements.tsx'), 'EngagementsPage'),
});

const clients = createRoute({
  getParentRoute: () => app,
  path: '/clients',
  validateSearch: clientSearch,
  component: lazyRouteComponent(() => import('./pages/clients/clients.tsx'), 'ClientsPage'),
});

const client = createRoute({
  getParentRoute: () => app,
  path: '/clients/$companyId',
  component: lazyRouteComponent(() => import('./pages/clients/client/client.tsx'), 'ClientPage'),
});

const organisation = createRoute({
  getParentRoute: () => app,
  path: '/organisation',
  validateSearch: organisationSearch,
  component: lazyRouteComponent(() => import('./pages/organisation/organisation.tsx'), 'OrganisationPage'),
});

const apiKeys = createRoute({
  getParentRoute: () => app,
  path: '/api-keys',
  component: lazyRouteComponent(() => import('./pages/api-keys/api-keys.tsx'), 'ApiKeysPage'),
});

const audit = createRoute({
  getParentRoute: () => app,
  path: '/audit',
  validateSearch: auditSearch,
  component: lazyRouteComponent(() => import('./pages/audit/audit.tsx'), 'AuditPage'),
});

const security = createRoute({
  getParentRoute: () => app,
  path: '/security',
  component: lazyRouteComponent(() => import('./pages/security/security.tsx'), 'SecurityPage'),
});

/** Whatever is not a page of the app: said within the app, so that the way back is at hand. */
const elsewhere = createRoute({ getParentRoute: () => app, path: '$', component: NotFound });

const routeTree = root.addChildren([
  ...outsideRoutes,
  app.addChildren([
    home,
    licences,
    importLicence,
    licence,
    occurrences,
    occurrence,
    itemNotices,
    notifications,
    preferences,
    reminders,
    year,
    questions,
    events,
    newEvent,
    staffing,
    people,
    person,
    workflows,
    workflow,
    ...requestRoutes,
    rulebook,
    laws,
    clause,
    calendar,
    members,
    engagements,
    clients,
    client,
    organisation,
    apiKeys,
    audit,
    security,
    elsewhere,
  ]),
]);

/** The router of the app; tests hand in a history of their own. */
export function createAppRouter(history?: RouterHistory) {
  return createRouter({
    routeTree,
    ...(history === undefined ? {} : { history }),
    parseSearch,
    stringifySearch,
    defaultPreload: 'intent',
    scrollRestoration: true,
    defaultPendingComponent: PageSkeleton,
    defaultErrorComponent: RouteFailure,
    defaultNotFoundComponent: NotFound,
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}
