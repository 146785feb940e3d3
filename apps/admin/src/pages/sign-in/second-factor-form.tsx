import { useMutation } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EntrancePage } from '../../components/entrance-page.tsx';
import { FormFailure } from '../../components/failure.tsx';
import { askForPasskey, passkeysWork } from '../../components/passkeys/device.ts';
import { PasskeyButton } from '../../components/passkeys/passkey-button.tsx';
import { PasskeyFailure } from '../../components/passkeys/passkey-failure.tsx';
import { renewSession } from '../../session.tsx';
import { client, type RouterOutputs, trpc } from '../../trpc.ts';
import { TextField } from '../../ui/text-field.tsx';

interface SecondFactorFormProps {
  /** What does as the second factor here, besides a recovery code. */
  ways: RouterOutputs['session']['status']['signInWith'];
  onOtherAccount: () => void;
}

/** The second step of the sign-in: a passkey, a code from the app, or one of the recovery codes. */
export function SecondFactorForm({ ways, onOtherAccount }: SecondFactorFormProps) {
  const { t } = useTranslation();
  const { notification } = App.useApp();
  const hasApp = ways?.app !== false;
  const [recovery, setRecovery] = useState(!hasApp);
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
  const byPasskey = useMutation({
    mutationFn: async () => {
      const options = await client.session.askForPasskey.mutate({ purpose: 'second-factor' });
      await client.session.secondFactor.mutate({ passkey: await askForPasskey(options) });
    },
    onSuccess: renewSession,
  });
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
    <EntrancePage
      title={t('security.challengeTitle')}
      lead={t(hasApp ? 'security.challengeText' : 'security.challengePasskey')}
      onSubmit={submit}
    >
      {ways?.passkey === true && passkeysWork() && (
        <>
          <PasskeyButton
            text={t('security.passkeyUse')}
            pending={byPasskey.isPending}
            onPress={() => byPasskey.mutate()}
          />
          <PasskeyFailure error={byPasskey.error} />
        </>
      )}
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
        {hasApp && (
          <Button type="link" onClick={() => switchTo(!recovery)}>
            {t(recovery ? 'security.useCode' : 'security.useRecovery')}
          </Button>
        )}
        <Button type="link" onClick={onOtherAccount}>
          {t('security.otherAccount')}
        </Button>
      </div>
    </EntrancePage>
  );
}
