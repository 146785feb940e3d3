import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormFailure } from '../../../components/failure.tsx';
import { useDone } from '../../../components/use-done.ts';
import type { WorkflowDetail } from '../../../components/workflows/workflow.ts';
import { useSay } from '../../../i18n/language.ts';
import { useOrganisationId } from '../../../session.tsx';
import { trpc } from '../../../trpc.ts';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { TextField } from '../../../ui/text-field.tsx';

interface TakeBackDialogProps {
  work: WorkflowDetail;
  /** Of the step. */
  name: { zh: string; en: string };
  onClose: () => void;
}

/** Takes the last step back, with the reason; both stay in the log. */
export function TakeBackDialog({ work, name, onClose }: TakeBackDialogProps) {
  const { t } = useTranslation();
  const say = useSay();
  const done = useDone();
  const organisationId = useOrganisationId();
  const [reason, setReason] = useState('');
  const takeBack = useMutation(
    trpc.workflows.takeBack.mutationOptions({ onSuccess: () => done(t('workflow.takenBack'), onClose) }),
  );
  return (
    <ConfirmDialog
      title={t('workflow.takeBackTitle', { move: say(name) })}
      confirm={t('workflow.takeBack')}
      danger
      disabled={reason.trim() === ''}
      pending={takeBack.isPending}
      onConfirm={() =>
        takeBack.mutate({ organisationId, workflowId: work.id, version: work.version, reason: reason.trim() })
      }
      onClose={onClose}
    >
      <p>{t('workflow.takeBackText')}</p>
      <TextField label={t('workflow.takeBackReason')} autoComplete="off" value={reason} onChange={setReason} />
      <FormFailure error={takeBack.error} />
    </ConfirmDialog>
  );
}
