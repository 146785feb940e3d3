import { Link } from '@tanstack/react-router';
import { Checkbox } from 'antd';
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
import { LateTags, WorkStateTag } from '../item-work/work-state-tag.tsx';
import { DueText, ProvisionalTag } from './due-text.tsx';
import { StatusTag } from './status-tag.tsx';

export type OccurrenceRow = RouterOutputs['occurrences']['list']['items'][number];

type ColumnKey = 'what' | 'due' | 'actBy' | 'clause' | 'licence' | 'status' | 'mark';

interface OccurrenceTableProps {
  rows: readonly OccurrenceRow[];
  without?: readonly ColumnKey[];
  foot?: ReactNode;
  /** Which rows are chosen for something to be done with all of them. */
  selection?: Selection | undefined;
}

export interface Selection {
  has: (row: OccurrenceRow) => boolean;
  toggle: (row: OccurrenceRow) => void;
}

/** Items as rows, the same everywhere: what leads to the page that explains it. */
export function OccurrenceTable({ rows, without = [], foot, selection }: OccurrenceTableProps) {
  const { t } = useTranslation();
  const { nameOf } = useLicenceNames();
  const say = useSay();
  const title = (key: ColumnKey) => t(`occurrence.column.${key}`);
  const columns: (Column<OccurrenceRow> & { key: ColumnKey })[] = [
    { key: 'what', title: title('what'), lead: true, cell: (row) => <What row={row} /> },
    { key: 'due', title: title('due'), cell: (row) => <Due row={row} /> },
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
    { key: 'status', title: title('status'), cell: (row) => <Standing row={row} /> },
    { key: 'mark', title: title('mark'), cell: ({ mark }) => <MarkTag mark={mark} /> },
  ];
  const shown: Column<OccurrenceRow>[] = columns.filter(({ key }) => !without.includes(key));
  const select: Column<OccurrenceRow> = {
    key: 'select',
    title: t('work.bulk.select'),
    cell: (row) => (
      <Checkbox
        className="zq-no-print"
        aria-label={t('work.bulk.selectRow', { name: say(row.action) })}
        checked={selection?.has(row) ?? false}
        onChange={() => selection?.toggle(row)}
      />
    ),
  };
  return (
    <Table
      caption={t('occurrence.title')}
      columns={selection === undefined ? shown : [select, ...shown]}
      rows={rows}
      rowKey={({ id }) => id}
      foot={foot}
    />
  );
}

function Due({ row: { dueOn, dueAt, opensOn, daysLeft, provisionalFields } }: { row: OccurrenceRow }) {
  return (
    <DueText dueOn={dueOn} dueAt={dueAt} opensOn={opensOn} daysLeft={daysLeft} provisionalFields={provisionalFields} />
  );
}

/** Where the item stands by its date, while it is still to do, and by the work on it. */
function Standing({ row }: { row: OccurrenceRow }) {
  const { t } = useTranslation();
  const { status, workState, assignee, waiverPending, daysLate, minutesLate, missed } = row;
  const isToDo = workState === 'open' || workState === 'prepared';
  return (
    <div>
      <span className="zq-row">
        {isToDo && <StatusTag status={status} />}
        {workState !== 'open' && <WorkStateTag state={workState} />}
        {waiverPending && <Tag tone="info">{t('work.filter.waiver')}</Tag>}
        <LateTags daysLate={daysLate} minutesLate={minutesLate} missed={missed} />
      </span>
      {assignee !== null && <span className="zq-small zq-faint">{assignee.name}</span>}
    </div>
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
