import { useMutation, useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client, trpc } from '../../trpc.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { FormFailure } from '../failure.tsx';
import { askForPasskey, passkeysWork } from '../passkeys/device.ts';
import { PasskeyButton } from '../passkeys/passkey-button.tsx';
import { PasskeyFailure } from '../passkeys/passkey-failure.tsx';
import { offerStepUp } from './step-up-request.ts';

/** Waits for a dangerous act to be refused, and asks for the proof that it needs. */
export function StepUpDialog() {
  const [asked, setAsked] = useState(false);
  // Several calls may be refused at once; one proof answers them all.
  const waiting = useRef<((proved: boolean) => void)[]>([]);
  useEffect(
    () =>
      offerStepUp(
        () =>
          new Promise((resolve) => {
            waiting.current.push(resolve);
            setAsked(true);
          }),
      ),
    [],
  );
  const answer = (proved: boolean) => {
    setAsked(false);
    for (const resolve of waiting.current.splice(0)) resolve(proved);
  };
  return asked ? <Proof onAnswer={answer} /> : null;
}

const CODE = {
  app: { label: 'security.code', hint: 'security.codeHint' },
  recovery: { label: 'security.recoveryCode', hint: 'security.recoveryHint' },
} as const;

function Proof({ onAnswer }: { onAnswer: (proved: boolean) => void }) {
  const { t } = useTranslation();
  const { data: overview } = useQuery(trpc.security.overview.queryOptions());
  const [proof, setProof] = useState('');
  const stepUp = useMutation(trpc.security.stepUp.mutationOptions({ onSuccess: () => onAnswer(true) }));
  const byPasskey = useMutation({
    mutationFn: async () => {
      const options = await client.security.askForPasskeyProof.mutate({});
      await client.security.stepUp.mutate({ passkey: await askForPasskey(options) });
    },
    onSuccess: () => onAnswer(true),
  });
  const withCode = overview?.proofWith === 'code';
  // Without an authenticator app the one code that there is, is a recovery code.
  const code = overview?.secondFactor.app === false ? 'recovery' : 'app';
  const label = withCode ? CODE[code].label : 'session.password';
  const send = () => {
    if (proof.trim() !== '') stepUp.mutate(withCode ? { code: proof.trim() } : { password: proof });
  };
  return (
    <ConfirmDialog
      title={t('security.stepUpTitle')}
      confirm={t('security.stepUpConfirm')}
      disabled={overview === undefined || proof.trim() === ''}
      pending={stepUp.isPending}
      onConfirm={send}
      onClose={() => onAnswer(false)}
    >
      <p>{t('security.stepUpText')}</p>
      {overview?.proofByPasskey === true && passkeysWork() && (
        <>
          <PasskeyButton
            text={t('security.passkeyUse')}
            pending={byPasskey.isPending}
            onPress={() => byPasskey.mutate()}
          />
          <PasskeyFailure error={byPasskey.error} />
        </>
      )}
      {overview !== undefined && (
        <TextField
          label={t(label)}
          type={withCode ? 'text' : 'password'}
          autoComplete={withCode ? 'one-time-code' : 'current-password'}
          autoFocus
          value={proof}
          onChange={setProof}
          onEnter={send}
          {...(withCode ? { hint: t(CODE[code].hint) } : {})}
        />
      )}
      <FormFailure error={stepUp.error} title={t('security.notAccepted')} />
    </ConfirmDialog>
  );
}
