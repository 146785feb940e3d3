import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EndsOnField, useUsualEnd } from '../../../components/engagements/ends-on-field.tsx';
import type { Engagement } from '../../../components/engagements/engagement.ts';
import { FormFailure } from '../../../components/failure.tsx';
import { SendDialog } from '../../../components/invitations/send-dialog.tsx';
import { useDone } from '../../../components/use-done.ts';
import { useLanguage } from '../../../i18n/language.ts';
import { useOrganisationId } from '../../../session.tsx';
import { trpc } from '../../../trpc.ts';
import { Notice } from '../../../ui/notice.tsx';

/** Offers a client without an owner to another consultancy; one that has an owner decides for itself. */
export function TransferDialog({ engagement, onClose }: { engagement: Engagement; onClose: () => void }) {
  const { t } = useTranslation();
  const done = useDone();
  const { language } = useLanguage();
  const organisationId = useOrganisationId();
  const { company, you } = engagement;
  const detail = useQuery({
    ...trpc.organisations.get.queryOptions({ organisationId: company.id }),
    enabled: you,
  });
  const [endsOn, setEndsOn] = useState<string | null>(useUsualEnd());
  const offer = useMutation(
    trpc.engagements.transfer.mutationOptions({ onSuccess: () => done(t('access.transferOffered'), onClose) }),
  );
  const owned = detail.data?.hasOwner === true;
  return (
    <SendDialog
      title={t('access.transferTitle', { name: company.name })}
      text={t('access.transferText')}
      pending={offer.isPending}
      error={offer.error}
      incomplete={endsOn === null}
      disabled={owned}
      onSend={(email) => {
        if (endsOn !== null) offer.mutate({ organisationId, engagementId: engagement.id, email, endsOn, language });
      }}
      onClose={onClose}
    >
      {(tried) => (
        <>
          <FormFailure error={detail.error} title={t('failure.title')} />
          {owned && <Notice tone="info" title={t('access.transferOwned')} />}
          <EndsOnField value={endsOn} onChange={setEndsOn} tried={tried} />
        </>
      )}
    </SendDialog>
  );
}
