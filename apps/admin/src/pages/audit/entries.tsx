import { AuditOutlined } from '@ant-design/icons';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Button, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { FormFailure } from '../../components/failure.tsx';
import { useOrganisationId } from '../../session.tsx';
import { client, inPages, trpc } from '../../trpc.ts';
import { Card } from '../../ui/card.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PageSkeleton } from '../../ui/page-skeleton.tsx';
import { EntryTable } from './entry-table.tsx';
import { AREAS } from './search.ts';
import './entries.css';

const route = getRouteApi('/app/audit');

/** The log in pages, narrowed by what the address says. */
export function Entries() {
  const { t } = useTranslation();
  const organisationId = useOrganisationId();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { area, from, to } = search;
  const input = { organisationId, action: area, from, to };
  const list = useInfiniteQuery(
    inPages(trpc.audit.list.queryKey(input), (cursor) => client.audit.list.query({ ...input, cursor })),
  );
  const rows = list.data?.pages.flatMap(({ items }) => items) ?? [];
  const set = (change: Partial<typeof search>) => void navigate({ search: { ...search, ...change }, replace: true });
  return (
    <div className="zq-stack">
      <search className="zq-audit-filters" aria-label={t('audit.filter.label')}>
        <Select<(typeof AREAS)[number] | 'all'>
          aria-label={t('audit.filter.area')}
          value={area ?? 'all'}
          options={(['all', ...AREAS] as const).map((value) => ({ value, label: t(`audit.filter.areas.${value}`) }))}
          onChange={(next) => set({ area: next === 'all' ? undefined : next })}
        />
        <DateField label={t('time.from')} value={from ?? null} onChange={(day) => set({ from: day ?? undefined })} />
        <span aria-hidden>～</span>
        <DateField label={t('time.to')} value={to ?? null} onChange={(day) => set({ to: day ?? undefined })} />
      </search>
      <FormFailure error={list.error} title={t('failure.title')} />
      {list.isPending ? (
        <PageSkeleton />
      ) : (
        <Card flush label={t('audit.title')} busy={list.isPlaceholderData}>
          {rows.length === 0 ? (
            <EmptyState icon={<AuditOutlined />} title={t('audit.emptyTitle')} text={t('audit.emptyText')} />
          ) : (
            <EntryTable
              rows={rows}
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
    </div>
  );
}
