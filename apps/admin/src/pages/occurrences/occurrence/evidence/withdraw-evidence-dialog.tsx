import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormFailure } from '../../../../components/failure.tsx';
import { useDone } from '../../../../components/use-done.ts';
import { useOrganisationId } from '../../../../session.tsx';
import { trpc } from '../../../../trpc.ts';
import { AreaField } from '../../../../ui/area-field.tsx';
import { ConfirmDialog } from '../../../../ui/confirm-dialog.tsx';

/** Takes a piece of evidence out of account; record and file stay. */
export function WithdrawEvidenceDialog({ evidenceId, onClose }: { evidenceId: string; onClose: () => void }) {
  const { t } = useTranslation();
  const done = useDone();
  const organisationId = useOrganisationId();
  const [reason, setReason] = useState('');
  const withdraw = useMutation(
    trpc.evidence.withdraw.mutationOptions({ onSuccess: () => done(t('work.withdrawn'), onClose) }),
  );
  return (
    <ConfirmDialog
      title={t('work.withdrawTitle')}
      confirm={t('work.withdraw')}
      danger
      disabled={reason.trim() === ''}
      pending={withdraw.isPending}
      onConfirm={() => withdraw.mutate({ organisationId, evidenceId, reason: reason.trim() })}
      onClose={onClose}
    >
      <p className="zq-muted">{t('work.withdrawText')}</p>
      <AreaField label={t('work.reason')} value={reason} onChange={setReason} rows={2} maxLength={500} />
      <FormFailure error={withdraw.error} />
    </ConfirmDialog>
  );
}
