import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldError } from '../../app-error.ts';
import { FormFailure } from '../../components/failure.tsx';
import { useSay } from '../../i18n/language.ts';
import { useOrganisationId } from '../../session.tsx';
import { trpc } from '../../trpc.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useChanged } from './use-changed.ts';

export function RenameDialog({ name: before, onClose }: { name: string; onClose: () => void }) {
  const { t } = useTranslation();
  const say = useSay();
  const changed = useChanged();
  const organisationId = useOrganisationId();
  const [name, setName] = useState(before);
  const rename = useMutation(
    trpc.organisations.rename.mutationOptions({ onSuccess: () => changed(t('organisation.renamed'), onClose) }),
  );
  const refused = fieldError(rename.error, 'name');
  const submit = () => {
    if (name.trim() !== '') rename.mutate({ organisationId, name: name.trim() });
  };
  return (
    <ConfirmDialog
      title={t('organisation.rename')}
      confirm={t('organisation.rename')}
      disabled={name.trim() === '' || name.trim() === before}
      pending={rename.isPending}
      onConfirm={submit}
      onClose={onClose}
    >
      <p className="zq-muted">{t('organisation.renameText')}</p>
      <TextField
        label={t('organisation.newName')}
        autoComplete="off"
        autoFocus
        value={name}
        onChange={setName}
        onEnter={submit}
        problem={refused === null ? null : say(refused)}
      />
      {refused === null && <FormFailure error={rename.error} />}
    </ConfirmDialog>
  );
}
