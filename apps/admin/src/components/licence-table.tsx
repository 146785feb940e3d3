import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RouterOutputs } from '../trpc.ts';
import { type Column, Table } from '../ui/table.tsx';
import { DaysToEnd, PrintedDate } from './licence-end.tsx';
import { LicenceStateTag } from './licence-state.tsx';

export type LicenceSummary = RouterOutputs['licences']['list']['items'][number];

/** Licences as rows; each number opens the list it counts. */
export function LicenceTable({ rows, foot }: { rows: readonly LicenceSummary[]; foot?: ReactNode }) {
  const { t } = useTranslation();
  const columns: Column<LicenceSummary>[] = [
    {
      key: 'number',
      title: t('licence.column.number'),
      lead: true,
      cell: ({ id, number, holder }) => (
        <div>
          <Link to="/licences/$licenceId" params={{ licenceId: id }} className="zq-num">
            {number ?? t('state.notPrinted')}
          </Link>
          <div className="zq-small zq-faint">{holder}</div>
        </div>
      ),
    },
    {
      key: 'services',
      title: t('licence.column.services'),
      cell: ({ services }) =>
        services.map(({ code, name }) => (
          <div key={name}>
            {code !== null && <span className="zq-num zq-muted">{code} </span>}
            {name}
          </div>
        )),
    },
    {
      key: 'state',
      title: t('licence.column.state'),
      nowrap: true,
      cell: ({ id, validTo, daysLeft }) => <LicenceStateTag licenceId={id} validTo={validTo} daysLeft={daysLeft} />,
    },
    {
      key: 'validTo',
      title: t('licence.column.validTo'),
      nowrap: true,
      cell: ({ validTo, daysLeft, printed }) => (
        <div className="zq-stack-tight">
          <PrintedDate date={validTo} printed={printed.validTo} />
          <DaysToEnd validTo={validTo} daysLeft={daysLeft} />
        </div>
      ),
    },
    {
      key: 'due',
      title: t('licence.column.due'),
      cell: ({ id, counts }) => (
        <div>
          <Link
            to="/occurrences"
            search={{ licence: id, status: ['at-once', 'open', 'uncertain'] }}
            className="zq-nowrap"
          >
            {t('licence.openCount', { count: counts.open })}
          </Link>
          <br />
          <Link to="/occurrences" search={{ licence: id, status: ['past-no-evidence'] }} className="zq-nowrap">
            {t('licence.pastCount', { count: counts.overdue })}
          </Link>
        </div>
      ),
    },
    {
      key: 'questions',
      title: t('licence.column.questions'),
      align: 'end',
      cell: ({ id, counts }) => (
        <Link to="/licences/$licenceId" params={{ licenceId: id }} search={{ tab: 'questions' }} className="zq-num">
          {counts.questions}
        </Link>
      ),
    },
  ];
  return <Table caption={t('licence.title')} columns={columns} rows={rows} rowKey={({ id }) => id} foot={foot} />;
}
