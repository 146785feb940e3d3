import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldError } from '../../app-error.ts';
import { FormFailure } from '../../components/failure.tsx';
import { useDone } from '../../components/use-done.ts';
import { useSay } from '../../i18n/language.ts';
import { useSession } from '../../session.tsx';
import { trpc } from '../../trpc.ts';
import { Card } from '../../ui/card.tsx';
import { TextField } from '../../ui/text-field.tsx';

export function PasswordCard() {
  const { t } = useTranslation();
  const say = useSay();
  const done = useDone();
  const { user } = useSession();
  const [currentPassword, setCurrent] = useState('');
  const [newPassword, setNew] = useState('');
  const [tried, setTried] = useState(false);
  const change = useMutation(
    trpc.security.changePassword.mutationOptions({
      onSuccess: () =>
        done(t('security.passwordChanged'), () => {
          setCurrent('');
          setNew('');
          setTried(false);
        }),
    }),
  );
  const problem = (path: 'currentPassword' | 'newPassword', value: string) => {
    if (tried && value === '') return t('session.passwordMissing');
    const refused = fieldError(change.error, path);
    return refused === null ? null : say(refused);
  };
  const submit = () => {
    setTried(true);
    if (currentPassword !== '' && newPassword !== '') change.mutate({ currentPassword, newPassword });
  };
  return (
    <Card title={t('security.passwordTitle')} note={t('security.passwordText')}>
      <form
        className="zq-stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        {/* Tells a password manager whose password this is. */}
        <input className="zq-sr-only" tabIndex={-1} aria-hidden autoComplete="username" value={user.email} readOnly />
        <TextField
          label={t('security.currentPassword')}
          type="password"
          autoComplete="current-password"
          value={currentPassword}
          onChange={setCurrent}
          problem={problem('currentPassword', currentPassword)}
        />
        <TextField
          label={t('security.newPassword')}
          type="password"
          autoComplete="new-password"
          hint={t('session.passwordHint')}
          value={newPassword}
          onChange={setNew}
          problem={problem('newPassword', newPassword)}
        />
        <FormFailure error={change.error} fieldsShown />
        <div>
          <Button htmlType="submit" loading={change.isPending}>
            {t('security.changePassword')}
          </Button>
        </div>
      </form>
    </Card>
  );
}
