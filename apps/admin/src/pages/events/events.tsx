import { PlusOutlined, ThunderboltOutlined } from '@ant-design/icons';
import { Checkbox } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PagedList } from '../../components/paged-list/paged-list.tsx';
import { usePagedList } from '../../components/paged-list/use-paged-list.ts';
import { useOrganisationId, useSession } from '../../session.tsx';
import { client, trpc } from '../../trpc.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Page } from '../../ui/page.tsx';
import { EventTable } from './event-table.tsx';

/** What has been recorded, newest first. Withdrawn events stay on record and can be shown. */
export function EventsPage() {
  const { t } = useTranslation();
  const organisationId = useOrganisationId();
  const { canWrite } = useSession();
  const [includeWithdrawn, setIncludeWithdrawn] = useState(false);
  const input = { organisationId, includeWithdrawn };
  const list = usePagedList(trpc.events.list.queryKey(input), (cursor) =>
    client.events.list.query({ ...input, cursor }),
  );
  const recordLink = canWrite && (
    <ButtonLink to="/events/new" primary icon={<PlusOutlined aria-hidden />}>
      {t('event.record')}
    </ButtonLink>
  );
  return (
    <Page title={t('event.title')} lead={t('event.lead')} actions={list.rows.length > 0 && recordLink}>
      <Checkbox checked={includeWithdrawn} onChange={({ target }) => setIncludeWithdrawn(target.checked)}>
        {t('event.showWithdrawn')}
      </Checkbox>
      <PagedList
        label={t('event.title')}
        list={list}
        empty={
          <EmptyState
            icon={<ThunderboltOutlined />}
            title={t('event.emptyTitle')}
            text={t('event.emptyText')}
            action={recordLink}
          />
        }
      >
        {(rows, foot) => <EventTable rows={rows} foot={foot} />}
      </PagedList>
    </Page>
  );
}
