import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormFailure } from '../../components/failure.tsx';
import { useOrganisationId } from '../../session.tsx';
import { trpc } from '../../trpc.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { NameConfirmation } from '../../components/organisations/name-confirmation.tsx';
import { useChanged } from './use-changed.ts';

export function CloseDialog({ name, onClose }: { name: string; onClose: () => void }) {
  const { t } = useTranslation();
  const changed = useChanged();
  const organisationId = useOrganisationId();
  const [typed, setTyped] = useState('');
  const [tried, setTried] = useState(false);
  const close = useMutation(
    trpc.organisations.close.mutationOptions({ onSuccess: () => changed(t('organisation.closed'), onClose) }),
  );
  const submit = () => {
    setTried(true);
    if (typed.trim() === name) close.mutate({ organisationId, name });
  };
  return (
    <ConfirmDialog
      title={t('organisation.closeConfirmTitle', { name })}
      confirm={t('organisation.close')}
      danger
      pending={close.isPending}
      onConfirm={submit}
      onClose={onClose}
    >
      <p>{t('organisation.closeText')}</p>
      <p>{t('organisation.closeConfirmText')}</p>
      <NameConfirmation name={name} value={typed} onChange={setTyped} tried={tried} />
      <FormFailure error={close.error} />
    </ConfirmDialog>
  );
}
