import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSay } from '../../i18n/language.ts';
import type { RouterOutputs } from '../../trpc.ts';
import { DateText } from '../../ui/date-text.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { Tag } from '../../ui/tag.tsx';
import { ClauseLink } from '../clause-link.tsx';
import { useLicenceNames } from '../licence-names.ts';
import { MarkTag } from '../marks.tsx';
import { DueText, ProvisionalTag } from './due-text.tsx';
import { StatusTag } from './status-tag.tsx';

export type OccurrenceRow = RouterOutputs['occurrences']['list']['items'][number];

type ColumnKey = 'what' | 'due' | 'actBy' | 'clause' | 'licence' | 'status' | 'mark';

interface OccurrenceTableProps {
  rows: readonly OccurrenceRow[];
  without?: readonly ColumnKey[];
  foot?: ReactNode;
}

/** Items as rows, the same everywhere: what leads to the page that explains it. */
export function OccurrenceTable({ rows, without = [], foot }: OccurrenceTableProps) {
  const { t } = useTranslation();
  const { nameOf } = useLicenceNames();
  const title = (key: ColumnKey) => t(`occurrence.column.${key}`);
  const columns: (Column<OccurrenceRow> & { key: ColumnKey })[] = [
    { key: 'what', title: title('what'), lead: true, cell: (row) => <What row={row} /> },
    { key: 'due', title: title('due'), cell: (row) => <DueText {...row} /> },
    {
      key: 'actBy',
      title: title('actBy'),
      nowrap: true,
      cell: ({ actBy, provisionalFields }) =>
        actBy === null ? null : (
          <div className="zq-due">
            <DateText date={actBy} />
            {provisionalFields.includes('actBy') && <ProvisionalTag />}
          </div>
        ),
    },
    { key: 'clause', title: title('clause'), nowrap: true, cell: ({ clause }) => <ClauseLink clause={clause} /> },
    {
      key: 'licence',
      title: title('licence'),
      cell: ({ licenceIds }) =>
        licenceIds.length === 0
          ? null
          : licenceIds.map((id) => (
              <Link key={id} to="/licences/$licenceId" params={{ licenceId: id }} className="zq-nowrap">
                {nameOf(id)}{' '}
              </Link>
            )),
    },
    { key: 'status', title: title('status'), nowrap: true, cell: ({ status }) => <StatusTag status={status} /> },
    { key: 'mark', title: title('mark'), cell: ({ mark }) => <MarkTag mark={mark} /> },
  ];
  return (
    <Table
      caption={t('occurrence.title')}
      columns={columns.filter(({ key }) => !without.includes(key))}
      rows={rows}
      rowKey={({ id }) => id}
      foot={foot}
    />
  );
}

function What({ row }: { row: OccurrenceRow }) {
  const { t } = useTranslation();
  const say = useSay();
  const action = say(row.action);
  const title = say(row.title);
  return (
    <div>
      <Link to="/occurrences/$occurrenceId" params={{ occurrenceId: row.id }}>
        {action}
      </Link>
      {title !== action && <div className="zq-small zq-faint">{title}</div>}
      {(row.applies === 'unknown' || row.removedAt !== null) && (
        <div className="zq-row">
          {row.applies === 'unknown' && <Tag tone="unknown">{t('occurrence.dependsOnQuestion')}</Tag>}
          {row.removedAt !== null && <Tag tone="neutral">{t('occurrence.removedTag')}</Tag>}
        </div>
      )}
    </div>
  );
}
