import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MoveDialog } from '../../../../components/item-work/move-dialog.tsx';
import { PersonField } from '../../../../components/item-work/person-field.tsx';
import { lookAgainOnConflict } from '../../../../components/item-work/use-moved.tsx';
import { useSeen } from '../../../../components/item-work/use-seen.ts';
import type { Work } from '../../../../components/item-work/work.ts';
import { useOrganisationId, useSession } from '../../../../session.tsx';
import { trpc } from '../../../../trpc.ts';
import { AreaField } from '../../../../ui/area-field.tsx';
import { useQuickMoves } from './use-quick-moves.ts';

/** Who is in charge, with a word to them. */
export function AssignDialog({ work, onClose }: { work: Work; onClose: () => void }) {
  const { t } = useTranslation();
  const organisationId = useOrganisationId();
  const { user } = useSession();
  const { afterAssign } = useQuickMoves(work);
  const seen = useSeen(work, 'assign');
  const [assigneeId, setAssigneeId] = useState(work.assignee?.id ?? user.id);
  const [chosenNobody, setChosenNobody] = useState(false);
  const [note, setNote] = useState('');
  const chosen = chosenNobody ? null : assigneeId;
  const assign = useMutation(
    trpc.occurrences.assign.mutationOptions({
      onSuccess: async ({ version }) => {
        onClose();
        await afterAssign(version);
      },
      onError: lookAgainOnConflict,
    }),
  );
  return (
    <MoveDialog
      title={t('work.assignTitle')}
      confirm={t('work.assign')}
      disabled={chosen === (work.assignee?.id ?? null)}
      seen={seen}
      call={assign}
      onConfirm={() =>
        assign.mutate({
          organisationId,
          occurrenceId: work.occurrenceId,
          version: seen.version,
          assigneeId: chosen,
          ...(note.trim() === '' ? {} : { note: note.trim() }),
        })
      }
      onClose={onClose}
    >
      <PersonField
        label={t('work.assignee')}
        value={chosen}
        orNobody
        onChange={(id) => {
          setChosenNobody(id === null);
          if (id !== null) setAssigneeId(id);
        }}
      />
      <AreaField label={t('work.note')} value={note} onChange={setNote} hint={t('work.noteHint')} rows={2} />
    </MoveDialog>
  );
}
