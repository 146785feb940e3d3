import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormFailure } from '../../components/failure.tsx';
import { useDone } from '../../components/use-done.ts';
import { queryClient, trpc } from '../../trpc.ts';
import { ChoiceField } from '../../ui/choice-field.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { Organisation } from './organisation.ts';

const SHORTEST_REASON = 10;
const MINUTES = [15, 30, 60, 120, 240];

/** Opens a short, read-only way into one organisation, which sees it at once. */
export function OpenBreakGlassDialog({ organisation, onClose }: { organisation: Organisation; onClose: () => void }) {
  const { t } = useTranslation();
  const done = useDone();
  const [reason, setReason] = useState('');
  const [minutes, setMinutes] = useState(30);
  const [tried, setTried] = useState(false);
  const short = reason.trim().length < SHORTEST_REASON;
  const open = useMutation(
    trpc.operator.openBreakGlass.mutationOptions({
      onSuccess: async () => {
        await queryClient.invalidateQueries(trpc.session.pathFilter());
        await done(t('operator.opened'), onClose);
      },
    }),
  );
  const submit = () => {
    setTried(true);
    if (!short) open.mutate({ organisationId: organisation.id, reason: reason.trim(), minutes });
  };
  return (
    <ConfirmDialog
      title={t('operator.openTitle', { name: organisation.name })}
      confirm={t('operator.open')}
      danger
      pending={open.isPending}
      onConfirm={submit}
      onClose={onClose}
    >
      <p>{t('operator.breakGlassText')}</p>
      <TextField
        label={t('operator.reason')}
        autoComplete="off"
        hint={t('operator.reasonHint')}
        value={reason}
        onChange={setReason}
        problem={tried && short ? t('operator.reasonShort', { count: SHORTEST_REASON }) : null}
      />
      <ChoiceField
        label={t('operator.minutes')}
        value={minutes}
        onChange={setMinutes}
        options={MINUTES.map((value) => ({ value, label: t('operator.minutesCount', { count: value }) }))}
      />
      <FormFailure error={open.error} />
    </ConfirmDialog>
  );
}
