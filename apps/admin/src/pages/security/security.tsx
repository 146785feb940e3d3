import { useTranslation } from 'react-i18next';
import { Page } from '../../ui/page.tsx';
import { AccountCard } from './account-card.tsx';
import { PasskeysCard } from './passkeys-card.tsx';
import { PasswordCard } from './password-card.tsx';
import { SecondFactorCard } from './second-factor-card.tsx';
import { SessionsCard } from './sessions-card.tsx';
import './security.css';

/** What belongs to the person, whatever company they work for. */
export function SecurityPage() {
  const { t } = useTranslation();
  return (
    <Page title={t('security.title')} lead={t('security.lead')}>
      <div className="zq-security">
        <SecondFactorCard />
        <PasskeysCard />
        <PasswordCard />
        <AccountCard />
      </div>
      <SessionsCard />
    </Page>
  );
}
