import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useOrganisationId } from '../../session.tsx';
import { queryClient, trpc } from '../../trpc.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import { FormFailure } from '../failure.tsx';
import { useDone } from '../use-done.ts';
import type { Engagement } from './engagement.ts';

interface EndEngagementDialogProps {
  engagement: Engagement;
  side: 'company' | 'consultancy';
  onClose: () => void;
}

const FOLLOWS = ['people', 'keys', 'data', 'told'] as const;

/** Ends an engagement at once, after saying what happens then, on this side. */
export function EndEngagementDialog({ engagement, side, onClose }: EndEngagementDialogProps) {
  const { t } = useTranslation();
  const done = useDone();
  const organisationId = useOrganisationId();
  const { company, consultancy, you } = engagement;
  // Only who is named may look into the company.
  const detail = useQuery({
    ...trpc.organisations.get.queryOptions({ organisationId: company.id }),
    enabled: side === 'consultancy' && you,
  });
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
      title={t('access.endTitle', { name: side === 'company' ? consultancy.name : company.name })}
      confirm={t('access.end')}
      danger
      pending={end.isPending}
      onConfirm={() => end.mutate({ organisationId, engagementId: engagement.id })}
      onClose={onClose}
    >
      <ul className="zq-bullets">
        {FOLLOWS.map((key) => (
          <li key={key}>{t(`access.endFollows.${side}.${key}`)}</li>
        ))}
      </ul>
      {detail.data?.hasOwner === false && <Notice tone="danger" title={t('access.endOrphan')} />}
      <FormFailure error={end.error} />
    </ConfirmDialog>
  );
}
