import { PrinterOutlined, ScheduleOutlined } from '@ant-design/icons';
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { FormFailure } from '../../components/failure.tsx';
import { useLicenceNames } from '../../components/licence-names.ts';
import { MarksLegend } from '../../components/marks.tsx';
import { OccurrenceTable } from '../../components/occurrences/occurrence-table.tsx';
import { listInput, type OccurrenceSearch } from '../../components/occurrences/search.ts';
import { setsAnything } from '../../search-params.ts';
import { useOrganisationId, useSession } from '../../session.tsx';
import { client, inPages, trpc } from '../../trpc.ts';
import { Card } from '../../ui/card.tsx';
import { ButtonLink } from '../../ui/button-link.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Page } from '../../ui/page.tsx';
import { PageSkeleton } from '../../ui/page-skeleton.tsx';
import { BulkBar } from './bulk/bulk-bar.tsx';
import { useSelection } from './bulk/use-selection.ts';
import { Filters } from './filters.tsx';
import { StatusTabs } from './status-tabs.tsx';

const route = getRouteApi('/app/occurrences');

export function OccurrencesPage() {
  const { t } = useTranslation();
  const organisationId = useOrganisationId();
  const { canWrite } = useSession();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { licences } = useLicenceNames();
  // The number on a tab is the number of rows it opens under the other filters.
  const counts = useQuery({
    ...trpc.occurrences.counts.queryOptions(listInput(organisationId, { ...search, status: undefined })),
    placeholderData: keepPreviousData,
  });
  const input = listInput(organisationId, search);
  const list = useInfiniteQuery(
    inPages(trpc.occurrences.list.queryKey(input), (cursor) => client.occurrences.list.query({ ...input, cursor })),
  );
  const rows = list.data?.pages.flatMap(({ items }) => items) ?? [];
  const chosen = useSelection(rows);
  const filtered = setsAnything(search);
  const change = (next: OccurrenceSearch) => void navigate({ search: next, replace: true });

  return (
    <Page
      title={t('occurrence.title')}
      lead={t('occurrence.lead')}
      actions={
        <Button icon={<PrinterOutlined aria-hidden />} onClick={() => window.print()}>
          {t('action.print')}
        </Button>
      }
    >
      <Filters
        search={search}
        onChange={change}
        licences={licences}
        tabs={
          <StatusTabs
            chosen={search.status ?? []}
            counts={counts.data}
            onChoose={(status) => change({ ...search, status })}
          />
        }
      />
      <FormFailure error={list.error} title={t('failure.title')} />
      {list.isPending ? (
        <PageSkeleton />
      ) : (
        <Card flush label={t('occurrence.title')} busy={list.isPlaceholderData}>
          {canWrite && rows.length > 0 && <BulkBar chosen={chosen} listed={rows} />}
          {rows.length === 0 ? (
            <EmptyState
              icon={<ScheduleOutlined />}
              title={t(filtered ? 'occurrence.emptyTitle' : 'occurrence.noneTitle')}
              text={t(filtered ? 'occurrence.emptyText' : 'occurrence.noneText')}
              action={
                filtered ? (
                  <Button onClick={() => change({})}>{t('action.clear')}</Button>
                ) : (
                  <ButtonLink to="/licences/import" primary>
                    {t('nav.importLicence')}
                  </ButtonLink>
                )
              }
            />
          ) : (
            <OccurrenceTable
              rows={rows}
              selection={canWrite ? chosen : undefined}
              {...(licences.length < 2 ? { without: ['licence'] } : {})}
              foot={
                <>
                  <span role="status">
                    {t(list.hasNextPage ? 'table.shown' : 'table.count', { count: rows.length })}
                  </span>
                  {list.hasNextPage && (
                    <Button
                      className="zq-no-print"
                      loading={list.isFetchingNextPage}
                      onClick={() => void list.fetchNextPage()}
                    >
                      {t('action.more')}
                    </Button>
                  )}
                </>
              }
            />
          )}
        </Card>
      )}
      <MarksLegend />
    </Page>
  );
}
