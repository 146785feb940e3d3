import { getRouteApi } from '@tanstack/react-router';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '../../ui/page.tsx';
import { PageSkeleton } from '../../ui/page-skeleton.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { ChecksTab } from './checks-tab.tsx';
import { GapsTab } from './gaps-tab.tsx';
import { ParametersTab } from './parameters-tab.tsx';
import { RecordsTab } from './records-tab.tsx';
import { STAFFING_TABS } from './search.ts';
import './staffing.css';

const route = getRouteApi('/app/staffing');

const CONTENT = {
  checks: <ChecksTab />,
  gaps: <GapsTab />,
  records: <RecordsTab />,
  parameters: <ParametersTab />,
};

/** Who must be there, who is, from when somebody will be missing, and by which numbers. */
export function StaffingPage() {
  const { t } = useTranslation();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <Page title={t('staffing.title')} lead={t('staffing.lead')}>
      <Tabs
        label={t('staffing.tabs')}
        active={search.tab ?? 'checks'}
        onChange={(tab) => void navigate({ search: { ...search, tab }, replace: true, resetScroll: false })}
        tabs={STAFFING_TABS.map((key) => ({
          key,
          label: t(`staffing.tab.${key}`),
          content: <Suspense fallback={<PageSkeleton />}>{CONTENT[key]}</Suspense>,
        }))}
      />
    </Page>
  );
}
