import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { sessionQuery } from '../../session.tsx';

/** Until the second factor is mandatory for this person: says from when on, and leads there. */
export function EnrolReminder() {
  const { t } = useTranslation();
  const { data } = useSuspenseQuery(sessionQuery());
  const factor = data.secondFactor;
  if (factor === null || factor.enrolled || factor.enrolBy === null) return null;
  return (
    <div className="zq-shell-notice" role="note">
      {t('frame.enrolBy', { date: factor.enrolBy.slice(0, 10) })} <Link to="/security">{t('frame.enrolNow')}</Link>
    </div>
  );
}
