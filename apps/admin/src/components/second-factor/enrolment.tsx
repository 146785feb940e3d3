import { useMutation } from '@tanstack/react-query';
import { Button, QRCode } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { trpc } from '../../trpc.ts';
import { TextField } from '../../ui/text-field.tsx';
import { FormFailure } from '../failure.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';
import './enrolment.css';

/** Sets up an authenticator app in three steps: scan, prove it works, keep the recovery codes. */
export function Enrolment({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation();
  const [code, setCode] = useState('');
  const [tried, setTried] = useState(false);
  const begin = useMutation(trpc.security.beginTotp.mutationOptions());
  const confirm = useMutation(trpc.security.confirmTotp.mutationOptions());
  if (confirm.data !== undefined) return <RecoveryCodes codes={confirm.data.recoveryCodes} onStored={onDone} />;
  if (begin.data === undefined) {
    return (
      <div className="zq-stack">
        <FormFailure error={begin.error} title={t('failure.title')} />
        <Button type="primary" loading={begin.isPending} onClick={() => begin.mutate({})}>
          {t('security.start')}
        </Button>
      </div>
    );
  }
  const { uri, secret } = begin.data;
  const submit = () => {
    setTried(true);
    if (code.trim() !== '') confirm.mutate({ code: code.trim() });
  };
  return (
    <div className="zq-stack">
      <p>{t('security.enrolStep1')}</p>
      {/* Black on white in every theme: cameras read nothing else reliably. */}
      <div className="zq-qr" role="img" aria-label={t('security.qr')}>
        <QRCode type="svg" value={uri} size={184} color="#000000" bgColor="#ffffff" bordered={false} />
      </div>
      <p className="zq-small">
        {t('security.enrolKey')} <code className="zq-otp-key">{secret.match(/.{1,4}/g)?.join(' ')}</code>
      </p>
      <TextField
        label={t('security.enrolStep2')}
        autoComplete="one-time-code"
        value={code}
        onChange={setCode}
        onEnter={submit}
        problem={tried && code.trim() === '' ? t('security.codeMissing') : null}
      />
      <FormFailure error={confirm.error} title={t('security.notAccepted')} />
      <Button type="primary" loading={confirm.isPending} onClick={submit}>
        {t('security.confirm')}
      </Button>
    </div>
  );
}
