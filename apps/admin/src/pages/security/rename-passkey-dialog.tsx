import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormFailure } from '../../components/failure.tsx';
import { useDone } from '../../components/use-done.ts';
import { trpc } from '../../trpc.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { Passkey } from './passkey.ts';

export function RenamePasskeyDialog({ passkey, onClose }: { passkey: Passkey; onClose: () => void }) {
  const { t } = useTranslation();
  const done = useDone();
  const [name, setName] = useState(passkey.name);
  const rename = useMutation(
    trpc.security.renamePasskey.mutationOptions({ onSuccess: () => done(t('security.passkeyRenamed'), onClose) }),
  );
  const missing = name.trim() === '';
  const submit = () => {
    if (!missing) rename.mutate({ passkeyId: passkey.id, name: name.trim() });
  };
  return (
    <ConfirmDialog
      title={t('security.passkeyRename')}
      confirm={t('action.save')}
      pending={rename.isPending}
      onConfirm={submit}
      onClose={onClose}
    >
      <TextField
        label={t('security.passkeyName')}
        autoComplete="off"
        autoFocus
        value={name}
        onChange={setName}
        onEnter={submit}
        problem={missing ? t('security.passkeyNameMissing') : null}
      />
      <FormFailure error={rename.error} />
    </ConfirmDialog>
  );
}
