import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  type RouterHistory,
  redirect,
} from '@tanstack/react-router';
import { PageSkeleton } from './ui/page-skeleton.tsx';
import { NotFound, RouteFailure } from './components/failure-page.tsx';
import { occurrenceSearch } from './components/occurrences/search.ts';
import { SignedIn } from './components/shell/signed-in.tsx';
import { auditSearch } from './pages/audit/search.ts';
import { clientSearch } from './pages/clients/search.ts';
import { organisationSearch } from './pages/organisation/search.ts';
import { operatorSearch } from './pages/operator/search.ts';
import { sessionOf, sessionQuery } from './session.tsx';
import { given, optionalDate, optionalText, optionalYear, parseSearch, stringifySearch } from './search-params.ts';
import { queryClient } from './trpc.ts';

const root = createRootRouteWithContext()({ component: Outlet, notFoundComponent: NotFound });

const setUp = createRoute({
  getParentRoute: () => root,
  path: '/set-up',
  component: lazyRouteComponent(() => import('./pages/set-up/set-up.tsx'), 'SetUpPage'),
});

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: ({ next }: Record<string, unknown>) => given({ next: optionalText(next) }),
  component: lazyRouteComponent(() => import('./pages/sign-in/sign-in.tsx'), 'SignInPage'),
});

const signUp = createRoute({
  getParentRoute: () => root,
  path: '/sign-up',
  component: lazyRouteComponent(() => import('./pages/sign-up/sign-up.tsx'), 'SignUpPage'),
});

const verifyEmail = createRoute({
  getParentRoute: () => root,
  path: '/verify-email',
  component: lazyRouteComponent(() => import('./pages/verify-email/verify-email.tsx'), 'VerifyEmailPage'),
});

const invitation = createRoute({
  getParentRoute: () => root,
  path: '/invitation',
  component: lazyRouteComponent(() => import('./pages/invitation/invitation.tsx'), 'InvitationPage'),
});

const forgotPassword = createRoute({
  getParentRoute: () => root,
  path: '/forgot-password',
  component: lazyRouteComponent(() => import('./pages/forgot-password/forgot-password.tsx'), 'ForgotPasswordPage'),
});

const resetPassword = createRoute({
  getParentRoute: () => root,
  path: '/reset-password',
  component: lazyRouteComponent(() => import('./pages/reset-password/reset-password.tsx'), 'ResetPasswordPage'),
});

const operator = createRoute({
  getParentRoute: () => root,
  path: '/operator',
  validateSearch: operatorSearch,
  beforeLoad: async ({ location }) => {
    const status = await queryClient.ensureQueryData(sessionQuery());
    if (status.user === null) throw redirect({ to: '/sign-in', search: { next: location.href } });
  },
  component: lazyRouteComponent(() => import('./pages/operator/operator.tsx'), 'OperatorPage'),
});

/** Everything behind the sign-in. Who is not signed in, is sent there and comes back afterwards. */
const app = createRoute({
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
  setUp,
  signIn,
  signUp,
  verifyEmail,
  invitation,
  forgotPassword,
  resetPassword,
  operator,
  app.addChildren([
    home,
    licences,
    importLicence,
    licence,
    occurrences,
    occurrence,
    year,
    questions,
    events,
    newEvent,
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
