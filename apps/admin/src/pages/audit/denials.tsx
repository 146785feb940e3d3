import { StopOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { FormFailure } from '../../components/failure.tsx';
import { useOrganisationId } from '../../session.tsx';
import { type RouterOutputs, trpc } from '../../trpc.ts';
import { Card } from '../../ui/card.tsx';
import { InstantText } from '../../ui/date-text.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PageSkeleton } from '../../ui/page-skeleton.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { DetailText } from './detail-text.tsx';

type Denial = RouterOutputs['audit']['denials']['items'][number];

/** Who tried something beyond their rights at this organisation. */
export function Denials() {
  const { t } = useTranslation();
  const organisationId = useOrganisationId();
  const list = useQuery(trpc.audit.denials.queryOptions({ organisationId }));
  const columns: Column<Denial>[] = [
    { key: 'by', title: t('audit.column.by'), lead: true, cell: ({ by }) => by?.name ?? t('audit.someone') },
    { key: 'at', title: t('audit.column.at'), nowrap: true, cell: ({ at }) => <InstantText at={at} /> },
    { key: 'detail', title: t('audit.column.detail'), cell: ({ detail }) => <DetailText detail={detail} /> },
    {
      key: 'request',
      title: t('audit.requestId'),
      cell: ({ requestId }) => (requestId === null ? null : <code className="zq-small">{requestId}</code>),
    },
  ];
  if (list.isPending) return <PageSkeleton />;
  if (list.isError) return <FormFailure error={list.error} title={t('failure.title')} />;
  const rows = list.data.items;
  return (
    <Card flush label={t('audit.tab.denials')}>
      {rows.length === 0 ? (
        <EmptyState icon={<StopOutlined />} title={t('audit.noDenialsTitle')} text={t('audit.noDenialsText')} />
      ) : (
        <Table
          caption={t('audit.tab.denials')}
          columns={columns}
          rows={rows}
          rowKey={(row) => `${row.at} ${row.requestId}`}
        />
      )}
    </Card>
  );
}
