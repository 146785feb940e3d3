import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { PlainShell } from '../../components/shell/plain-shell.tsx';
import { Page } from '../../ui/page.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { BreakGlassList } from './break-glass-list.tsx';
import { Notices } from './notices.tsx';
import { Organisations } from './organisations.tsx';

const route = getRouteApi('/operator');

/** The console of operators. It stands beside the app: an operator works for no company. */
export function OperatorPage() {
  const { t } = useTranslation();
  const { tab = 'organisations' } = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <PlainShell>
      <Page title={t('operator.title')} lead={t('operator.lead')}>
        <Tabs
          label={t('operator.tab.label')}
          active={tab}
          onChange={(key) => void navigate({ search: { tab: key }, replace: true })}
          tabs={[
            { key: 'organisations', label: t('operator.tab.organisations'), content: <Organisations /> },
            { key: 'notices', label: t('operator.tab.notices'), content: <Notices /> },
            { key: 'break-glass', label: t('operator.tab.breakGlass'), content: <BreakGlassList /> },
          ]}
        />
      </Page>
    </PlainShell>
  );
}
