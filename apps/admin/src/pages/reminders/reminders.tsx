import { getRouteApi } from '@tanstack/react-router';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '../../ui/page.tsx';
import { PageSkeleton } from '../../ui/page-skeleton.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { Ledger } from './ledger.tsx';
import { Reviews } from './reviews/reviews.tsx';
import { Robots } from './robots/robots.tsx';
import { Rules } from './rules/rules.tsx';

const route = getRouteApi('/app/reminders');

/** When and how a company tells its people, the proof that it did, and how often standing duties are reviewed. */
export function RemindersPage() {
  const { t } = useTranslation();
  const { tab = 'rules' } = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <Page title={t('notice.remindersTitle')} lead={t('notice.remindersLead')}>
      <Suspense fallback={<PageSkeleton />}>
        <Tabs
          label={t('notice.tab.label')}
          active={tab}
          onChange={(key) => void navigate({ search: { tab: key }, replace: true })}
          tabs={[
            { key: 'rules', label: t('notice.tab.rules'), content: <Rules /> },
            { key: 'reviews', label: t('notice.tab.reviews'), content: <Reviews /> },
            { key: 'robots', label: t('notice.tab.robots'), content: <Robots /> },
            { key: 'ledger', label: t('notice.tab.ledger'), content: <Ledger /> },
          ]}
        />
      </Suspense>
    </Page>
  );
}
