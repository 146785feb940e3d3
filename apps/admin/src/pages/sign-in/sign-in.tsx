import { useMutation, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Navigate, useRouter } from '@tanstack/react-router';
import { Button } from 'antd';
import { type FormEvent, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Entrance } from '../../components/entrance.tsx';
import { FormFailure } from '../../components/failure.tsx';
import { useSay } from '../../i18n/language.ts';
import { sessionQuery } from '../../session.tsx';
import { queryClient, trpc } from '../../trpc.ts';
import { Notice } from '../../ui/notice.tsx';
import { TextField } from '../../ui/text-field.tsx';

const route = getRouteApi('/sign-in');

/** Signs in. The server gives one and the same refusal for a wrong address and a wrong password. */
export function SignInPage() {
  const { t } = useTranslation();
  const say = useSay();
  const router = useRouter();
  const { next } = route.useSearch();
  const { data: status } = useSuspenseQuery(sessionQuery());
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [tried, setTried] = useState(false);
  const signIn = useMutation(
    trpc.session.signIn.mutationOptions({
      onSuccess: async () => {
        queryClient.clear();
        await queryClient.fetchQuery(sessionQuery());
      },
    }),
  );
  const title = t('session.signInTitle');
  const product = t('product.name');
  useEffect(() => {
    document.title = `${title} · ${product}`;
  }, [title, product]);

  const signedIn = status.user !== null;
  useEffect(() => {
    if (signedIn) router.history.replace(ownPath(next));
  }, [signedIn, router, next]);

  if (status.setUpRequired) return <Navigate to="/set-up" />;
  if (signedIn) return null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (email.trim() === '' || password === '') return;
    signIn.mutate({ email: email.trim(), password });
  };
  return (
    <Entrance>
      <form className="zq-entrance-form" onSubmit={submit} noValidate>
        <div>
          <h1>{title}</h1>
          <p className="zq-muted">
            {t(next === undefined || next === '/' ? 'session.signInLead' : 'session.mustSignIn')}
          </p>
        </div>
        {status.signIn.allowed ? (
          <FormFailure error={signIn.error} title={t('session.refused')} />
        ) : (
          <Notice tone="danger" title={t('session.notAllowed')}>
            {say(status.signIn.reason)}
          </Notice>
        )}
        <TextField
          label={t('session.email')}
          type="email"
          autoComplete="username"
          autoFocus
          value={email}
          onChange={setEmail}
          problem={tried && email.trim() === '' ? t('session.emailMissing') : null}
        />
        <TextField
          label={t('session.password')}
          type="password"
          autoComplete="current-password"
          value={password}
          onChange={setPassword}
          problem={tried && password === '' ? t('session.passwordMissing') : null}
        />
        <Button
          type="primary"
          size="large"
          htmlType="submit"
          loading={signIn.isPending}
          disabled={!status.signIn.allowed}
        >
          {t('session.signIn')}
        </Button>
      </form>
    </Entrance>
  );
}

/** Only a path of this app: an address put into the link by somebody else must not be where a user lands. */
function ownPath(next: string | undefined): string {
  return next !== undefined && /^\/(?![/\\])/.test(next) ? next : '/';
}
