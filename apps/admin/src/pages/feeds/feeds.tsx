import { CalendarOutlined, PlusOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormFailure } from '../../components/failure.tsx';
import { trpc } from '../../trpc.ts';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { PageSkeleton } from '../../ui/page-skeleton.tsx';
import { CreateFeedDialog } from './create-feed-dialog.tsx';
import { FeedTable } from './feed-table.tsx';

/** Addresses by which a calendar program reads items: made, seen in use, and ended. */
export function FeedsPage() {
  const { t } = useTranslation();
  const list = useQuery(trpc.calendarFeeds.list.queryOptions());
  const [creating, setCreating] = useState(false);
  const rows = list.data?.items ?? [];
  const button = (
    <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setCreating(true)}>
      {t('feed.create')}
    </Button>
  );
  return (
    <Page title={t('feed.title')} lead={t('feed.lead')} actions={rows.length > 0 && button}>
      <Notice tone="info" title={t('feed.delay')}>
        <p>{t('feed.delayText')}</p>
      </Notice>
      <FormFailure error={list.error} title={t('failure.title')} />
      {list.isPending && <PageSkeleton />}
      {list.data !== undefined && (
        <Card flush label={t('feed.title')}>
          {rows.length === 0 ? (
            <EmptyState
              icon={<CalendarOutlined />}
              title={t('feed.emptyTitle')}
              text={t('feed.emptyText')}
              action={button}
            />
          ) : (
            <FeedTable rows={rows} />
          )}
        </Card>
      )}
      {creating && <CreateFeedDialog onClose={() => setCreating(false)} />}
    </Page>
  );
}
