import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../session.tsx';
import { DateText, InstantText } from '../../ui/date-text.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { Tag } from '../../ui/tag.tsx';
import { EndRecordDialog, WithdrawRecordDialog } from './end-record-dialog.tsx';
import { RecordDrawer } from './record-drawer.tsx';
import { RecordHistoryDialog } from './record-history-dialog.tsx';
import { ONE_DAY, type RosterRecord } from './roster-fields.ts';
import { useRecordText } from './use-record-text.ts';

interface RecordTableProps {
  caption: string;
  rows: readonly RosterRecord[];
  /** On the page of this person, whose name goes without saying. */
  person?: { id: string; name: string };
  foot?: ReactNode;
}

const TONES = { current: 'success', 'to-come': 'info', ended: 'neutral' } as const;
type Act = 'change' | 'end' | 'withdraw' | 'history';

/** Records of the roster as rows, with what can be done to each. */
export function RecordTable({ caption, rows, person, foot }: RecordTableProps) {
  const { t } = useTranslation();
  const { canWrite } = useSession();
  const textOf = useRecordText();
  const [acting, setActing] = useState<{ act: Act; record: RosterRecord } | null>(null);
  const close = () => setActing(null);
  const columns: Column<RosterRecord>[] = [
    {
      key: 'record',
      title: t('roster.column.record'),
      lead: true,
      cell: ({ entry, people }) => (
        <div>
          <div>{t(`roster.list.${entry.list}`)}</div>
          <div className="zq-small zq-muted">
            {textOf(entry, people)
              .filter((word) => word !== person?.name)
              .join(' · ')}
          </div>
          <div className="zq-row zq-small">
            {Object.entries(people)
              .filter(([id]) => id !== person?.id)
              .map(([id, name]) => (
                <Link key={id} to="/people/$personId" params={{ personId: id }}>
                  {name}
                </Link>
              ))}
          </div>
        </div>
      ),
    },
    {
      key: 'period',
      title: t('roster.column.period'),
      cell: ({ entry, validFrom, validTo }) => (
        <span>
          <DateText date={validFrom} />
          {!ONE_DAY.includes(entry.list) && (
            <> ～ {validTo === null ? t('roster.openEnd') : <DateText date={validTo} />}</>
          )}
        </span>
      ),
    },
    {
      key: 'state',
      title: t('roster.column.state'),
      nowrap: true,
      cell: ({ state }) => <Tag tone={TONES[state]}>{t(`roster.state.${state}`)}</Tag>,
    },
    {
      key: 'by',
      title: t('roster.column.by'),
      cell: ({ by, recordedAt }) => (
        <span className="zq-small zq-faint">
          {by?.name ?? t('state.bySystem')} <InstantText at={recordedAt} />
        </span>
      ),
    },
    {
      key: 'actions',
      title: t('roster.column.actions'),
      cell: (record) => (
        <div className="zq-row">
          {canWrite && (
            <>
              <Button size="small" onClick={() => setActing({ act: 'change', record })}>
                {t('roster.change')}
              </Button>
              {record.state !== 'ended' && !ONE_DAY.includes(record.entry.list) && (
                <Button size="small" onClick={() => setActing({ act: 'end', record })}>
                  {t('roster.end')}
                </Button>
              )}
              <Button size="small" onClick={() => setActing({ act: 'withdraw', record })}>
                {t('roster.withdraw')}
              </Button>
            </>
          )}
          <Button size="small" onClick={() => setActing({ act: 'history', record })}>
            {t('roster.history')}
          </Button>
        </div>
      ),
    },
  ];
  return (
    <>
      <Table caption={caption} columns={columns} rows={rows} rowKey={({ id }) => id} foot={foot} />
      {acting?.act === 'change' && (
        <RecordDrawer
          lists={[acting.record.entry.list]}
          record={acting.record}
          {...(person !== undefined && 'personId' in acting.record.entry.record ? { person } : {})}
          onClose={close}
        />
      )}
      {acting?.act === 'end' && <EndRecordDialog record={acting.record} onClose={close} />}
      {acting?.act === 'withdraw' && <WithdrawRecordDialog record={acting.record} onClose={close} />}
      {acting?.act === 'history' && <RecordHistoryDialog record={acting.record} onClose={close} />}
    </>
  );
}
