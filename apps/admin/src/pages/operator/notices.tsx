import { PlusOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormFailure } from '../../components/failure.tsx';
import { type RouterOutputs, trpc } from '../../trpc.ts';
import { Card } from '../../ui/card.tsx';
import { PageSkeleton } from '../../ui/page-skeleton.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { NoticeDrawer } from './notice-drawer.tsx';

type Entered = RouterOutputs['operator']['notices']['items'][number];

/** The holiday notices that all schedules are counted by. */
export function Notices() {
  const { t } = useTranslation();
  const list = useQuery(trpc.operator.notices.queryOptions());
  const [entering, setEntering] = useState(false);
  const columns: Column<Entered>[] = [
    {
      key: 'year',
      title: t('operator.column.year'),
      lead: true,
      cell: ({ year }) => <span className="zq-num">{year}</span>,
    },
    {
      key: 'notice',
      title: t('operator.column.notice'),
      cell: ({ notice: { notice } }) => (
        <div>
          <a href={notice.source} target="_blank" rel="noreferrer">
            {notice.title}
          </a>
          {notice.number !== undefined && <div className="zq-small zq-faint">{notice.number}</div>}
        </div>
      ),
    },
    {
      key: 'days',
      title: t('operator.column.days'),
      nowrap: true,
      cell: ({ notice: { off, work } }) => (
        <span className="zq-num">
          {off.length} / {work.length}
        </span>
      ),
    },
    {
      key: 'origin',
      title: t('operator.column.origin'),
      cell: ({ origin, version }) => t(`operator.origin.${origin}`, { version }),
    },
  ];
  if (list.isPending) return <PageSkeleton />;
  if (list.isError) return <FormFailure error={list.error} title={t('failure.title')} />;
  const { items, coversFrom, coversTo } = list.data;
  return (
    <Card
      flush
      title={t('operator.tab.notices')}
      note={t('operator.covers', { from: coversFrom, to: coversTo })}
      extra={
        <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setEntering(true)}>
          {t('operator.enter')}
        </Button>
      }
    >
      <Table
        caption={t('operator.tab.notices')}
        columns={columns}
        rows={items}
        rowKey={({ year, version }) => `${year}-${version}`}
      />
      {entering && (
        <NoticeDrawer year={Math.max(...items.map(({ year }) => year)) + 1} onClose={() => setEntering(false)} />
      )}
    </Card>
  );
}
