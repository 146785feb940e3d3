import { useMutation, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormFailure } from '../../components/failure.tsx';
import { useOrganisationId } from '../../session.tsx';
import { trpc } from '../../trpc.ts';
import { Card } from '../../ui/card.tsx';
import { InstantText } from '../../ui/date-text.tsx';
import { DetailsList } from '../../ui/details-list.tsx';
import { ErasureDialog } from './erasure-dialog.tsx';
import { useChanged } from './use-changed.ts';

/** The request to delete everything: to make, to see, and within its period to take back. */
export function ErasureCard() {
  const { t } = useTranslation();
  const changed = useChanged();
  const organisationId = useOrganisationId();
  const state = useQuery(trpc.dataExport.erasure.queryOptions({ organisationId }));
  const [asking, setAsking] = useState(false);
  const cancel = useMutation(
    trpc.dataExport.cancelErasure.mutationOptions({ onSuccess: () => changed(t('organisation.eraseCancelled')) }),
  );
  const requested = state.data?.requested;
  return (
    <Card title={t('organisation.eraseTitle')} note={t('organisation.eraseText')}>
      <div className="zq-stack-tight">
        <FormFailure error={state.error} title={t('failure.title')} />
        {requested === null && (
          <div>
            <Button danger onClick={() => setAsking(true)}>
              {t('organisation.erase')}
            </Button>
          </div>
        )}
        {requested !== null && requested !== undefined && (
          <>
            <DetailsList
              items={[
                { label: t('organisation.requestedAt'), value: <InstantText at={requested.at} /> },
                { label: t('organisation.eraseAfter'), value: <InstantText at={requested.eraseAfter} /> },
              ]}
            />
            <p className="zq-small zq-faint">{t('organisation.eraseCancelText')}</p>
            <div>
              <Button loading={cancel.isPending} onClick={() => cancel.mutate({ organisationId })}>
                {t('organisation.eraseCancel')}
              </Button>
            </div>
          </>
        )}
        <FormFailure error={cancel.error} />
      </div>
      {asking && <ErasureDialog onClose={() => setAsking(false)} />}
    </Card>
  );
}
