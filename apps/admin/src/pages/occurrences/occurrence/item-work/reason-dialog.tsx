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

/** Moves that need nothing but a reason, and how they are named. */
const MOVES = {
  reopen: { call: 'reopen', title: 'reopenTitle', text: 'reopenText', confirm: 'reopen', done: 'reopened' },
  'request-waiver': {
    call: 'requestWaiver',
    title: 'requestWaiverTitle',
    text: 'requestWaiverText',
    confirm: 'requestWaiver',
    done: 'waiverRequested',
  },
  'state-missed': {
    call: 'stateMissed',
    title: 'stateMissed',
    text: 'stateMissedText',
    confirm: 'stateMissed',
    done: 'statedMissed',
  },
} as const;
export type ReasonMove = keyof typeof MOVES;

/** A move with a reason, which goes into the record. */
export function ReasonDialog({ work, move, onClose }: { work: Work; move: ReasonMove; onClose: () => void }) {
  const { t } = useTranslation();
  const organisationId = useOrganisationId();
  const moved = useMoved();
  const seen = useSeen(work, move);
  const [reason, setReason] = useState('');
  const { call, title, text, confirm, done } = MOVES[move];
  const options = {
    onSuccess: async () => {
      await moved(t(`work.${done}`));
      onClose();
    },
    onError: lookAgainOnConflict,
  };
  const calls = {
    reopen: useMutation(trpc.occurrences.reopen.mutationOptions(options)),
    requestWaiver: useMutation(trpc.occurrences.requestWaiver.mutationOptions(options)),
    stateMissed: useMutation(trpc.occurrences.stateMissed.mutationOptions(options)),
  };
  return (
    <MoveDialog
      title={t(`work.${title}`)}
      confirm={t(`work.${confirm}`)}
      danger={move === 'state-missed'}
      disabled={reason.trim() === ''}
      seen={seen}
      call={calls[call]}
      onConfirm={() =>
        calls[call].mutate({
          organisationId,
          occurrenceId: work.occurrenceId,
          version: seen.version,
          reason: reason.trim(),
        })
      }
      onClose={onClose}
    >
      <p className="zq-muted">{t(`work.${text}`)}</p>
      <AreaField label={t('work.reason')} value={reason} onChange={setReason} />
    </MoveDialog>
  );
}
