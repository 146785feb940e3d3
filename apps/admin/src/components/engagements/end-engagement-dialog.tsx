import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useOrganisationId } from '../../session.tsx';
import { queryClient, trpc } from '../../trpc.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { FormFailure } from '../failure.tsx';
import { useDone } from '../use-done.ts';
import type { Engagement } from './engagement.ts';

interface EndEngagementDialogProps {
  engagement: Engagement;
  /** The other side. */
  name: string;
  onClose: () => void;
}

export function EndEngagementDialog({ engagement, name, onClose }: EndEngagementDialogProps) {
  const { t } = useTranslation();
  const done = useDone();
  const organisationId = useOrganisationId();
  const end = useMutation(
    trpc.engagements.end.mutationOptions({
      onSuccess: async () => {
        await queryClient.invalidateQueries(trpc.session.pathFilter());
        await done(t('access.ended'), onClose);
      },
    }),
  );
  return (
    <ConfirmDialog
      title={t('access.endTitle', { name })}
      confirm={t('access.end')}
      danger
      pending={end.isPending}
      onConfirm={() => end.mutate({ organisationId, engagementId: engagement.id })}
      onClose={onClose}
    >
      <p>{t('access.endText')}</p>
      <FormFailure error={end.error} />
    </ConfirmDialog>
  );
}
