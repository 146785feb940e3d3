import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormFailure } from '../../components/failure.tsx';
import { useOrganisationId } from '../../session.tsx';
import { refreshAll, trpc } from '../../trpc.ts';
import { ChoiceField } from '../../ui/choice-field.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import type { ApiKey } from './api-key.ts';
import type { NewSecret } from './new-secret-dialog.tsx';
import { EXPIRY_DAYS } from './expiry-days.ts';

interface RotateDialogProps {
  apiKey: ApiKey;
  onClose: () => void;
  onRotated: (secret: NewSecret) => void;
}

const OVERLAP_HOURS = [0, 1, 24, 72, 168];

/** A new key in place of an old one; for some hours both work. */
export function RotateDialog({ apiKey, onClose, onRotated }: RotateDialogProps) {
  const { t } = useTranslation();
  const organisationId = useOrganisationId();
  const [overlapHours, setOverlapHours] = useState(24);
  const [expiresInDays, setExpiresInDays] = useState(365);
  const rotate = useMutation(
    trpc.apiKeys.rotate.mutationOptions({
      onSuccess: async ({ secret, previousEndsAt }) => {
        onRotated({ secret, previousEndsAt });
        await refreshAll();
      },
    }),
  );
  return (
    <ConfirmDialog
      title={t('apiKey.rotateTitle', { name: apiKey.name })}
      confirm={t('apiKey.rotate')}
      pending={rotate.isPending}
      onConfirm={() => rotate.mutate({ organisationId, keyId: apiKey.id, overlapHours, expiresInDays })}
      onClose={onClose}
    >
      <p>{t('apiKey.rotateText')}</p>
      <ChoiceField
        label={t('apiKey.overlap')}
        value={overlapHours}
        onChange={setOverlapHours}
        options={OVERLAP_HOURS.map((hours) => ({
          value: hours,
          label: hours === 0 ? t('apiKey.overlapNow') : t('apiKey.hours', { count: hours }),
        }))}
      />
      <ChoiceField
        label={t('apiKey.expiry')}
        value={expiresInDays}
        onChange={setExpiresInDays}
        options={EXPIRY_DAYS.map((days) => ({ value: days, label: t('apiKey.days', { count: days }) }))}
      />
      <FormFailure error={rotate.error} />
    </ConfirmDialog>
  );
}
