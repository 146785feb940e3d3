import { BankOutlined, SearchOutlined } from '@ant-design/icons';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormFailure } from '../../components/failure.tsx';
import { client, inPages, trpc } from '../../trpc.ts';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PageSkeleton } from '../../ui/page-skeleton.tsx';
import { SettledInput } from '../../ui/settled-input.tsx';
import { OpenBreakGlassDialog } from './open-break-glass-dialog.tsx';
import type { Organisation } from './organisation.ts';
import { OrganisationTable } from './organisation-table.tsx';
import { STATUSES } from './search.ts';
import { StatusDialog } from './status-dialog.tsx';

const route = getRouteApi('/operator');

/** All organisations by name and status: what they are, never what they hold. */
export function Organisations() {
  const { t } = useTranslation();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const [acting, setActing] = useState<{ act: 'status' | 'open'; on: Organisation } | null>(null);
  const input = { search: search.q, status: search.status };
  const list = useInfiniteQuery(
    inPages(trpc.operator.organisations.queryKey(input), (cursor) =>
      client.operator.organisations.query({ ...input, cursor }),
    ),
  );
  const rows = list.data?.pages.flatMap(({ items }) => items) ?? [];
  const set = (change: Partial<typeof search>) => void navigate({ search: { ...search, ...change }, replace: true });
  return (
    <div className="zq-stack">
      <search className="zq-row" aria-label={t('operator.filter')}>
        <SettledInput
          label={t('operator.search')}
          className="zq-operator-search"
          prefix={<SearchOutlined aria-hidden />}
          value={search.q ?? ''}
          onSettle={(q) => set({ q: q === '' ? undefined : q })}
        />
        <Select<(typeof STATUSES)[number] | 'all'>
          aria-label={t('operator.column.status')}
          value={search.status ?? 'all'}
          options={[
            { value: 'all', label: t('operator.allStatuses') },
            ...STATUSES.map((value) => ({ value, label: t(`operator.status.${value}`) })),
          ]}
          onChange={(status) => set({ status: status === 'all' ? undefined : status })}
        />
      </search>
      <FormFailure error={list.error} title={t('failure.title')} />
      {list.isPending ? (
        <PageSkeleton />
      ) : (
        <Card flush label={t('operator.tab.organisations')} busy={list.isPlaceholderData}>
          {rows.length === 0 ? (
            <EmptyState icon={<BankOutlined />} title={t('operator.noneTitle')} text={t('operator.noneText')} />
          ) : (
            <OrganisationTable
              rows={rows}
              onAct={(act, on) => setActing({ act, on })}
              foot={
                <>
                  <span role="status">
                    {t(list.hasNextPage ? 'table.shown' : 'table.count', { count: rows.length })}
                  </span>
                  {list.hasNextPage && (
                    <Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
                      {t('action.more')}
                    </Button>
                  )}
                </>
              }
            />
          )}
        </Card>
      )}
      {acting?.act === 'status' && <StatusDialog organisation={acting.on} onClose={() => setActing(null)} />}
      {acting?.act === 'open' && <OpenBreakGlassDialog organisation={acting.on} onClose={() => setActing(null)} />}
    </div>
  );
}
