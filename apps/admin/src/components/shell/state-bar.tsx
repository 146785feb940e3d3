import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../session.tsx';
import { BreakGlassBanner } from './break-glass-banner.tsx';

/** What holds for every page of this organisation: that it is a sandbox, that it ends, or that one may only look. */
export function StateBar() {
  const { t } = useTranslation();
  const { organisation, canWrite } = useSession();
  const { isSandbox, status, role } = organisation;
  const isClosing = status === 'closing';
  return (
    <>
      {isSandbox && (
        <div className="zq-shell-notice" data-tone="info" role="note">
          {t('organisation.sandboxBar')}
        </div>
      )}
      <BreakGlassBanner />
      {!canWrite && role !== 'operator' && (
        <div className="zq-shell-notice" role="note">
          {t(isClosing ? 'frame.closing' : 'frame.readOnly')}{' '}
          {isClosing && role !== 'consultant' && <Link to="/organisation">{t('frame.closingMore')}</Link>}
        </div>
      )}
    </>
  );
}
