import { PlusOutlined, ThunderboltOutlined } from '@ant-design/icons';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormFailure } from '../../components/failure.tsx';
import { useOrganisationId, useSession } from '../../session.tsx';
import { client, inPages, trpc } from '../../trpc.ts';
import { Card } from '../../ui/card.tsx';
import { ButtonLink } from '../../ui/button-link.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Page } from '../../ui/page.tsx';
import { PageSkeleton } from '../../ui/page-skeleton.tsx';
import { EventTable } from './event-table.tsx';

/** What has been recorded, newest first. Withdrawn events stay on record and can be shown. */
export function EventsPage() {
  const { t } = useTranslation();
  const organisationId = useOrganisationId();
  const { canWrite } = useSession();
  const [includeWithdrawn, setIncludeWithdrawn] = useState(false);
  const input = { organisationId, includeWithdrawn };
  const list = useInfiniteQuery(
    inPages(trpc.events.list.queryKey(input), (cursor) => client.events.list.query({ ...input, cursor })),
  );
  const rows = list.data?.pages.flatMap(({ items }) => items) ?? [];
  const recordLink = canWrite && (
    <ButtonLink to="/events/new" primary icon={<PlusOutlined aria-hidden />}>
      {t('event.record')}
    </ButtonLink>
  );
  return (
    <Page title={t('event.title')} lead={t('event.lead')} actions={rows.length > 0 && recordLink}>
      <Checkbox checked={includeWithdrawn} onChange={({ target }) => setIncludeWithdrawn(target.checked)}>
        {t('event.showWithdrawn')}
      </Checkbox>
      <FormFailure error={list.error} title={t('failure.title')} />
      {list.isPending ? (
        <PageSkeleton />
      ) : (
        <Card flush label={t('event.title')}>
          {rows.length === 0 ? (
            <EmptyState
              icon={<ThunderboltOutlined />}
              title={t('event.emptyTitle')}
              text={t('event.emptyText')}
              action={recordLink}
            />
          ) : (
            <EventTable
              rows={rows}
              foot={
                <>
                  <span role="status">
                    {t(list.hasNextPage ? 'table.shown' : 'table.count', { count: rows.length })}
                  </span>
                  {list.hasNextPage && (
                    <Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
                      {t('action.more')}
                    </Button>
                  )}
                </>
              }
            />
          )}
        </Card>
      )}
    </Page>
  );
}
