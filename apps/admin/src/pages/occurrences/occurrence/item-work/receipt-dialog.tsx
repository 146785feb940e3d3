import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useUploads } from '../../../../components/files/use-uploads.ts';
import { MoveDialog } from '../../../../components/item-work/move-dialog.tsx';
import { lookAgainOnConflict, useMoved } from '../../../../components/item-work/use-moved.tsx';
import { useSeen } from '../../../../components/item-work/use-seen.ts';
import type { Work } from '../../../../components/item-work/work.ts';
import { useOrganisationId, useSession } from '../../../../session.tsx';
import { trpc } from '../../../../trpc.ts';
import { DayField } from '../../../../ui/day-field.tsx';
import { ReceiptFields, receiptInput } from './receipt-fields.tsx';

/** A receipt that came after the filing. */
export function ReceiptDialog({ work, onClose }: { work: Work; onClose: () => void }) {
  const { t } = useTranslation();
  const organisationId = useOrganisationId();
  const { today } = useSession();
  const moved = useMoved();
  const seen = useSeen(work, 'record-receipt');
  const uploads = useUploads({ single: true });
  const [receipt, setReceipt] = useState({ number: '', kind: null as string | null });
  const [receivedOn, setReceivedOn] = useState<string | null>(today);
  const record = useMutation(
    trpc.occurrences.recordReceipt.mutationOptions({
      onSuccess: async () => {
        await moved(t('work.receiptRecorded'));
        onClose();
      },
      onError: lookAgainOnConflict,
    }),
  );
  const proof = receiptInput(receipt, uploads);
  return (
    <MoveDialog
      title={t('work.receiptTitle')}
      confirm={t('work.recordReceipt')}
      disabled={receivedOn === null || Object.keys(proof).length === 0 || uploads.isSending}
      seen={seen}
      call={record}
      onConfirm={() => {
        if (receivedOn === null) return;
        record.mutate({
          organisationId,
          occurrenceId: work.occurrenceId,
          version: seen.version,
          receivedOn,
          ...proof,
        });
      }}
      onClose={onClose}
    >
      <DayField label={t('work.receivedOn')} value={receivedOn} onChange={setReceivedOn} max={today} />
      <ReceiptFields value={receipt} onChange={setReceipt} uploads={uploads} needs={work.requiredEvidence} />
    </MoveDialog>
  );
}
