import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormFailure } from '../../../components/failure.tsx';
import { lookAgainOnConflict } from '../../../components/requests/look-again.ts';
import { useDone } from '../../../components/use-done.ts';
import { useOrganisationId } from '../../../session.tsx';
import { trpc } from '../../../trpc.ts';
import { AreaField } from '../../../ui/area-field.tsx';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import type { RequestDetail, RequestThing } from './request-detail.ts';

interface ReasonDialogProps {
  request: RequestDetail;
  thing: RequestThing;
  move: 'sendBack' | 'drop';
  onClose: () => void;
}

/** Sends a thing back, or does without it: either way the other side reads why. */
export function ReasonDialog({ request, thing, move, onClose }: ReasonDialogProps) {
  const { t } = useTranslation();
  const done = useDone();
  const organisationId = useOrganisationId();
  const [reason, setReason] = useState('');
  // The version that was on screen when the decision was begun: newer answers must be seen first.
  const [version] = useState(request.version);
  const onSuccess = () => done(t(`request.${move}Done`), onClose);
  const sendBack = useMutation(trpc.requests.sendBack.mutationOptions({ onSuccess, onError: lookAgainOnConflict }));
  const drop = useMutation(trpc.requests.drop.mutationOptions({ onSuccess, onError: lookAgainOnConflict }));
  const act = move === 'sendBack' ? sendBack : drop;
  return (
    <ConfirmDialog
      title={t(`request.${move}Of`, { label: thing.label })}
      confirm={t(`request.${move}`)}
      disabled={reason.trim() === ''}
      pending={act.isPending}
      onConfirm={() =>
        act.mutate({
          organisationId,
          requestId: request.id,
          version,
          items: [{ itemId: thing.itemId, reason: reason.trim() }],
        })
      }
      onClose={onClose}
    >
      <p>{t(`request.${move}Text`)}</p>
      <AreaField label={t('request.reason')} value={reason} onChange={setReason} />
      <FormFailure error={act.error} />
    </ConfirmDialog>
  );
}
