import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EntrancePage } from '../../components/entrance-page.tsx';
import { FormFailure } from '../../components/failure.tsx';
import { trpc } from '../../trpc.ts';
import { Notice } from '../../ui/notice.tsx';
import { TextField } from '../../ui/text-field.tsx';

/** Asks for a link by e-mail. The answer is the same whether or not there is such an account. */
export function ForgotPasswordPage() {
  const { t } = useTranslation();
  const [email, setEmail] = useState('');
  const [tried, setTried] = useState(false);
  const request = useMutation(trpc.security.requestPasswordReset.mutationOptions());
  const submit = () => {
    setTried(true);
    if (email.trim() !== '') request.mutate({ email: email.trim() });
  };
  const back = <Link to="/sign-in">{t('session.toSignIn')}</Link>;
  if (request.isSuccess) {
    return (
      <EntrancePage title={t('security.forgotSent')}>
        <Notice tone="info" live title={t('security.forgotSentText')} />
        {back}
      </EntrancePage>
    );
  }
  return (
    <EntrancePage title={t('security.forgotTitle')} lead={t('security.forgotText')} onSubmit={submit}>
      <FormFailure error={request.error} title={t('failure.title')} />
      <TextField
        label={t('session.email')}
        type="email"
        autoComplete="username"
        autoFocus
        value={email}
        onChange={setEmail}
        problem={tried && email.trim() === '' ? t('session.emailMissing') : null}
      />
      <Button type="primary" size="large" htmlType="submit" loading={request.isPending}>
        {t('security.forgotSend')}
      </Button>
      {back}
    </EntrancePage>
  );
}
