import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../session.tsx';
import { DateText, InstantText } from '../../ui/date-text.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { Tag } from '../../ui/tag.tsx';
import { EndEngagementDialog } from './end-engagement-dialog.tsx';
import type { Engagement } from './engagement.ts';
import { lastDayOf } from './last-day.ts';

interface EngagementTableProps {
  rows: readonly Engagement[];
  /** Who looks: the other side is what a row is about. */
  side: 'company' | 'consultancy';
  /** Further acts of the side that looks. */
  acts: (engagement: Engagement) => ReactNode;
}

/** Engagements with level, period and the people named; either side ends them, with effect at once. */
export function EngagementTable({ rows, side, acts }: EngagementTableProps) {
  const { t } = useTranslation();
  const { canAdminister } = useSession();
  const [ending, setEnding] = useState<Engagement | null>(null);
  const columns: Column<Engagement>[] = [
    {
      key: 'other',
      title: t(side === 'company' ? 'access.column.consultancy' : 'access.column.state'),
      lead: true,
      cell: ({ active, consultancy }) => (
        <div className="zq-row">
          {side === 'company' && consultancy.name}
          <Tag tone={active ? 'success' : 'neutral'}>{t(active ? 'access.state.active' : 'access.state.ended')}</Tag>
        </div>
      ),
    },
    { key: 'level', title: t('access.column.level'), cell: ({ level }) => t(`access.level.${level}`) },
    {
      key: 'period',
      title: t('access.column.period'),
      cell: ({ startsAt, endsAt, endedAt }) => (
        <>
          <InstantText at={startsAt} /> ～{' '}
          {endedAt === null ? <DateText date={lastDayOf(endsAt)} /> : <InstantText at={endedAt} />}
        </>
      ),
    },
    {
      key: 'people',
      title: t('access.column.people'),
      cell: ({ people }) => (
        <ul className="zq-small">
          {people.map(({ id, name }) => (
            <li key={id}>{name}</li>
          ))}
        </ul>
      ),
    },
    {
      key: 'actions',
      title: t('access.column.actions'),
      cell: (engagement) =>
        canAdminister && engagement.active ? (
          <div className="zq-row">
            {acts(engagement)}
            <Button size="small" danger onClick={() => setEnding(engagement)}>
              {t('access.end')}
            </Button>
          </div>
        ) : null,
    },
  ];
  return (
    <>
      <Table
        caption={t(side === 'company' ? 'access.engagementsTitle' : 'access.engagementsOfClient')}
        columns={columns}
        rows={rows}
        rowKey={({ id }) => id}
      />
      {ending !== null && <EndEngagementDialog engagement={ending} side={side} onClose={() => setEnding(null)} />}
    </>
  );
}
