import { ArrowRightOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Engagement } from '../../../components/engagements/engagement.ts';
import { EngagementTable } from '../../../components/engagements/engagement-table.tsx';
import { Offers } from '../../../components/engagements/offers.tsx';
import { FormFailure } from '../../../components/failure.tsx';
import { NotFound } from '../../../components/failure-page.tsx';
import { enterOrganisation, useSession } from '../../../session.tsx';
import { trpc } from '../../../trpc.ts';
import { Card } from '../../../ui/card.tsx';
import { Page } from '../../../ui/page.tsx';
import { PageSkeleton } from '../../../ui/page-skeleton.tsx';
import { Tag } from '../../../ui/tag.tsx';
import { HandOverDialog } from './hand-over-dialog.tsx';
import { PeopleDialog } from './people-dialog.tsx';
import { TransferDialog } from './transfer-dialog.tsx';

const route = getRouteApi('/app/clients/$companyId');

/** One client, as the consultancy administers it: who works there, and whose the company is. */
export function ClientPage() {
  const { t } = useTranslation();
  const { companyId } = route.useParams();
  const { organisation, canAdminister } = useSession();
  const list = useQuery(trpc.engagements.list.queryOptions({ organisationId: organisation.id }));
  const rows = (list.data?.items ?? []).filter(({ company }) => company.id === companyId);
  const entered = rows.some(({ you, active }) => you && active);
  const detail = useQuery({
    ...trpc.organisations.get.queryOptions({ organisationId: companyId }),
    enabled: entered,
  });
  const [acting, setActing] = useState<{ act: 'people' | 'transfer'; on: Engagement } | null>(null);
  const [handing, setHanding] = useState(false);
  const close = () => setActing(null);
  if (list.isPending) return <PageSkeleton />;
  const company = rows[0]?.company;
  if (company === undefined) return list.isError ? <FormFailure error={list.error} /> : <NotFound />;
  const ownerless = detail.data?.hasOwner === false;
  return (
    <Page
      title={company.name}
      tags={ownerless && <Tag tone="warning">{t('access.noOwner')}</Tag>}
      crumbs={[{ label: t('nav.clients'), link: { to: '/clients' } }]}
      actions={
        entered && (
          <>
            {canAdminister && ownerless && <Button onClick={() => setHanding(true)}>{t('access.handOver')}</Button>}
            <Button
              type="primary"
              icon={<ArrowRightOutlined aria-hidden />}
              onClick={() => enterOrganisation(company.id)}
            >
              {t('access.open')}
            </Button>
          </>
        )
      }
    >
      <FormFailure error={detail.error} title={t('failure.title')} />
      {!entered && <p className="zq-muted">{t('access.notNamed')}</p>}
      <Card flush title={t('access.engagementsOfClient')} note={t('access.engagementsOfClientNote')}>
        <EngagementTable
          rows={rows}
          side="consultancy"
          acts={(engagement) => (
            <>
              <Button size="small" onClick={() => setActing({ act: 'people', on: engagement })}>
                {t('access.peopleChange')}
              </Button>
              {ownerless && (
                <Button size="small" onClick={() => setActing({ act: 'transfer', on: engagement })}>
                  {t('access.transfer')}
                </Button>
              )}
            </>
          )}
        />
      </Card>
      {canAdminister && (
        <Offers title={t('access.offersTitle')} only={({ organisationName }) => organisationName === company.name} />
      )}
      {acting?.act === 'people' && <PeopleDialog engagement={acting.on} onClose={close} />}
      {acting?.act === 'transfer' && <TransferDialog engagement={acting.on} onClose={close} />}
      {handing && <HandOverDialog company={company} onClose={() => setHanding(false)} />}
    </Page>
  );
}
