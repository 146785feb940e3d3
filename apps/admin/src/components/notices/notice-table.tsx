import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSay } from '../../i18n/language.ts';
import type { Tone } from '../../palette.ts';
import type { RouterOutputs } from '../../trpc.ts';
import { InstantText } from '../../ui/date-text.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { Tag } from '../../ui/tag.tsx';
import { useNoticeKinds } from './kinds.ts';

export type NoticeRow = RouterOutputs['notices']['list']['items'][number];

const TONE: Record<NoticeRow['state'], Tone> = {
  pending: 'neutral',
  claimed: 'neutral',
  sent: 'success',
  failed: 'danger',
  merged: 'neutral',
  obsolete: 'neutral',
};

interface NoticeTableProps {
  rows: readonly NoticeRow[];
  /** On the page of an item nobody needs the way to it. */
  withLinks?: boolean;
  foot?: ReactNode;
}

/** The ledger as rows: whom, of what, how, and what came of it. */
export function NoticeTable({ rows, withLinks = false, foot }: NoticeTableProps) {
  const { t } = useTranslation();
  const columns: Column<NoticeRow>[] = [
    {
      key: 'what',
      title: t('notice.ledgerColumn.what'),
      lead: true,
      cell: (row) => <What row={row} withLink={withLinks} />,
    },
    {
      key: 'to',
      title: t('notice.ledgerColumn.to'),
      cell: ({ recipient, robot }) => robot?.name ?? recipient?.name ?? t('work.someone'),
    },
    {
      key: 'channel',
      title: t('notice.ledgerColumn.channel'),
      nowrap: true,
      cell: ({ channel }) => t(`notice.channel.${channel}`),
    },
    {
      key: 'created',
      title: t('notice.ledgerColumn.created'),
      cell: ({ createdAt }) => <InstantText at={createdAt} />,
    },
    {
      key: 'state',
      title: t('notice.ledgerColumn.state'),
      cell: ({ state, vendorText }) => (
        <>
          <Tag tone={TONE[state]}>{t(`notice.state.${state}`)}</Tag>
          {vendorText !== null && <div className="zq-small zq-faint">{t('notice.vendor', { text: vendorText })}</div>}
        </>
      ),
    },
    { key: 'sent', title: t('notice.ledgerColumn.sent'), cell: ({ sentAt }) => moment(sentAt) },
    {
      key: 'read',
      title: t('notice.ledgerColumn.read'),
      cell: ({ channel, readAt }) =>
        channel === 'email' ? <span className="zq-small zq-faint">{t('notice.mailRead')}</span> : moment(readAt),
    },
    { key: 'answered', title: t('notice.ledgerColumn.answered'), cell: ({ answeredAt }) => moment(answeredAt) },
  ];
  return <Table caption={t('notice.itemTitle')} columns={columns} rows={rows} rowKey={({ id }) => id} foot={foot} />;
}

function moment(at: string | null) {
  return at === null ? null : <InstantText at={at} />;
}

function What({ row: { kind, title, subject }, withLink }: { row: NoticeRow; withLink: boolean }) {
  const say = useSay();
  const { nameOf } = useNoticeKinds();
  return (
    <div>
      <Tag tone={kind === 'escalation' ? 'danger' : kind === 'overdue' ? 'warning' : 'info'}>{nameOf(kind)}</Tag>{' '}
      {withLink && subject.type === 'occurrence' ? (
        <Link to="/occurrences/$occurrenceId" params={{ occurrenceId: subject.id }}>
          {say(title)}
        </Link>
      ) : (
        say(title)
      )}
    </div>
  );
}
