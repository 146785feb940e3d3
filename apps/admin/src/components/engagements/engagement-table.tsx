import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../session.tsx';
import { InstantText } from '../../ui/date-text.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { Tag } from '../../ui/tag.tsx';
import type { Engagement } from './engagement.ts';
import { EndEngagementDialog } from './end-engagement-dialog.tsx';

interface EngagementTableProps {
  rows: readonly Engagement[];
  /** Who looks: the other side is what a row is about. */
  side: 'company' | 'consultancy';
  /** Further acts of the side that looks. */
  acts?: (engagement: Engagement) => ReactNode;
}

/** Engagements with level, period and the people named; either side ends them, with effect at once. */
export function EngagementTable({ rows, side, acts }: EngagementTableProps) {
  const { t } = useTranslation();
  const { canAdminister } = useSession();
  const [ending, setEnding] = useState<Engagement | null>(null);
  const other = (engagement: Engagement) => (side === 'company' ? engagement.consultancy : engagement.company);
  const columns: Column<Engagement>[] = [
    {
      key: 'other',
      title: t(side === 'company' ? 'access.column.consultancy' : 'access.column.client'),
      lead: true,
      cell: (engagement) => (
        <div className="zq-row">
          {other(engagement).name}
          <Tag tone={engagement.active ? 'success' : 'neutral'}>
            {t(engagement.active ? 'access.state.active' : 'access.state.ended')}
          </Tag>
        </div>
      ),
    },
    { key: 'level', title: t('access.column.level'), cell: ({ level }) => t(`access.level.${level}`) },
    {
      key: 'period',
      title: t('access.column.period'),
      cell: ({ startsAt, endsAt, endedAt }) => (
        <>
          <InstantText at={startsAt} /> ～ <InstantText at={endedAt ?? endsAt} />
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
        engagement.active ? (
          <div className="zq-row">
            {acts?.(engagement)}
            {canAdminister && (
              <Button size="small" danger onClick={() => setEnding(engagement)}>
                {t('access.end')}
              </Button>
            )}
          </div>
        ) : null,
    },
  ];
  return (
    <>
      <Table
        caption={t(side === 'company' ? 'access.engagementsTitle' : 'access.clientsTitle')}
        columns={columns}
        rows={rows}
        rowKey={({ id }) => id}
      />
      {ending !== null && (
        <EndEngagementDialog engagement={ending} name={other(ending).name} onClose={() => setEnding(null)} />
      )}
    </>
  );
}
