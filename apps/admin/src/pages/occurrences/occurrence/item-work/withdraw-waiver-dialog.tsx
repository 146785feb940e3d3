import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { MoveDialog } from '../../../../components/item-work/move-dialog.tsx';
import { lookAgainOnConflict, useMoved } from '../../../../components/item-work/use-moved.tsx';
import { useSeen } from '../../../../components/item-work/use-seen.ts';
import type { Work } from '../../../../components/item-work/work.ts';
import { useOrganisationId } from '../../../../session.tsx';
import { trpc } from '../../../../trpc.ts';

export function WithdrawWaiverDialog({ work, onClose }: { work: Work; onClose: () => void }) {
  const { t } = useTranslation();
  const organisationId = useOrganisationId();
  const moved = useMoved();
  const seen = useSeen(work, 'withdraw-waiver');
  const withdraw = useMutation(
    trpc.occurrences.withdrawWaiver.mutationOptions({
      onSuccess: async () => {
        await moved(t('work.waiverWithdrawn'));
        onClose();
      },
      onError: lookAgainOnConflict,
    }),
  );
  return (
    <MoveDialog
      title={t('work.withdrawWaiver')}
      confirm={t('work.withdrawWaiver')}
      seen={seen}
      call={withdraw}
      onConfirm={() => withdraw.mutate({ organisationId, occurrenceId: work.occurrenceId, version: seen.version })}
      onClose={onClose}
    >
      <p>{t('work.withdrawWaiverText')}</p>
    </MoveDialog>
  );
}
