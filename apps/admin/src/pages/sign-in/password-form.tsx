import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EntrancePage } from '../../components/entrance-page.tsx';
import { FormFailure } from '../../components/failure.tsx';
import { passkeysWork } from '../../components/passkeys/device.ts';
import { useSay } from '../../i18n/language.ts';
import { renewSession } from '../../session.tsx';
import { type RouterOutputs, trpc } from '../../trpc.ts';
import { Notice } from '../../ui/notice.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { PasskeySignIn } from './passkey-sign-in.tsx';

interface PasswordFormProps {
  status: RouterOutputs['session']['status'];
  next: string | undefined;
  onPassed: () => void;
}

/** The first step. The server gives one and the same refusal for a wrong address and a wrong password. */
export function PasswordForm({ status, next, onPassed }: PasswordFormProps) {
  const { t } = useTranslation();
  const say = useSay();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [tried, setTried] = useState(false);
  const signIn = useMutation(
    trpc.session.signIn.mutationOptions({
      onSuccess: async () => {
        onPassed();
        await renewSession();
      },
    }),
  );
  const submit = () => {
    setTried(true);
    if (email.trim() === '' || password === '') return;
    signIn.mutate({ email: email.trim(), password });
  };
  return (
    <EntrancePage
      title={t('session.signInTitle')}
      lead={t(next === undefined || next === '/' ? 'session.signInLead' : 'session.mustSignIn')}
      onSubmit={submit}
    >
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
      {status.signIn.allowed && passkeysWork() && <PasskeySignIn />}
      <div className="zq-row-between">
        <Link to="/sign-up">{t('account.toSignUp')}</Link>
        <Link to="/forgot-password">{t('security.forgot')}</Link>
      </div>
    </EntrancePage>
  );
}
