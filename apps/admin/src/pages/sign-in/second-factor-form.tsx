import { useMutation } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EntrancePage } from '../../components/entrance-page.tsx';
import { FormFailure } from '../../components/failure.tsx';
import { renewSession } from '../../session.tsx';
import { trpc } from '../../trpc.ts';
import { TextField } from '../../ui/text-field.tsx';

/** The second step of the sign-in: a code from the app, or one of the recovery codes. */
export function SecondFactorForm({ onOtherAccount }: { onOtherAccount: () => void }) {
  const { t } = useTranslation();
  const { notification } = App.useApp();
  const [recovery, setRecovery] = useState(false);
  const [code, setCode] = useState('');
  const [tried, setTried] = useState(false);
  const check = useMutation(
    trpc.session.secondFactor.mutationOptions({
      onSuccess: async ({ recoveryCodesLeft }) => {
        if (recoveryCodesLeft !== null)
          notification.warning({ title: t('security.codesLeft', { count: recoveryCodesLeft }) });
        await renewSession();
      },
    }),
  );
  const submit = () => {
    setTried(true);
    if (code.trim() !== '') check.mutate({ code: code.trim() });
  };
  const switchTo = (next: boolean) => {
    setRecovery(next);
    setCode('');
    setTried(false);
    check.reset();
  };
  const missing = t(recovery ? 'security.recoveryMissing' : 'security.codeMissing');
  return (
    <EntrancePage title={t('security.challengeTitle')} lead={t('security.challengeText')} onSubmit={submit}>
      <FormFailure error={check.error} title={t('security.notAccepted')} />
      <TextField
        key={String(recovery)}
        label={t(recovery ? 'security.recoveryCode' : 'security.code')}
        autoComplete={recovery ? 'off' : 'one-time-code'}
        autoFocus
        value={code}
        onChange={setCode}
        hint={t(recovery ? 'security.recoveryHint' : 'security.codeHint')}
        problem={tried && code.trim() === '' ? missing : null}
      />
      <Button type="primary" size="large" htmlType="submit" loading={check.isPending}>
        {t('security.continue')}
      </Button>
      <div className="zq-row-between">
        <Button type="link" onClick={() => switchTo(!recovery)}>
          {t(recovery ? 'security.useCode' : 'security.useRecovery')}
        </Button>
        <Button type="link" onClick={onOtherAccount}>
          {t('security.otherAccount')}
        </Button>
      </div>
    </EntrancePage>
  );
}
