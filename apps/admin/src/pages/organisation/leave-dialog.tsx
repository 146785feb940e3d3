import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { FormFailure } from '../../components/failure.tsx';
import { forgetOrganisation, useSession } from '../../session.tsx';
import { trpc } from '../../trpc.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';

/** Ends one's own membership; the last owner is refused and told what to do first. */
export function LeaveDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const { organisation } = useSession();
  const leave = useMutation(
    trpc.members.leave.mutationOptions({
      onSuccess: () => {
        forgetOrganisation();
        window.location.assign('/');
      },
    }),
  );
  return (
    <ConfirmDialog
      title={t('organisation.leaveTitle', { name: organisation.name })}
      confirm={t('organisation.leave')}
      danger
      pending={leave.isPending}
      onConfirm={() => leave.mutate({ organisationId: organisation.id })}
      onClose={onClose}
    >
      <p>{t('organisation.leaveText')}</p>
      <FormFailure error={leave.error} />
    </ConfirmDialog>
  );
}
