import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../../../ui/button-link.tsx';
import { Notice } from '../../../ui/notice.tsx';

/** Said before the work of checking begins, not after it. */
export function KnownLicence({ licenceId, number }: { licenceId: string; number: string | null }) {
  const { t } = useTranslation();
  return (
    <Notice
      tone="warning"
      title={t('importing.known', { number: number ?? '' })}
      actions={
        <ButtonLink to="/licences/$licenceId" params={{ licenceId }}>
          {t('importing.openKnown')}
        </ButtonLink>
      }
    >
      {t('importing.knownText')}
    </Notice>
  );
}
