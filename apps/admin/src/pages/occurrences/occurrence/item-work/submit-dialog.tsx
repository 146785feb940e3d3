import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useUploads } from '../../../../components/files/use-uploads.ts';
import { MomentField } from '../../../../components/item-work/moment-field.tsx';
import { MoveDialog } from '../../../../components/item-work/move-dialog.tsx';
import { PersonField } from '../../../../components/item-work/person-field.tsx';
import { lookAgainOnConflict, useMoved } from '../../../../components/item-work/use-moved.tsx';
import { useSeen } from '../../../../components/item-work/use-seen.ts';
import type { Work } from '../../../../components/item-work/work.ts';
import { useOrganisationId, useSession } from '../../../../session.tsx';
import { trpc } from '../../../../trpc.ts';
import { AreaField } from '../../../../ui/area-field.tsx';
import { DayField } from '../../../../ui/day-field.tsx';
import { RadioField } from '../../../../ui/radio-field.tsx';
import { ReceiptFields, receiptInput } from './receipt-fields.tsx';

interface SubmitDialogProps {
  work: Work;
  /** Its limit is a moment and not a day. */
  byTheHour: boolean;
  onClose: () => void;
}

/** Records a filing: when, by whom, and what the authority gave for it. */
export function SubmitDialog({ work, byTheHour, onClose }: SubmitDialogProps) {
  const { t } = useTranslation();
  const organisationId = useOrganisationId();
  const { today, user } = useSession();
  const moved = useMoved();
  const seen = useSeen(work, 'submit');
  const uploads = useUploads({ single: true });
  const [on, setOn] = useState<string | null>(today);
  const [at, setAt] = useState<string | null>(null);
  const [by, setBy] = useState<string | null>(user.id);
  const [given, setGiven] = useState<'given' | 'none'>('given');
  const [receipt, setReceipt] = useState({ number: '', kind: null as string | null });
  const [noneReason, setNoneReason] = useState('');
  const [note, setNote] = useState('');
  const submit = useMutation(
    trpc.occurrences.submit.mutationOptions({
      onSuccess: async () => {
        await moved(t('work.submitted'));
        onClose();
      },
      onError: lookAgainOnConflict,
    }),
  );
  const proof = given === 'given' ? receiptInput(receipt, uploads) : { noneReason: noneReason.trim() };
  const hasProof = given === 'given' ? Object.keys(proof).length > 0 : noneReason.trim() !== '';
  const day = at?.slice(0, 10) ?? on;
  const send = () => {
    if (day === null || by === null) return;
    submit.mutate({
      organisationId,
      occurrenceId: work.occurrenceId,
      version: seen.version,
      submittedOn: day,
      ...(at === null ? {} : { submittedAt: at }),
      submittedBy: by,
      receipt: proof,
      ...(note.trim() === '' ? {} : { note: note.trim() }),
    });
  };
  return (
    <MoveDialog
      title={t('work.submitTitle')}
      confirm={t('work.submit')}
      disabled={day === null || by === null || !hasProof || uploads.isSending}
      seen={seen}
      call={submit}
      onConfirm={send}
      onClose={onClose}
    >
      <p className="zq-muted">{t('work.submitText')}</p>
      {byTheHour ? (
        <MomentField label={t('work.submittedAt')} value={at} onChange={setAt} max={today} />
      ) : (
        <DayField label={t('work.submittedOn')} value={on} onChange={setOn} max={today} />
      )}
      <PersonField label={t('work.submittedBy')} value={by} onChange={setBy} />
      <RadioField
        label={t('work.receipt')}
        value={given}
        onChange={setGiven}
        options={[
          { value: 'given', label: t('work.receiptGiven') },
          { value: 'none', label: t('work.receiptNone') },
        ]}
      />
      {given === 'given' ? (
        <ReceiptFields value={receipt} onChange={setReceipt} uploads={uploads} needs={work.requiredEvidence} />
      ) : (
        <AreaField label={t('work.receiptNoneReason')} value={noneReason} onChange={setNoneReason} rows={2} />
      )}
      {!hasProof && <p className="zq-small zq-faint">{t('work.receiptMissing')}</p>}
      <AreaField label={t('work.note')} value={note} onChange={setNote} rows={2} />
    </MoveDialog>
  );
}
