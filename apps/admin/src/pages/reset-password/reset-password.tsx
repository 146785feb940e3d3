import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldError } from '../../app-error.ts';
import { EntrancePage } from '../../components/entrance-page.tsx';
import { FormFailure } from '../../components/failure.tsx';
import { useLinkToken } from '../../components/use-link-token.ts';
import { useSay } from '../../i18n/language.ts';
import { trpc } from '../../trpc.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { Notice } from '../../ui/notice.tsx';
import { TextField } from '../../ui/text-field.tsx';

/** A new password by the link of an e-mail. It does not sign in: the second factor stays where it is. */
export function ResetPasswordPage() {
  const { t } = useTranslation();
  const say = useSay();
  const token = useLinkToken();
  const [newPassword, setNewPassword] = useState('');
  const [tried, setTried] = useState(false);
  const reset = useMutation(trpc.security.resetPassword.mutationOptions());
  if (token === null) {
    return (
      <EntrancePage title={t('security.linkMissing')}>
        <Notice
          tone="warning"
          title={t('security.linkMissingText')}
          actions={<ButtonLink to="/forgot-password">{t('security.forgotTitle')}</ButtonLink>}
        />
      </EntrancePage>
    );
  }
  if (reset.isSuccess) {
    return (
      <EntrancePage title={t('security.resetDone')}>
        <Notice
          tone="success"
          live
          title={t('security.resetDoneText')}
          actions={<ButtonLink to="/sign-in">{t('session.toSignIn')}</ButtonLink>}
        />
      </EntrancePage>
    );
  }
  const refused = fieldError(reset.error, 'newPassword');
  const submit = () => {
    setTried(true);
    if (newPassword !== '') reset.mutate({ token, newPassword });
  };
  return (
    <EntrancePage title={t('security.resetTitle')} lead={t('security.resetText')} onSubmit={submit}>
      {refused === null && (
        <>
          <FormFailure error={reset.error} />
          {reset.isError && <ButtonLink to="/forgot-password">{t('security.forgotTitle')}</ButtonLink>}
        </>
      )}
      <TextField
        label={t('security.newPassword')}
        type="password"
        autoComplete="new-password"
        autoFocus
        value={newPassword}
        onChange={setNewPassword}
        hint={t('session.passwordHint')}
        problem={tried && newPassword === '' ? t('session.passwordMissing') : refused === null ? null : say(refused)}
      />
      <Button type="primary" size="large" htmlType="submit" loading={reset.isPending}>
        {t('security.reset')}
      </Button>
    </EntrancePage>
  );
}
