import { useMutation, useSuspenseQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EntrancePage } from '../../components/entrance-page.tsx';
import { FormFailure } from '../../components/failure.tsx';
import { useLinkToken } from '../../components/use-link-token.ts';
import { sessionQuery } from '../../session.tsx';
import { trpc } from '../../trpc.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { Notice } from '../../ui/notice.tsx';
import { TextField } from '../../ui/text-field.tsx';

/** Confirms an address by the link of an e-mail: with the password for a new account, by the session for an old one. */
export function VerifyEmailPage() {
  const { t } = useTranslation();
  const token = useLinkToken();
  const { data: status } = useSuspenseQuery(sessionQuery());
  const signedIn = status.user !== null;
  const [password, setPassword] = useState('');
  const [tried, setTried] = useState(false);
  const verify = useMutation(trpc.account.verifyEmail.mutationOptions());
  const confirm = useMutation(trpc.account.confirmAddress.mutationOptions());
  if (token === null) {
    return (
      <EntrancePage title={t('security.linkMissing')}>
        <Notice tone="warning" title={t('security.linkMissingText')} />
      </EntrancePage>
    );
  }
  if (verify.isSuccess || confirm.isSuccess) {
    return (
      <EntrancePage title={t('account.verified')}>
        {verify.isSuccess && <Notice tone="success" live title={t('account.verifiedText')} />}
        {signedIn ? (
          <ButtonLink to="/">{t('action.home')}</ButtonLink>
        ) : (
          <ButtonLink to="/sign-in" primary>
            {t('session.toSignIn')}
          </ButtonLink>
        )}
      </EntrancePage>
    );
  }
  const submit = () => {
    setTried(true);
    if (signedIn) confirm.mutate({ token });
    else if (password !== '') verify.mutate({ token, password });
  };
  return (
    <EntrancePage
      title={t('account.verifyTitle')}
      lead={t(signedIn ? 'account.confirmText' : 'account.verifyText')}
      onSubmit={submit}
    >
      <FormFailure error={verify.error ?? confirm.error} title={t('security.notAccepted')} />
      {!signedIn && (
        <TextField
          label={t('session.password')}
          type="password"
          autoComplete="current-password"
          autoFocus
          value={password}
          onChange={setPassword}
          problem={tried && password === '' ? t('session.passwordMissing') : null}
        />
      )}
      <Button type="primary" size="large" htmlType="submit" loading={verify.isPending || confirm.isPending}>
        {t('account.verify')}
      </Button>
    </EntrancePage>
  );
}
