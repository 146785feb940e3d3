import { useMutation } from '@tanstack/react-query';
import { Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { makePasskey } from '../../components/passkeys/device.ts';
import { PasskeyFailure } from '../../components/passkeys/passkey-failure.tsx';
import { RecoveryCodes } from '../../components/second-factor/recovery-codes.tsx';
import { useDone } from '../../components/use-done.ts';
import { client, queryClient, trpc } from '../../trpc.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { TextField } from '../../ui/text-field.tsx';

/** Has the device make a passkey and gives it to the account; with the first second factor come recovery codes. */
export function AddPasskeyDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const done = useDone();
  const [name, setName] = useState(t('security.passkeyDefaultName'));
  const [tried, setTried] = useState(false);
  const finish = async () => {
    await queryClient.invalidateQueries(trpc.session.pathFilter());
    await done(t('security.passkeyAdded'), onClose);
  };
  const add = useMutation({
    mutationFn: async () => {
      const options = await client.security.beginPasskey.mutate({});
      const passkey = await makePasskey(options);
      return client.security.addPasskey.mutate({ name: name.trim(), passkey });
    },
    onSuccess: async ({ recoveryCodes }) => {
      if (recoveryCodes === null) await finish();
    },
  });
  const codes = add.data?.recoveryCodes;
  if (codes) {
    return (
      <Modal open title={t('security.codesTitle')} footer={null} closable={false} mask={{ closable: false }}>
        <RecoveryCodes codes={codes} onStored={() => void finish()} />
      </Modal>
    );
  }
  const submit = () => {
    setTried(true);
    if (name.trim() !== '') add.mutate();
  };
  return (
    <ConfirmDialog
      title={t('security.passkeyAdd')}
      confirm={t('security.continue')}
      pending={add.isPending}
      onConfirm={submit}
      onClose={onClose}
    >
      <p>{t('security.passkeyAddText')}</p>
      <TextField
        label={t('security.passkeyName')}
        hint={t('security.passkeyNameHint')}
        autoComplete="off"
        value={name}
        onChange={setName}
        onEnter={submit}
        problem={tried && name.trim() === '' ? t('security.passkeyNameMissing') : null}
      />
      <PasskeyFailure error={add.error} />
    </ConfirmDialog>
  );
}
