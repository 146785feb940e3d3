import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Page } from '../../ui/page.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { ChainState } from './chain-state.tsx';
import { Denials } from './denials.tsx';
import { Entries } from './entries.tsx';
import { ExportButton } from './export-button.tsx';
import { OperatorAccess } from './operator-access.tsx';

const route = getRouteApi('/app/audit');

/** Who did what here, who was refused, and whether the record is whole. */
export function AuditPage() {
  const { t } = useTranslation();
  const { tab = 'entries' } = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <Page title={t('audit.title')} lead={t('audit.lead')} actions={<ExportButton />}>
      <ChainState />
      <Tabs
        label={t('audit.tab.label')}
        active={tab}
        onChange={(key) => void navigate({ search: { tab: key }, replace: true })}
        tabs={[
          { key: 'entries', label: t('audit.tab.entries'), content: <Entries /> },
          { key: 'denials', label: t('audit.tab.denials'), content: <Denials /> },
          { key: 'operator', label: t('audit.tab.operator'), content: <OperatorAccess /> },
        ]}
      />
    </Page>
  );
}
