import { HistoryOutlined } from '@ant-design/icons';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useOrganisationId } from '../../../session.tsx';
import { type RouterOutputs, trpc } from '../../../trpc.ts';
import { Card } from '../../../ui/card.tsx';
import { InstantText } from '../../../ui/date-text.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { type Column, Table } from '../../../ui/table.tsx';
import { ChangeText } from './change-text.tsx';

type Entry = RouterOutputs['licences']['history']['items'][number];

/** Who changed which field when, from what to what. */
export function HistoryTab({ licenceId }: { licenceId: string }) {
  const { t } = useTranslation();
  const organisationId = useOrganisationId();
  const { data } = useSuspenseQuery(trpc.licences.history.queryOptions({ organisationId, licenceId }));
  const columns: Column<Entry>[] = [
    {
      key: 'at',
      title: t('licence.history.column.at'),
      lead: true,
      nowrap: true,
      cell: ({ at }) => <InstantText at={at} />,
    },
    { key: 'version', title: t('licence.history.column.version'), cell: ({ version }) => version },
    {
      key: 'by',
      title: t('licence.history.column.by'),
      cell: ({ by }) => by?.name ?? t('state.bySystem'),
    },
    {
      key: 'what',
      title: t('licence.history.column.what'),
      cell: ({ version, source, changes }) =>
        version === 1 ? (
          `${t('licence.history.created')} · ${t(`licence.history.source.${source}`)}`
        ) : (
          <ul className="zq-bullets">
            {changes.map((change) => (
              <li key={change.field}>
                <ChangeText {...change} />
              </li>
            ))}
          </ul>
        ),
    },
    { key: 'reason', title: t('licence.history.column.reason'), cell: ({ reason }) => reason },
  ];
  return (
    <Card flush label={t('licence.tab.history')}>
      {data.items.length === 0 ? (
        <EmptyState icon={<HistoryOutlined />} title={t('licence.history.none')} text="" />
      ) : (
        <Table
          caption={t('licence.tab.history')}
          columns={columns}
          rows={data.items}
          rowKey={({ version }) => String(version)}
        />
      )}
    </Card>
  );
}
