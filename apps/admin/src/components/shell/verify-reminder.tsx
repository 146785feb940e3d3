import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { sessionQuery } from '../../session.tsx';

/** Until the address of the one who is signed in is proven: leads to where it is done. */
export function VerifyReminder() {
  const { t } = useTranslation();
  const { data } = useSuspenseQuery(sessionQuery());
  if (data.user?.emailVerified !== false) return null;
  return (
    <div className="zq-shell-notice" role="note">
      {t('security.verifyReminder')} <Link to="/security">{t('security.verifyNow')}</Link>
    </div>
  );
}
