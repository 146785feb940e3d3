import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { StatusTag } from '../../components/occurrences/status-tag.tsx';
import { useSay } from '../../i18n/language.ts';
import { enterOrganisation } from '../../session.tsx';
import { type RouterOutputs, trpc } from '../../trpc.ts';
import { Card } from '../../ui/card.tsx';
import { DateText } from '../../ui/date-text.tsx';
import { type Column, Table } from '../../ui/table.tsx';

type Item = RouterOutputs['portfolio']['list']['items'][number];

/** What comes next over all clients of the person, earliest first. */
export function NextItems({ from }: { from: string }) {
  const { t } = useTranslation();
  const say = useSay();
  const list = useQuery(trpc.portfolio.list.queryOptions({ from, limit: 5 }));
  const rows = list.data?.items ?? [];
  if (rows.length === 0) return null;
  const columns: Column<Item>[] = [
    { key: 'action', title: t('access.column.item'), lead: true, cell: ({ action }) => say(action) },
    { key: 'client', title: t('access.column.client'), cell: ({ organisation }) => organisation.name },
    {
      key: 'due',
      title: t('access.column.next'),
      nowrap: true,
      cell: ({ sortOn }) => (sortOn === null ? null : <DateText date={sortOn} withWeekday />),
    },
    { key: 'status', title: t('access.column.state'), cell: ({ status }) => <StatusTag status={status} /> },
    {
      key: 'actions',
      title: t('access.column.actions'),
      cell: ({ id, organisation }) => (
        <Button size="small" onClick={() => enterOrganisation(organisation.id, `/occurrences/${id}`)}>
          {t('access.open')}
        </Button>
      ),
    },
  ];
  return (
    <Card flush title={t('access.nextTitle')}>
      <Table caption={t('access.nextTitle')} columns={columns} rows={rows} rowKey={({ id }) => id} />
    </Card>
  );
}
