import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { App } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormFailure } from '../../../components/failure.tsx';
import { useOrganisationId } from '../../../session.tsx';
import { refreshAll, trpc } from '../../../trpc.ts';
import { ChoiceField } from '../../../ui/choice-field.tsx';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import type { PersonDetail } from './person-detail.ts';

const REASONS = ['asked-by-the-person', 'no-longer-needed', 'recorded-by-mistake'] as const;

/** Deletes a person for good, after the name was typed again. */
export function EraseDialog({ person, onClose }: { person: PersonDetail; onClose: () => void }) {
  const { t } = useTranslation();
  const { notification } = App.useApp();
  const navigate = useNavigate();
  const organisationId = useOrganisationId();
  const [typed, setTyped] = useState('');
  const [reason, setReason] = useState<(typeof REASONS)[number]>('asked-by-the-person');
  const [tried, setTried] = useState(false);
  const matches = typed.trim() === person.name;
  const erase = useMutation(
    trpc.people.erase.mutationOptions({
      onSuccess: async () => {
        // The page is left first: what it shows is there no more.
        await navigate({ to: '/people' });
        await refreshAll();
        notification.success({ title: t('people.erased') });
      },
    }),
  );
  const submit = () => {
    setTried(true);
    if (matches)
      erase.mutate({ organisationId, personId: person.id, version: person.version, name: typed.trim(), reason });
  };
  return (
    <ConfirmDialog
      title={t('people.eraseTitle', { name: person.name })}
      confirm={t('people.erase')}
      danger
      pending={erase.isPending}
      onConfirm={submit}
      onClose={onClose}
    >
      <p>{t('people.eraseText')}</p>
      <ChoiceField
        label={t('people.eraseReason')}
        value={reason}
        onChange={setReason}
        options={REASONS.map((value) => ({ value, label: t(`people.eraseReasons.${value}`) }))}
      />
      <TextField
        label={t('people.typeName', { name: person.name })}
        autoComplete="off"
        value={typed}
        onChange={setTyped}
        problem={tried && !matches ? t('people.nameDiffers') : null}
      />
      <FormFailure error={erase.error} />
    </ConfirmDialog>
  );
}
