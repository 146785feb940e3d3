import { SafetyCertificateOutlined } from '@ant-design/icons';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Button, Checkbox, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { FormFailure } from '../../components/failure.tsx';
import { MarksLegend } from '../../components/marks.tsx';
import { useOrganisationId, useSession } from '../../session.tsx';
import { trpc } from '../../trpc.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { Card } from '../../ui/card.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FilterTabs } from '../../ui/filter-tabs.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageSkeleton } from '../../ui/page-skeleton.tsx';
import { ResultTable } from './result-table.tsx';
import { OUTCOMES, type StaffingSearch } from './search.ts';

const route = getRouteApi('/app/staffing');

/** All checks of one licence on a chosen day. */
export function ChecksTab() {
  const { t } = useTranslation();
  const organisationId = useOrganisationId();
  const { today } = useSession();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const set = (change: StaffingSearch) =>
    void navigate({ search: { ...search, ...change }, replace: true, resetScroll: false });
  const { on, knownOn, outcome } = search;
  const check = useQuery(
    trpc.staffing.check.queryOptions(
      {
        organisationId,
        ...(on === undefined ? {} : { on }),
        ...(knownOn === undefined ? {} : { knownOn }),
      },
      { placeholderData: keepPreviousData },
    ),
  );
  if (check.data === undefined) {
    return check.error === null ? <PageSkeleton /> : <FormFailure error={check.error} title={t('failure.title')} />;
  }
  const { licences, hasRoster } = check.data;
  const licence = licences.find(({ licenceId }) => licenceId === search.licence) ?? licences[0];
  if (licence === undefined) {
    return (
      <Card label={t('staffing.title')}>
        <EmptyState
          icon={<SafetyCertificateOutlined />}
          title={t('staffing.noLicenceTitle')}
          text={t('staffing.noLicenceText')}
          action={
            <ButtonLink primary to="/licences/import">
              {t('nav.importLicence')}
            </ButtonLink>
          }
        />
      </Card>
    );
  }
  const rows = licence.results.filter((result) => outcome === undefined || result.outcome === outcome);
  const counted = { ...licence.counts, 'does-not-apply': licence.counts.doesNotApply };
  return (
    <div className="zq-stack">
      <FormFailure error={check.error} title={t('failure.title')} />
      {!hasRoster && (
        <Notice
          tone="unknown"
          title={t('staffing.noRosterTitle')}
          actions={<ButtonLink to="/people">{t('staffing.toPeople')}</ButtonLink>}
        >
          {t('staffing.noRosterText')}
        </Notice>
      )}
      <search className="zq-row zq-no-print" aria-label={t('staffing.tab.checks')}>
        <span className="zq-muted">{t('staffing.on')}</span>
        <DateField
          label={t('staffing.on')}
          value={on ?? today}
          onChange={(day) => set({ on: day === today ? undefined : (day ?? undefined) })}
        />
        {on !== undefined && <Button onClick={() => set({ on: undefined })}>{t('staffing.today')}</Button>}
        <Checkbox
          checked={knownOn !== undefined}
          disabled={(on ?? today) > today}
          title={t('staffing.knownOnHint')}
          onChange={({ target }) => set({ knownOn: target.checked ? (on ?? today) : undefined })}
        >
          {t('staffing.knownOn')}
        </Checkbox>
        {licences.length > 1 && (
          <Select
            aria-label={t('staffing.licence')}
            className="zq-staffing-licence"
            value={licence.licenceId}
            onChange={(id) => set({ licence: id })}
            options={licences.map(({ licenceId, number }) => ({
              value: licenceId,
              label: number ?? t('state.notPrinted'),
            }))}
          />
        )}
      </search>
      <FilterTabs
        label={t('staffing.outcomeFilter')}
        chosen={outcome ?? 'all'}
        onChoose={(key) => set({ outcome: key === 'all' ? undefined : key })}
        tabs={[
          { key: 'all' as const, label: t('state.all'), count: licence.results.length },
          ...OUTCOMES.map((key) => ({ key, label: t(`staffing.outcome.${key}`), count: counted[key] })),
        ]}
      />
      <Card flush label={t('staffing.tab.checks')} busy={check.isPlaceholderData}>
        {rows.length === 0 ? (
          <p className="zq-card-text zq-muted">{t('staffing.noneOf')}</p>
        ) : (
          <ResultTable rows={rows} licenceId={licence.licenceId} />
        )}
      </Card>
      <MarksLegend />
    </div>
  );
}
