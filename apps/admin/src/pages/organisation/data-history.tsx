import { HistoryOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { useActionLabel } from '../../components/audit/use-action-label.ts';
import { PagedList } from '../../components/paged-list/paged-list.tsx';
import { usePagedList } from '../../components/paged-list/use-paged-list.ts';
import { useOrganisationId } from '../../session.tsx';
import { client, type RouterOutputs, trpc } from '../../trpc.ts';
import { InstantText } from '../../ui/date-text.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { type Column, Table } from '../../ui/table.tsx';

type Entry = RouterOutputs['audit']['list']['items'][number];

/** Who exported, asked for deletion or took it back, as the audit log has it. */
export function DataHistory() {
  const { t } = useTranslation();
  const actionLabel = useActionLabel();
  const organisationId = useOrganisationId();
  const input = { organisationId, action: 'data', limit: 20 };
  const list = usePagedList(trpc.audit.list.queryKey(input), (cursor) => client.audit.list.query({ ...input, cursor }));
  const columns: Column<Entry>[] = [
    { key: 'what', title: t('organisation.column.what'), lead: true, cell: ({ action }) => actionLabel(action) },
    { key: 'by', title: t('organisation.column.by'), cell: ({ by }) => by?.name ?? t('state.bySystem') },
    { key: 'at', title: t('organisation.column.at'), nowrap: true, cell: ({ at }) => <InstantText at={at} /> },
  ];
  return (
    <PagedList
      label={t('organisation.historyTitle')}
      list={list}
      empty={
        <EmptyState
          icon={<HistoryOutlined />}
          title={t('organisation.historyTitle')}
          text={t('organisation.historyNone')}
        />
      }
    >
      {(rows, foot) => (
        <Table
          caption={t('organisation.historyTitle')}
          columns={columns}
          rows={rows}
          rowKey={({ id }) => id}
          foot={foot}
        />
      )}
    </PagedList>
  );
}
