import { MailOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { PagedList } from '../../components/paged-list/paged-list.tsx';
import { usePagedList } from '../../components/paged-list/use-paged-list.ts';
import { useOrganisationId } from '../../session.tsx';
import { client, type RouterOutputs, trpc } from '../../trpc.ts';
import { InstantText } from '../../ui/date-text.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import './outbox-tab.css';

type Mail = RouterOutputs['sandbox']['outbox']['items'][number];

/** Mails that a sandbox would have sent. */
export function OutboxTab() {
  const { t } = useTranslation();
  const organisationId = useOrganisationId();
  const input = { organisationId };
  const list = usePagedList(trpc.sandbox.outbox.queryKey(input), (cursor) =>
    client.sandbox.outbox.query({ ...input, cursor }),
  );
  const columns: Column<Mail>[] = [
    {
      key: 'subject',
      title: t('organisation.column.subject'),
      lead: true,
      cell: ({ subject, text }) => (
        <div className="zq-stack-tight">
          {subject}
          <details className="zq-small">
            <summary>{t('organisation.mailText')}</summary>
            <p className="zq-mail-text">{text}</p>
          </details>
        </div>
      ),
    },
    { key: 'to', title: t('organisation.column.to'), cell: ({ to }) => to },
    { key: 'at', title: t('organisation.column.at'), nowrap: true, cell: ({ at }) => <InstantText at={at} /> },
  ];
  return (
    <div className="zq-stack">
      <p className="zq-muted">{t('organisation.outboxText')}</p>
      <PagedList
        label={t('organisation.tab.outbox')}
        list={list}
        empty={
          <EmptyState
            icon={<MailOutlined />}
            title={t('organisation.outboxEmptyTitle')}
            text={t('organisation.outboxEmptyText')}
          />
        }
      >
        {(rows, foot) => (
          <Table
            caption={t('organisation.tab.outbox')}
            columns={columns}
            rows={rows}
            rowKey={({ id }) => id}
            foot={foot}
          />
        )}
      </PagedList>
    </div>
  );
}
