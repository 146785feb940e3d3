import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type RequestRow, RequestStateTag } from '../../components/requests/request-state-tag.tsx';
import { useSay } from '../../i18n/language.ts';
import { DateText } from '../../ui/date-text.tsx';
import { type Column, Table } from '../../ui/table.tsx';

/** Requests as rows: what is asked, how far it is, until when. */
export function RequestTable({ rows, foot }: { rows: readonly RequestRow[]; foot: ReactNode }) {
  const { t } = useTranslation();
  const say = useSay();
  const columns: Column<RequestRow>[] = [
    {
      key: 'title',
      title: t('request.column.title'),
      lead: true,
      cell: ({ id, title, occurrence, askedFor }) => (
        <div>
          <Link to="/requests/$requestId" params={{ requestId: id }}>
            {title}
          </Link>
          <div className="zq-small zq-faint">{occurrence === null ? askedFor : say(occurrence.title)}</div>
        </div>
      ),
    },
    {
      key: 'state',
      title: t('request.stateLabel'),
      cell: (row) => (
        <div className="zq-row">
          <RequestStateTag {...row} />
        </div>
      ),
    },
    {
      key: 'counts',
      title: t('request.column.counts'),
      cell: ({ counts }) => (
        <span className="zq-small">
          {t('request.counts', { total: counts.total, toGive: counts.toGive, toReview: counts.toReview })}
        </span>
      ),
    },
    { key: 'due', title: t('request.column.due'), cell: ({ dueOn }) => <DateText date={dueOn} withWeekday /> },
    {
      key: 'by',
      title: t('request.column.by'),
      cell: ({ askedBy, askedFor }) => (
        <div>
          {askedBy?.name ?? t('state.bySystem')}
          <div className="zq-small zq-faint">{askedFor}</div>
        </div>
      ),
    },
  ];
  return <Table caption={t('request.title')} columns={columns} rows={rows} rowKey={({ id }) => id} foot={foot} />;
}
