import { SmileOutlined } from '@ant-design/icons';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { FormFailure } from '../../components/failure.tsx';
import { useOrganisationId } from '../../session.tsx';
import { trpc } from '../../trpc.ts';
import { Card } from '../../ui/card.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PageSkeleton } from '../../ui/page-skeleton.tsx';
import { GapTable } from './gap-table.tsx';

const route = getRouteApi('/app/staffing');

/** From when, until when and why somebody will be missing, as far as the roster says. */
export function GapsTab() {
  const { t } = useTranslation();
  const organisationId = useOrganisationId();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { until } = search;
  const gaps = useQuery(
    trpc.staffing.gaps.queryOptions(
      { organisationId, ...(until === undefined ? {} : { until }) },
      { placeholderData: keepPreviousData },
    ),
  );
  return (
    <div className="zq-stack">
      <p className="zq-muted">{t('staffing.gapsLead')}</p>
      <FormFailure error={gaps.error} title={t('failure.title')} />
      {gaps.isPending && <PageSkeleton />}
      {gaps.data !== undefined && (
        <>
          <search className="zq-row zq-no-print" aria-label={t('staffing.tab.gaps')}>
            <span className="zq-muted">{t('staffing.gapsUntil')}</span>
            <DateField
              label={t('staffing.gapsUntil')}
              value={gaps.data.until}
              min={gaps.data.asOf}
              onChange={(day) =>
                void navigate({ search: { ...search, until: day ?? undefined }, replace: true, resetScroll: false })
              }
            />
          </search>
          <Card flush label={t('staffing.tab.gaps')} busy={gaps.isPlaceholderData}>
            {gaps.data.items.length === 0 ? (
              <EmptyState icon={<SmileOutlined />} title={t('staffing.noGapsTitle')} text={t('staffing.noGapsText')} />
            ) : (
              <GapTable {...gaps.data} />
            )}
          </Card>
        </>
      )}
    </div>
  );
}
