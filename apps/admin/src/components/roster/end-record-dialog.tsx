import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOrganisationId, useSession } from '../../session.tsx';
import { trpc } from '../../trpc.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { FormFailure } from '../failure.tsx';
import { useScheduled } from '../use-scheduled.ts';
import { Labelled } from './labelled.tsx';
import type { RosterRecord } from './roster-fields.ts';

interface DialogProps {
  record: RosterRecord;
  onClose: () => void;
}

/** The last day on which a record counts. */
export function EndRecordDialog({ record, onClose }: DialogProps) {
  const { t } = useTranslation();
  const { today } = useSession();
  const organisationId = useOrganisationId();
  const scheduled = useScheduled();
  const [on, setOn] = useState<string | null>(today);
  const end = useMutation(
    trpc.roster.end.mutationOptions({ onSuccess: ({ schedule }) => scheduled(t('roster.ended'), schedule, onClose) }),
  );
  return (
    <ConfirmDialog
      title={t('roster.endTitle')}
      confirm={t('roster.end')}
      disabled={on === null}
      pending={end.isPending}
      onConfirm={() => {
        if (on !== null) end.mutate({ organisationId, recordId: record.id, version: record.version, on });
      }}
      onClose={onClose}
    >
      <p>{t('roster.endText')}</p>
      <Labelled label={t('roster.endOn')}>{(id) => <DateField id={id} value={on} onChange={setOn} />}</Labelled>
      <FormFailure error={end.error} />
    </ConfirmDialog>
  );
}

/** Takes back what was recorded by mistake, with the reason. */
export function WithdrawRecordDialog({ record, onClose }: DialogProps) {
  const { t } = useTranslation();
  const organisationId = useOrganisationId();
  const scheduled = useScheduled();
  const [reason, setReason] = useState('');
  const withdraw = useMutation(
    trpc.roster.withdraw.mutationOptions({
      onSuccess: ({ schedule }) => scheduled(t('roster.withdrawn'), schedule, onClose),
    }),
  );
  return (
    <ConfirmDialog
      title={t('roster.withdrawTitle')}
      confirm={t('roster.withdraw')}
      danger
      disabled={reason.trim() === ''}
      pending={withdraw.isPending}
      onConfirm={() =>
        withdraw.mutate({ organisationId, recordId: record.id, version: record.version, reason: reason.trim() })
      }
      onClose={onClose}
    >
      <p>{t('roster.withdrawText')}</p>
      <TextField label={t('roster.withdrawReason')} autoComplete="off" value={reason} onChange={setReason} />
      <FormFailure error={withdraw.error} />
    </ConfirmDialog>
  );
}
