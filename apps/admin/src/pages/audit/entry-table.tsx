import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RouterOutputs } from '../../trpc.ts';
import { InstantText } from '../../ui/date-text.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { DetailText } from './detail-text.tsx';
import { useActionLabel } from '../../components/audit/use-action-label.ts';

type Entry = RouterOutputs['audit']['list']['items'][number];

export function EntryTable({ rows, foot }: { rows: readonly Entry[]; foot: ReactNode }) {
  const { t } = useTranslation();
  const actionLabel = useActionLabel();
  const columns: Column<Entry>[] = [
    {
      key: 'action',
      title: t('audit.column.action'),
      lead: true,
      nowrap: true,
      cell: ({ action }) => actionLabel(action),
    },
    {
      key: 'by',
      title: t('audit.column.by'),
      nowrap: true,
      cell: ({ by, byKind }) => (
        <>
          {by?.name ?? t(`audit.by.${byKind}`)}
          {byKind === 'api-key' && by !== null && <span className="zq-small zq-faint"> {t('audit.by.api-key')}</span>}
        </>
      ),
    },
    { key: 'at', title: t('audit.column.at'), nowrap: true, cell: ({ at }) => <InstantText at={at} /> },
    { key: 'detail', title: t('audit.column.detail'), cell: (entry) => <EntryDetail entry={entry} /> },
    {
      key: 'seq',
      title: t('audit.column.seq'),
      align: 'end',
      cell: ({ seq }) => (seq === null ? null : <span className="zq-num">{seq}</span>),
    },
  ];
  return <Table caption={t('audit.title')} columns={columns} rows={rows} rowKey={({ id }) => id} foot={foot} />;
}

function EntryDetail({ entry }: { entry: Entry }) {
  const { t } = useTranslation();
  const { subject, detail, requestId, hash } = entry;
  return (
    <div className="zq-stack-tight">
      <DetailText detail={detail} />
      <details className="zq-audit-more zq-small">
        <summary>{t('audit.more')}</summary>
        <ul className="zq-faint">
          {subject.id !== null && (
            <li>
              {subject.type} <code>{subject.id}</code>
            </li>
          )}
          <li>
            {t('audit.requestId')} <code>{requestId}</code>
          </li>
          {hash !== null && (
            <li>
              {t('audit.hash')} <code>{hash}</code>
            </li>
          )}
        </ul>
      </details>
    </div>
  );
}
