import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormFailure } from '../../../components/failure.tsx';
import { useDone } from '../../../components/use-done.ts';
import { useOrganisationId } from '../../../session.tsx';
import { trpc } from '../../../trpc.ts';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import type { Robot } from './robot.ts';

/** Another address and secret for a robot; the old ones are gone then. */
export function AddressDialog({ robot, onClose }: { robot: Robot; onClose: () => void }) {
  const { t } = useTranslation();
  const done = useDone();
  const organisationId = useOrganisationId();
  const [url, setUrl] = useState('');
  const [secret, setSecret] = useState('');
  const change = useMutation(
    trpc.channels.setAddress.mutationOptions({ onSuccess: () => done(t('notice.robotAddressChanged'), onClose) }),
  );
  return (
    <ConfirmDialog
      title={`${t('notice.robotAddress')} · ${robot.name}`}
      confirm={t('notice.robotAddress')}
      disabled={url.trim() === ''}
      pending={change.isPending}
      onConfirm={() =>
        change.mutate({
          organisationId,
          channelId: robot.id,
          version: robot.version,
          url: url.trim(),
          ...(secret.trim() === '' ? {} : { secret: secret.trim() }),
        })
      }
      onClose={onClose}
    >
      <TextField label={t('notice.robotUrl')} value={url} onChange={setUrl} autoComplete="off" />
      <TextField
        label={t('notice.robotSecret')}
        value={secret}
        onChange={setSecret}
        type="password"
        autoComplete="new-password"
      />
      <FormFailure error={change.error} />
    </ConfirmDialog>
  );
}
