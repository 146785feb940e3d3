import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MomentField } from '../../../../components/item-work/moment-field.tsx';
import { MoveDialog } from '../../../../components/item-work/move-dialog.tsx';
import { lookAgainOnConflict, useMoved } from '../../../../components/item-work/use-moved.tsx';
import { useSeen } from '../../../../components/item-work/use-seen.ts';
import type { Work } from '../../../../components/item-work/work.ts';
import { useOrganisationId, useSession } from '../../../../session.tsx';
import { trpc } from '../../../../trpc.ts';
import { AreaField } from '../../../../ui/area-field.tsx';
import { DayField } from '../../../../ui/day-field.tsx';
import { MissingEvidence } from './missing-evidence.tsx';

interface CloseDialogProps {
  work: Work;
  byTheHour: boolean;
  onClose: () => void;
}

/** Closes an item: on which day it was done, and what is still missing for it. */
export function CloseDialog({ work, byTheHour, onClose }: CloseDialogProps) {
  const { t } = useTranslation();
  const organisationId = useOrganisationId();
  const { today } = useSession();
  const moved = useMoved();
  const seen = useSeen(work, 'close');
  const [on, setOn] = useState<string | null>(today);
  const [at, setAt] = useState<string | null>(null);
  const [note, setNote] = useState('');
  const close = useMutation(
    trpc.occurrences.close.mutationOptions({
      onSuccess: async () => {
        await moved(t('work.closed'));
        onClose();
      },
      onError: lookAgainOnConflict,
    }),
  );
  const day = at?.slice(0, 10) ?? on;
  const when = work.submitted !== null || day === null ? {} : { doneOn: day, ...(at === null ? {} : { doneAt: at }) };
  return (
    <MoveDialog
      title={t('work.closeTitle')}
      confirm={t('work.close')}
      disabled={work.submitted === null && day === null}
      seen={seen}
      call={close}
      onConfirm={() =>
        close.mutate({
          organisationId,
          occurrenceId: work.occurrenceId,
          version: seen.version,
          ...when,
          ...(note.trim() === '' ? {} : { note: note.trim() }),
        })
      }
      onClose={onClose}
    >
      <p className="zq-muted">{t('work.closeText')}</p>
      <MissingEvidence needs={work.requiredEvidence} />
      {work.submitted !== null ? (
        <p>{t('work.closeFiled', { date: work.submitted.on })}</p>
      ) : byTheHour ? (
        <MomentField label={t('work.doneAt')} value={at} onChange={setAt} max={today} />
      ) : (
        <DayField label={t('work.doneOn')} value={on} onChange={setOn} max={today} />
      )}
      <AreaField label={t('work.note')} value={note} onChange={setNote} rows={2} />
    </MoveDialog>
  );
}
