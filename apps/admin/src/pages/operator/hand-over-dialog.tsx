import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SendDialog } from '../../components/invitations/send-dialog.tsx';
import { useDone } from '../../components/use-done.ts';
import { useLanguage } from '../../i18n/language.ts';
import { trpc } from '../../trpc.ts';
import { TextField } from '../../ui/text-field.tsx';
import type { Organisation } from './organisation.ts';

const SHORTEST_REASON = 10;

/** Invites an owner into a company that has nobody any more. */
export function HandOverDialog({ organisation, onClose }: { organisation: Organisation; onClose: () => void }) {
  const { t } = useTranslation();
  const done = useDone();
  const { language } = useLanguage();
  const [reason, setReason] = useState('');
  const short = reason.trim().length < SHORTEST_REASON;
  const handOver = useMutation(
    trpc.operator.handOver.mutationOptions({ onSuccess: () => done(t('access.handedOver'), onClose) }),
  );
  return (
    <SendDialog
      title={t('access.handOverTitle', { name: organisation.name })}
      text={t('operator.handOverText')}
      pending={handOver.isPending}
      error={handOver.error}
      incomplete={short}
      onSend={(email) => handOver.mutate({ organisationId: organisation.id, email, reason: reason.trim(), language })}
      onClose={onClose}
    >
      {(tried) => (
        <TextField
          label={t('operator.reason')}
          autoComplete="off"
          hint={t('operator.reasonHint')}
          value={reason}
          onChange={setReason}
          problem={tried && short ? t('operator.reasonShort', { count: SHORTEST_REASON }) : null}
        />
      )}
    </SendDialog>
  );
}
