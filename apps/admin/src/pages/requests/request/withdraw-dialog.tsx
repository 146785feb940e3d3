import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormFailure } from '../../../components/failure.tsx';
import { lookAgainOnConflict } from '../../../components/requests/look-again.ts';
import { useDone } from '../../../components/use-done.ts';
import { useOrganisationId } from '../../../session.tsx';
import { trpc } from '../../../trpc.ts';
import { AreaField } from '../../../ui/area-field.tsx';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import type { RequestDetail } from './request-detail.ts';

/** Takes a request back; its link dies with it, what was given stays. */
export function WithdrawDialog({ request, onClose }: { request: RequestDetail; onClose: () => void }) {
  const { t } = useTranslation();
  const done = useDone();
  const organisationId = useOrganisationId();
  const [reason, setReason] = useState('');
  const [version] = useState(request.version);
  const withdraw = useMutation(
    trpc.requests.withdraw.mutationOptions({
      onSuccess: () => done(t('request.withdrawn'), onClose),
      onError: lookAgainOnConflict,
    }),
  );
  return (
    <ConfirmDialog
      title={t('request.withdrawTitle')}
      confirm={t('request.withdraw')}
      danger
      disabled={reason.trim() === ''}
      pending={withdraw.isPending}
      onConfirm={() => withdraw.mutate({ organisationId, requestId: request.id, version, reason: reason.trim() })}
      onClose={onClose}
    >
      <p>{t('request.withdrawText')}</p>
      <AreaField label={t('request.reason')} value={reason} onChange={setReason} />
      <FormFailure error={withdraw.error} />
    </ConfirmDialog>
  );
}
