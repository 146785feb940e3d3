import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSay } from '../../i18n/language.ts';
import { enterOrganisation } from '../../session.tsx';
import { DateText } from '../../ui/date-text.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { Tag } from '../../ui/tag.tsx';
import type { ClientRow } from './client-rows.ts';
import { ExpiryText } from './expiry-text.tsx';

/** Clients as rows: what comes next, what was missed, what ends. Each number opens the list it counts, in the client. */
export function ClientTable({ rows, foot }: { rows: readonly ClientRow[]; foot: ReactNode }) {
  const { t } = useTranslation();
  const say = useSay();
  const count = (row: ClientRow, status: 'past-no-evidence' | 'uncertain', n: number) =>
    n === 0 || !row.you ? (
      <span className="zq-num zq-faint">{n}</span>
    ) : (
      <LinkButton
        label={t(`client.count.${status}`, { name: row.name, count: n })}
        onClick={() => enterOrganisation(row.id, `/occurrences?status=${status}`)}
      >
        <span className="zq-num">{n}</span>
      </LinkButton>
    );
  const columns: Column<ClientRow>[] = [
    {
      key: 'name',
      title: t('client.column.name'),
      lead: true,
      cell: ({ id, name, uscc, active }) => (
        <div>
          <div className="zq-row">
            <Link to="/clients/$companyId" params={{ companyId: id }}>
              {name}
            </Link>
            {!active && <Tag tone="neutral">{t('access.state.ended')}</Tag>}
          </div>
          {uscc !== null && <div className="zq-small zq-faint zq-num">{uscc}</div>}
        </div>
      ),
    },
    {
      key: 'next',
      title: t('client.column.next'),
      cell: ({ id, summary }) => {
        if (summary === null) return null;
        const { next } = summary;
        if (next === null) return <span className="zq-faint">{t('client.nothingNext')}</span>;
        return (
          <div>
            {next.sortOn !== null && <DateText date={next.sortOn} withWeekday />}
            <div className="zq-small">
              <LinkButton onClick={() => enterOrganisation(id, `/occurrences/${next.id}`)}>
                {say(next.action)}
              </LinkButton>
            </div>
          </div>
        );
      },
    },
    {
      key: 'overdue',
      title: t('client.column.overdue'),
      align: 'end',
      cell: (row) => (row.summary === null ? null : count(row, 'past-no-evidence', row.summary.counts.overdue)),
    },
    {
      key: 'uncertain',
      title: t('client.column.uncertain'),
      align: 'end',
      cell: (row) => (row.summary === null ? null : count(row, 'uncertain', row.summary.counts.uncertain)),
    },
    {
      key: 'expiry',
      title: t('client.column.expiry'),
      nowrap: true,
      cell: ({ summary }) => (summary === null ? null : <ExpiryText summary={summary} />),
    },
    {
      key: 'engagement',
      title: t('client.column.engagement'),
      cell: ({ level, lastDay }) => (
        <div>
          {t(`access.level.${level}`)}
          <div className="zq-small zq-faint">
            {t('client.until')} <DateText date={lastDay} />
          </div>
        </div>
      ),
    },
    {
      key: 'actions',
      title: t('access.column.actions'),
      cell: ({ id, you }) =>
        you ? (
          <Button size="small" onClick={() => enterOrganisation(id)}>
            {t('access.open')}
          </Button>
        ) : null,
    },
  ];
  return <Table caption={t('access.clientsTitle')} columns={columns} rows={rows} rowKey={({ id }) => id} foot={foot} />;
}
