import { EyeInvisibleOutlined } from '@ant-design/icons';
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
import { Tag } from '../../ui/tag.tsx';

type Access = RouterOutputs['audit']['operatorAccess']['items'][number];

/** When the platform's own people looked at this organisation, and why. */
export function OperatorAccess() {
  const { t } = useTranslation();
  const organisationId = useOrganisationId();
  const list = useQuery(trpc.audit.operatorAccess.queryOptions({ organisationId }));
  const columns: Column<Access>[] = [
    { key: 'operator', title: t('audit.column.operator'), lead: true, cell: ({ operator }) => operator },
    { key: 'reason', title: t('audit.column.reason'), cell: ({ reason }) => reason },
    {
      key: 'period',
      title: t('audit.column.period'),
      cell: ({ openedAt, endsAt, endedAt }) => (
        <>
          <InstantText at={openedAt} /> {t('audit.until')} <InstantText at={endedAt ?? endsAt} />
        </>
      ),
    },
    {
      key: 'state',
      title: t('audit.column.state'),
      cell: ({ active }) => (
        <Tag tone={active ? 'warning' : 'neutral'}>{t(active ? 'audit.active' : 'audit.ended')}</Tag>
      ),
    },
  ];
  if (list.isPending) return <PageSkeleton />;
  if (list.isError) return <FormFailure error={list.error} title={t('failure.title')} />;
  const rows = list.data.items;
  return (
    <Card flush title={t('audit.tab.operator')} note={t('audit.operatorNote')}>
      {rows.length === 0 ? (
        <EmptyState
          icon={<EyeInvisibleOutlined />}
          title={t('audit.noOperatorTitle')}
          text={t('audit.noOperatorText')}
        />
      ) : (
        <Table caption={t('audit.tab.operator')} columns={columns} rows={rows} rowKey={({ id }) => id} />
      )}
    </Card>
  );
}
