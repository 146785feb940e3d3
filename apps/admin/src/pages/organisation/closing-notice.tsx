import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { FormFailure } from '../../components/failure.tsx';
import { useSession } from '../../session.tsx';
import { trpc } from '../../trpc.ts';
import { InstantText } from '../../ui/date-text.tsx';
import { DetailsList } from '../../ui/details-list.tsx';
import { Notice } from '../../ui/notice.tsx';
import type { OrganisationDetail } from './detail.ts';
import { useChanged } from './use-changed.ts';

/** That the organisation is closing, since when, what will be deleted, and the way back for who may take it. */
export function ClosingNotice({ closing }: { closing: NonNullable<OrganisationDetail['closing']> }) {
  const { t } = useTranslation();
  const changed = useChanged();
  const { organisation } = useSession();
  const { since, by, eraseAfter, canReopen } = closing;
  const reopen = useMutation(
    trpc.organisations.reopen.mutationOptions({ onSuccess: () => changed(t('organisation.reopened')) }),
  );
  return (
    <Notice
      tone={eraseAfter === null ? 'warning' : 'danger'}
      title={t(eraseAfter === null ? 'organisation.closingTitle' : 'organisation.erasePendingTitle')}
      actions={
        canReopen && (
          <Button
            type="primary"
            loading={reopen.isPending}
            onClick={() => reopen.mutate({ organisationId: organisation.id })}
          >
            {t('organisation.reopen')}
          </Button>
        )
      }
    >
      <DetailsList
        items={[
          ...(since === null ? [] : [{ label: t('organisation.closingSince'), value: <InstantText at={since} /> }]),
          {
            label: t('organisation.eraseAfter'),
            value: eraseAfter === null ? t('organisation.eraseNever') : <InstantText at={eraseAfter} />,
          },
        ]}
      />
      <p>{t(`organisation.closingBy.${by}`)}</p>
      {canReopen && <p className="zq-small">{t('organisation.reopenText')}</p>}
      <FormFailure error={reopen.error} />
    </Notice>
  );
}
