import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useEventValueName } from '../../components/events/attribute-input.tsx';
import { useSay } from '../../i18n/language.ts';
import { useSession } from '../../session.tsx';
import { type RouterOutputs, trpc } from '../../trpc.ts';
import { DateText, InstantText } from '../../ui/date-text.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { Tag } from '../../ui/tag.tsx';
import { WithdrawDialog } from './withdraw-dialog.tsx';

type RecordedEvent = RouterOutputs['events']['list']['items'][number];

export function EventTable({ rows, foot }: { rows: readonly RecordedEvent[]; foot: ReactNode }) {
  const { t } = useTranslation();
  const say = useSay();
  const { canWrite } = useSession();
  const attributesOf = useAttributes();
  const [withdrawing, setWithdrawing] = useState<string | null>(null);
  const columns: Column<RecordedEvent>[] = [
    {
      key: 'what',
      title: t('event.column.what'),
      lead: true,
      cell: (event) => (
        <div>
          {say(event.name)}
          {event.withdrawn !== null && (
            <div className="zq-row">
              <Tag tone="neutral">{t('event.withdrawn')}</Tag>
              <span className="zq-small zq-faint">
                {t('event.withdrawnWhy', {
                  name: event.withdrawn.by?.name ?? t('state.bySystem'),
                  reason: event.withdrawn.reason,
                })}
              </span>
            </div>
          )}
        </div>
      ),
    },
    {
      key: 'on',
      title: t('event.column.on'),
      nowrap: true,
      cell: ({ happenedOn }) => <DateText date={happenedOn} withWeekday />,
    },
    { key: 'attributes', title: t('event.column.attributes'), cell: attributesOf },
    {
      key: 'by',
      title: t('event.column.by'),
      cell: ({ by, recordedAt }) => (
        <span className="zq-small zq-faint">
          {by?.name ?? t('state.bySystem')} <InstantText at={recordedAt} />
        </span>
      ),
    },
    {
      key: 'actions',
      title: t('event.column.actions'),
      cell: ({ id, withdrawn }) =>
        canWrite && withdrawn === null ? (
          <Button size="small" onClick={() => setWithdrawing(id)}>
            {t('event.withdraw')}
          </Button>
        ) : null,
    },
  ];
  return (
    <>
      <Table caption={t('event.title')} columns={columns} rows={rows} rowKey={({ id }) => id} foot={foot} />
      {withdrawing !== null && <WithdrawDialog eventId={withdrawing} onClose={() => setWithdrawing(null)} />}
    </>
  );
}

/** The attributes besides the main date, in the words of the catalogue; null when there are none. */
function useAttributes(): (event: RecordedEvent) => ReactNode {
  const { t } = useTranslation();
  const say = useSay();
  const valueName = useEventValueName();
  const { data } = useQuery(trpc.events.catalogue.queryOptions());
  return (event) => {
    const kind = data?.items.find(({ type }) => type === event.type);
    const shown = (kind?.attributes ?? []).slice(1).flatMap(({ key, label, type }) => {
      const value = event.attributes[key] ?? null;
      if (value === null) return [];
      const text = typeof value === 'boolean' ? t(value ? 'state.yes' : 'state.no') : valueName(String(value));
      return [
        <li key={key}>
          <span className="zq-muted">{say(label)}</span>{' '}
          {type === 'instant' ? <InstantText at={String(value)} /> : text}
        </li>,
      ];
    });
    return shown.length === 0 ? null : <ul className="zq-small">{shown}</ul>;
  };
}
