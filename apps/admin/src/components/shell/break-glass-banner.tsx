import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../session.tsx';
import { InstantText } from '../../ui/date-text.tsx';

/** While an operator looks into an organisation: that it is no ordinary visit, and when it ends. */
export function BreakGlassBanner() {
  const { t } = useTranslation();
  const { organisation } = useSession();
  if (organisation.role !== 'operator' || organisation.until === null) return null;
  return (
    <div className="zq-shell-notice" role="note">
      {t('security.lookIn')} <InstantText at={organisation.until} />{' '}
      <Link to="/operator" search={{ tab: 'break-glass' }}>
        {t('security.lookInEnd')}
      </Link>
    </div>
  );
}
