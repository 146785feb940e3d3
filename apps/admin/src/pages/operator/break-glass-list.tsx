import { EyeInvisibleOutlined } from '@ant-design/icons';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { FormFailure } from '../../components/failure.tsx';
import { useDone } from '../../components/use-done.ts';
import { type RouterOutputs, trpc } from '../../trpc.ts';
import { Card } from '../../ui/card.tsx';
import { InstantText } from '../../ui/date-text.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PageSkeleton } from '../../ui/page-skeleton.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { Tag } from '../../ui/tag.tsx';

type Access = RouterOutputs['operator']['breakGlass']['items'][number];

/** Every emergency access there was, and the end of those under way. */
export function BreakGlassList() {
  const { t } = useTranslation();
  const done = useDone();
  const list = useQuery(trpc.operator.breakGlass.queryOptions({}));
  const end = useMutation(trpc.operator.endBreakGlass.mutationOptions({ onSuccess: () => done(t('operator.ended')) }));
  const columns: Column<Access>[] = [
    {
      key: 'organisation',
      title: t('operator.column.organisation'),
      lead: true,
      cell: ({ organisation, active }) => (
        <div className="zq-row">
          {organisation.name}
          <Tag tone={active ? 'warning' : 'neutral'}>{t(active ? 'operator.active' : 'operator.over')}</Tag>
        </div>
      ),
    },
    { key: 'operator', title: t('operator.column.operator'), cell: ({ operator }) => operator },
    { key: 'reason', title: t('operator.column.reason'), cell: ({ reason }) => reason },
    {
      key: 'period',
      title: t('operator.column.period'),
      cell: ({ openedAt, endsAt, endedAt }) => (
        <>
          <InstantText at={openedAt} /> ～ <InstantText at={endedAt ?? endsAt} />
        </>
      ),
    },
    {
      key: 'actions',
      title: t('operator.column.actions'),
      cell: ({ id, active }) =>
        active ? (
          <Button size="small" danger loading={end.isPending} onClick={() => end.mutate({ id })}>
            {t('operator.end')}
          </Button>
        ) : null,
    },
  ];
  if (list.isPending) return <PageSkeleton />;
  if (list.isError) return <FormFailure error={list.error} title={t('failure.title')} />;
  const rows = list.data.items;
  return (
    <Card flush title={t('operator.tab.breakGlass')} note={t('operator.breakGlassText')}>
      <FormFailure error={end.error} />
      {rows.length === 0 ? (
        <EmptyState
          icon={<EyeInvisibleOutlined />}
          title={t('operator.noGlassTitle')}
          text={t('operator.noGlassText')}
        />
      ) : (
        <Table caption={t('operator.tab.breakGlass')} columns={columns} rows={rows} rowKey={({ id }) => id} />
      )}
    </Card>
  );
}
