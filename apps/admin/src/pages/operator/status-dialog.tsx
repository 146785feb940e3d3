import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormFailure } from '../../components/failure.tsx';
import { useDone } from '../../components/use-done.ts';
import { trpc } from '../../trpc.ts';
import { ChoiceField } from '../../ui/choice-field.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { Organisation } from './organisation.ts';
import { STATUSES } from './search.ts';

const SHORTEST_REASON = 3;

export function StatusDialog({ organisation, onClose }: { organisation: Organisation; onClose: () => void }) {
  const { t } = useTranslation();
  const done = useDone();
  const others = STATUSES.filter((status) => status !== organisation.status);
  const [status, setStatus] = useState<Organisation['status']>(others[0] ?? 'active');
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const short = reason.trim().length < SHORTEST_REASON;
  const change = useMutation(
    trpc.operator.setStatus.mutationOptions({ onSuccess: () => done(t('operator.changed'), onClose) }),
  );
  const submit = () => {
    setTried(true);
    if (!short) change.mutate({ organisationId: organisation.id, status, reason: reason.trim() });
  };
  return (
    <ConfirmDialog
      title={t('operator.changeTitle', { name: organisation.name })}
      confirm={t('operator.change')}
      danger={status !== 'active'}
      pending={change.isPending}
      onConfirm={submit}
      onClose={onClose}
    >
      <ChoiceField
        label={t('operator.newStatus')}
        value={status}
        onChange={setStatus}
        options={others.map((value) => ({ value, label: t(`operator.status.${value}`) }))}
        hint={t(`operator.statusText.${status}`)}
      />
      <TextField
        label={t('operator.reason')}
        autoComplete="off"
        hint={t('operator.reasonHint')}
        value={reason}
        onChange={setReason}
        problem={tried && short ? t('operator.reasonShort', { count: SHORTEST_REASON }) : null}
      />
      <FormFailure error={change.error} />
    </ConfirmDialog>
  );
}
