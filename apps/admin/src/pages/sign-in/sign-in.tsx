import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Navigate, useRouter } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { sessionQuery } from '../../session.tsx';
import { EnrolFirst } from './enrol-first.tsx';
import { PasswordForm } from './password-form.tsx';
import { SecondFactorForm } from './second-factor-form.tsx';

const route = getRouteApi('/sign-in');

/** Signs in, in one step or two. A reload goes on where the person was: the server knows the step. */
export function SignInPage() {
  const router = useRouter();
  const { next } = route.useSearch();
  const { data: status } = useSuspenseQuery(sessionQuery());
  const [otherAccount, setOtherAccount] = useState(false);
  const signedIn = status.user !== null;
  useEffect(() => {
    if (signedIn) router.history.replace(ownPath(next));
  }, [signedIn, router, next]);

  if (status.setUpRequired) return <Navigate to="/set-up" />;
  if (signedIn) return null;
  const step = otherAccount ? null : status.signInStep;
  if (step === 'second-factor')
    return <SecondFactorForm ways={status.signInWith} onOtherAccount={() => setOtherAccount(true)} />;
  if (step === 'enrol') return <EnrolFirst />;
  return <PasswordForm status={status} next={next} onPassed={() => setOtherAccount(false)} />;
}

/** Only a path of this app: an address put into the link by somebody else must not be where a user lands. */
function ownPath(next: string | undefined): string {
  return next !== undefined && /^\/(?![/\\])/.test(next) ? next : '/';
}
