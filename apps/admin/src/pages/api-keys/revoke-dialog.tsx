import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { FormFailure } from '../../components/failure.tsx';
import { useDone } from '../../components/use-done.ts';
import { useOrganisationId } from '../../session.tsx';
import { trpc } from '../../trpc.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import type { ApiKey } from './api-key.ts';

export function RevokeDialog({ apiKey, onClose }: { apiKey: ApiKey; onClose: () => void }) {
  const { t } = useTranslation();
  const done = useDone();
  const organisationId = useOrganisationId();
  const revoke = useMutation(
    trpc.apiKeys.revoke.mutationOptions({ onSuccess: () => done(t('apiKey.revoked'), onClose) }),
  );
  return (
    <ConfirmDialog
      title={t('apiKey.revokeTitle', { name: apiKey.name })}
      confirm={t('apiKey.revoke')}
      danger
      pending={revoke.isPending}
      onConfirm={() => revoke.mutate({ organisationId, keyId: apiKey.id })}
      onClose={onClose}
    >
      <p>{t('apiKey.revokeText')}</p>
      <FormFailure error={revoke.error} />
    </ConfirmDialog>
  );
}
