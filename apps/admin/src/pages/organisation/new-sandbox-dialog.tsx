import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormFailure } from '../../components/failure.tsx';
import { useOrganisationId } from '../../session.tsx';
import { trpc } from '../../trpc.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useChanged } from './use-changed.ts';

export function NewSandboxDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const changed = useChanged();
  const organisationId = useOrganisationId();
  const [name, setName] = useState('');
  const create = useMutation(
    trpc.organisations.createSandbox.mutationOptions({
      onSuccess: () => changed(t('organisation.sandboxCreated'), onClose),
    }),
  );
  const submit = () => create.mutate({ organisationId, ...(name.trim() === '' ? {} : { name: name.trim() }) });
  return (
    <ConfirmDialog
      title={t('organisation.sandboxCreate')}
      confirm={t('organisation.sandboxCreate')}
      pending={create.isPending}
      onConfirm={submit}
      onClose={onClose}
    >
      <p className="zq-muted">{t('organisation.sandboxesEmptyText')}</p>
      <TextField
        label={t('organisation.sandboxName')}
        autoComplete="off"
        autoFocus
        hint={t('organisation.sandboxNameHint')}
        value={name}
        onChange={setName}
        onEnter={submit}
      />
      <FormFailure error={create.error} />
    </ConfirmDialog>
  );
}
