import { useTranslation } from 'react-i18next';
import { TeamOutlined } from '@ant-design/icons';
import { SessionProvider } from '../../session.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { AppShell } from './app-shell.tsx';
import { SessionEndWatch } from './session-end-watch.tsx';

/** The app for a signed-in user; who has no company yet, is told so instead of seeing an empty app. */
export function SignedIn() {
  return (
    <SessionProvider otherwise={<NoOrganisation />}>
      <AppShell />
    </SessionProvider>
  );
}

function NoOrganisation() {
  const { t } = useTranslation();
  return (
    <SessionEndWatch>
      <EmptyState icon={<TeamOutlined />} title={t('session.noOrganisation')} text={t('session.noOrganisationText')} />
    </SessionEndWatch>
  );
}
