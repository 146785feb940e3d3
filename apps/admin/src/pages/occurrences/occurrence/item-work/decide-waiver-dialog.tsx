import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MoveDialog } from '../../../../components/item-work/move-dialog.tsx';
import { lookAgainOnConflict, useMoved } from '../../../../components/item-work/use-moved.tsx';
import { useSeen } from '../../../../components/item-work/use-seen.ts';
import type { Work } from '../../../../components/item-work/work.ts';
import { useOrganisationId } from '../../../../session.tsx';
import { trpc } from '../../../../trpc.ts';
import { AreaField } from '../../../../ui/area-field.tsx';

interface DecideWaiverDialogProps {
  work: Work;
  approve: boolean;
  onClose: () => void;
}

/** The second person of a waiver decides; a refusal says why. */
export function DecideWaiverDialog({ work, approve, onClose }: DecideWaiverDialogProps) {
  const { t } = useTranslation();
  const organisationId = useOrganisationId();
  const moved = useMoved();
  const seen = useSeen(work, approve ? 'approve-waiver' : 'refuse-waiver');
  const [reason, setReason] = useState('');
  const decide = useMutation(
    trpc.occurrences.decideWaiver.mutationOptions({
      onSuccess: async () => {
        await moved(t(approve ? 'work.waiverApproved' : 'work.waiverRefused'));
        onClose();
      },
      onError: lookAgainOnConflict,
    }),
  );
  const title = t(approve ? 'work.approveWaiver' : 'work.refuseWaiver');
  return (
    <MoveDialog
      title={title}
      confirm={title}
      danger={!approve}
      disabled={!approve && reason.trim() === ''}
      seen={seen}
      call={decide}
      onConfirm={() =>
        decide.mutate({
          organisationId,
          occurrenceId: work.occurrenceId,
          version: seen.version,
          approve,
          ...(reason.trim() === '' ? {} : { reason: reason.trim() }),
        })
      }
      onClose={onClose}
    >
      {approve && <p className="zq-muted">{t('work.approveWaiverText')}</p>}
      <AreaField
        label={approve ? t('work.note') : t('work.reason')}
        value={reason}
        onChange={setReason}
        hint={t('work.noteHint')}
      />
    </MoveDialog>
  );
}
