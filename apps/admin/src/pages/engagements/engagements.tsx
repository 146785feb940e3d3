import { PlusOutlined, TeamOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Engagement } from '../../components/engagements/engagement.ts';
import { EngagementTable } from '../../components/engagements/engagement-table.tsx';
import { Offers } from '../../components/engagements/offers.tsx';
import { FormFailure } from '../../components/failure.tsx';
import { useSession } from '../../session.tsx';
import { trpc } from '../../trpc.ts';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Page } from '../../ui/page.tsx';
import { PageSkeleton } from '../../ui/page-skeleton.tsx';
import { ChangeDialog } from './change-dialog.tsx';
import { EngageDialog } from './engage-dialog.tsx';

/** The company's side: which consultancies reach its data, how far and how long, and the end of that at once. */
export function EngagementsPage() {
  const { t } = useTranslation();
  const { organisation, canAdminister } = useSession();
  const organisationId = organisation.id;
  const list = useQuery(trpc.engagements.list.queryOptions({ organisationId }));
  const [engaging, setEngaging] = useState(false);
  const [changing, setChanging] = useState<Engagement | null>(null);
  const rows = list.data?.items ?? [];
  const isActive = organisation.status === 'active';
  const button = canAdminister && isActive && (
    <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setEngaging(true)}>
      {t('access.engage')}
    </Button>
  );
  return (
    <Page title={t('access.engagementsTitle')} lead={t('access.engagementsLead')} actions={rows.length > 0 && button}>
      <FormFailure error={list.error} title={t('failure.title')} />
      {list.isPending ? (
        <PageSkeleton />
      ) : (
        <Card flush label={t('access.engagementsTitle')}>
          {rows.length === 0 ? (
            <EmptyState
              icon={<TeamOutlined />}
              title={t('access.engagementsEmptyTitle')}
              text={t('access.engagementsEmptyText')}
              action={button}
            />
          ) : (
            <EngagementTable
              rows={rows}
              side="company"
              acts={(engagement) =>
                isActive && (
                  <Button size="small" onClick={() => setChanging(engagement)}>
                    {t('access.change')}
                  </Button>
                )
              }
            />
          )}
        </Card>
      )}
      {canAdminister && <Offers title={t('access.offersTitle')} only={({ purpose }) => purpose !== 'membership'} />}
      {engaging && <EngageDialog onClose={() => setEngaging(false)} />}
      {changing !== null && <ChangeDialog engagement={changing} onClose={() => setChanging(null)} />}
    </Page>
  );
}
