import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormFailure } from '../../components/failure.tsx';
import { useSession } from '../../session.tsx';
import { trpc } from '../../trpc.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { NameConfirmation } from '../../components/organisations/name-confirmation.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useChanged } from './use-changed.ts';

const SHORTEST_REASON = 3;
const MEANING = ['now', 'within', 'after', 'law'] as const;

/** Says what deletion means before it is asked for. */
export function ErasureDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const changed = useChanged();
  const { organisation } = useSession();
  const { name } = organisation;
  const [typed, setTyped] = useState('');
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const short = reason.trim().length < SHORTEST_REASON;
  const request = useMutation(
    trpc.dataExport.requestErasure.mutationOptions({
      onSuccess: () => changed(t('organisation.eraseRequested'), onClose),
    }),
  );
  const submit = () => {
    setTried(true);
    if (short || typed.trim() !== name) return;
    request.mutate({ organisationId: organisation.id, name, reason: reason.trim() });
  };
  return (
    <ConfirmDialog
      title={t('organisation.eraseConfirmTitle', { name })}
      confirm={t('organisation.erase')}
      danger
      pending={request.isPending}
      onConfirm={submit}
      onClose={onClose}
    >
      <ul className="zq-bullets">
        {MEANING.map((key) => (
          <li key={key}>{t(`organisation.eraseMeaning.${key}`)}</li>
        ))}
      </ul>
      <NameConfirmation name={name} value={typed} onChange={setTyped} tried={tried} />
      <TextField
        label={t('organisation.reason')}
        autoComplete="off"
        hint={t('organisation.reasonHint')}
        value={reason}
        onChange={setReason}
        onEnter={submit}
        problem={tried && short ? t('organisation.reasonShort') : null}
      />
      <FormFailure error={request.error} />
    </ConfirmDialog>
  );
}
