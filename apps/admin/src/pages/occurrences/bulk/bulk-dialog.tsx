import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormFailure } from '../../../components/failure.tsx';
import type { OccurrenceRow } from '../../../components/occurrences/occurrence-table.tsx';
import { PersonField } from '../../../components/item-work/person-field.tsx';
import { useOrganisationId, useSession } from '../../../session.tsx';
import { refreshAll, trpc } from '../../../trpc.ts';
import { AreaField } from '../../../ui/area-field.tsx';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { DayField } from '../../../ui/day-field.tsx';
import { BulkResults } from './bulk-results.tsx';

export type BulkMove = 'assign' | 'close';

interface BulkDialogProps {
  move: BulkMove;
  rows: readonly OccurrenceRow[];
  onClose: (didWork: boolean) => void;
}

/** One move on many items; each is judged by itself, and what came of each is said. */
export function BulkDialog({ move, rows, onClose }: BulkDialogProps) {
  const { t } = useTranslation();
  const organisationId = useOrganisationId();
  const { user, today } = useSession();
  const [assigneeId, setAssigneeId] = useState<string | null>(user.id);
  const [doneOn, setDoneOn] = useState<string | null>(today);
  const [note, setNote] = useState('');
  const assign = useMutation(trpc.occurrences.assignMany.mutationOptions({ onSuccess: refreshAll }));
  const close = useMutation(trpc.occurrences.closeMany.mutationOptions({ onSuccess: refreshAll }));
  const call = move === 'assign' ? assign : close;
  const title = t(`work.bulk.${move}`);
  const input = {
    organisationId,
    items: rows.map(({ id, version }) => ({ occurrenceId: id, version })),
    ...(note.trim() === '' ? {} : { note: note.trim() }),
  };
  if (call.data !== undefined) {
    return <BulkResults title={title} rows={rows} results={call.data.results} onClose={() => onClose(true)} />;
  }
  return (
    <ConfirmDialog
      title={`${title} · ${t('work.bulk.count', { count: rows.length })}`}
      confirm={title}
      disabled={move === 'close' && doneOn === null}
      pending={call.isPending}
      onConfirm={() =>
        move === 'assign'
          ? assign.mutate({ ...input, assigneeId })
          : close.mutate({ ...input, ...(doneOn === null ? {} : { doneOn }) })
      }
      onClose={() => onClose(false)}
    >
      {move === 'assign' ? (
        <PersonField label={t('work.assignee')} value={assigneeId} onChange={setAssigneeId} orNobody />
      ) : (
        <>
          <p className="zq-muted">{t('work.bulk.closeText')}</p>
          <DayField label={t('work.doneOn')} value={doneOn} onChange={setDoneOn} max={today} />
        </>
      )}
      <AreaField label={t('work.note')} value={note} onChange={setNote} rows={2} />
      <FormFailure error={call.error} />
    </ConfirmDialog>
  );
}
