import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useOrganisationId } from '../../session.tsx';
import { trpc } from '../../trpc.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { FormFailure } from '../failure.tsx';
import { useDone } from '../use-done.ts';

interface RevokeInvitationDialogProps {
  invitation: { id: string; email: string };
  onClose: () => void;
}

export function RevokeInvitationDialog({ invitation, onClose }: RevokeInvitationDialogProps) {
  const { t } = useTranslation();
  const done = useDone();
  const organisationId = useOrganisationId();
  const revoke = useMutation(
    trpc.invitations.revoke.mutationOptions({ onSuccess: () => done(t('access.revoked'), onClose) }),
  );
  return (
    <ConfirmDialog
      title={t('access.revokeTitle', { email: invitation.email })}
      confirm={t('access.revoke')}
      danger
      pending={revoke.isPending}
      onConfirm={() => revoke.mutate({ organisationId, invitationId: invitation.id })}
      onClose={onClose}
    >
      <p>{t('access.revokeText')}</p>
      <FormFailure error={revoke.error} />
    </ConfirmDialog>
  );
}
