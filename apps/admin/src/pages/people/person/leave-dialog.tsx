import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormFailure } from '../../../components/failure.tsx';
import { Labelled } from '../../../components/roster/labelled.tsx';
import { useScheduled } from '../../../components/use-scheduled.ts';
import { useOrganisationId, useSession } from '../../../session.tsx';
import { trpc } from '../../../trpc.ts';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { DateField } from '../../../ui/date-field.tsx';
import type { PersonDetail } from './person-detail.ts';

/** Somebody leaves: contract and posts end on the last day, and what opens is on the schedule at once. */
export function LeaveDialog({ person, onClose }: { person: PersonDetail; onClose: () => void }) {
  const { t } = useTranslation();
  const { today } = useSession();
  const organisationId = useOrganisationId();
  const scheduled = useScheduled();
  const [on, setOn] = useState<string | null>(today);
  const end = useMutation(
    trpc.people.end.mutationOptions({ onSuccess: ({ schedule }) => scheduled(t('people.ended'), schedule, onClose) }),
  );
  return (
    <ConfirmDialog
      title={t('people.endTitle', { name: person.name })}
      confirm={t('people.end')}
      disabled={on === null}
      pending={end.isPending}
      onConfirm={() => {
        if (on !== null) end.mutate({ organisationId, personId: person.id, version: person.version, on });
      }}
      onClose={onClose}
    >
      <p>{t('people.endText')}</p>
      <Labelled label={t('people.lastDay')}>{(id) => <DateField id={id} value={on} onChange={setOn} />}</Labelled>
      <FormFailure error={end.error} />
    </ConfirmDialog>
  );
}
