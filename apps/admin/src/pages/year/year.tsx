import { CalendarOutlined, LeftOutlined, PrinterOutlined, RightOutlined } from '@ant-design/icons';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Button, Drawer, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { FormFailure } from '../../components/failure.tsx';
import { useLicenceNames } from '../../components/licence-names.ts';
import { OccurrenceTable } from '../../components/occurrences/occurrence-table.tsx';
import { useOrganisationId, useSession } from '../../session.tsx';
import { trpc } from '../../trpc.ts';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Page } from '../../ui/page.tsx';
import { PageSkeleton } from '../../ui/page-skeleton.tsx';
import { useMedia } from '../../ui/use-media.ts';
import { MonthList } from './month-list.tsx';
import { RestDays } from './rest-days.tsx';
import { YearGrid } from './year-grid.tsx';

const route = getRouteApi('/app/year');

/** A year at a glance: what falls due when, and within which windows. */
export function YearPage() {
  const { t } = useTranslation();
  const organisationId = useOrganisationId();
  const { today } = useSession();
  const { year = Number(today.slice(0, 4)), licence, day } = route.useSearch();
  const navigate = route.useNavigate();
  const { licences } = useLicenceNames();
  const onPhone = useMedia('(max-width: 760px)');
  const { data, error, isPending } = useQuery({
    ...trpc.occurrences.year.queryOptions({ organisationId, licenceId: licence, year }),
    placeholderData: keepPreviousData,
  });
  const go = (change: { year?: number; licence?: string | undefined; day?: string | undefined }) =>
    void navigate({ search: (old) => ({ ...old, ...change }), replace: true });
  const items = data?.items ?? [];
  return (
    <Page
      title={`${t('occurrence.year.title')} ${year}`}
      lead={t('occurrence.year.lead')}
      actions={
        <>
          {licences.length > 1 && (
            <Select
              aria-label={t('occurrence.filter.licence')}
              placeholder={t('occurrence.year.allLicences')}
              allowClear
              value={licence ?? null}
              options={licences.map(({ id, name }) => ({ value: id, label: name }))}
              onChange={(id: string | null | undefined) => go({ licence: id ?? undefined })}
            />
          )}
          <Button
            icon={<LeftOutlined aria-hidden />}
            aria-label={t('occurrence.year.previous')}
            onClick={() => go({ year: year - 1, day: undefined })}
          />
          <Button
            icon={<RightOutlined aria-hidden />}
            aria-label={t('occurrence.year.next')}
            onClick={() => go({ year: year + 1, day: undefined })}
          />
          <Button icon={<PrinterOutlined aria-hidden />} onClick={() => window.print()}>
            {t('action.print')}
          </Button>
        </>
      }
    >
      <FormFailure error={error} title={t('failure.title')} />
      {isPending && <PageSkeleton />}
      {data !== undefined && (
        <>
          <p className="zq-small zq-faint" role="status">
            {t('occurrence.year.total', { count: items.length })}
            {`${year}-12-31` > data.coverage.to &&
              ` · ${t('occurrence.year.provisionalMonths', { from: data.coverage.to })}`}
          </p>
          {items.length === 0 ? (
            <Card>
              <EmptyState
                icon={<CalendarOutlined />}
                title={t('occurrence.year.empty', { year })}
                text={t('occurrence.emptyText')}
              />
            </Card>
          ) : onPhone ? (
            <MonthList items={items} />
          ) : (
            <Card flush label={t('occurrence.year.title')}>
              <YearGrid
                year={year}
                items={items}
                today={today}
                coveredTo={data.coverage.to}
                onDay={(chosen) => go({ day: chosen })}
              />
            </Card>
          )}
          <RestDays days={data.restDays} />
        </>
      )}
      <Drawer
        open={day !== undefined}
        size={720}
        title={day === undefined ? '' : t('occurrence.year.day', { date: day })}
        closable={{ 'aria-label': t('action.close') }}
        onClose={() => go({ day: undefined })}
        styles={{ body: { padding: 0 } }}
      >
        <OccurrenceTable rows={items.filter(({ dueOn }) => dueOn === day)} without={['licence', 'mark']} />
      </Drawer>
    </Page>
  );
}
