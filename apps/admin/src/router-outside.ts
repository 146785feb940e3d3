import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { operatorSearch } from './pages/operator/search.ts';
import { given, optionalText } from './search-params.ts';
import { sessionQuery } from './session.tsx';
import { queryClient } from './trpc.ts';
import { root } from './router-frame.tsx';

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

const unsubscribe = createRoute({
  getParentRoute: () => root,
  path: '/unsubscribe',
  component: lazyRouteComponent(() => import('./pages/unsubscribe/unsubscribe.tsx'), 'UnsubscribePage'),
});

/** The link of a request: whoever has it answers without an account. */
const answer = createRoute({
  getParentRoute: () => root,
  path: '/r',
  component: lazyRouteComponent(() => import('./pages/answer/answer.tsx'), 'AnswerPage'),
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

/** The pages around the app: before the sign-in, by a link from a mail, and of the operator. */
export const outsideRoutes = [
  setUp,
  signIn,
  signUp,
  verifyEmail,
  invitation,
  forgotPassword,
  resetPassword,
  unsubscribe,
  answer,
  operator,
] as const;
