import { useTranslation } from 'react-i18next';
import { EntrancePage } from '../../components/entrance-page.tsx';
import { Enrolment } from '../../components/second-factor/enrolment.tsx';
import { renewSession } from '../../session.tsx';

/** Whose role demands a second factor sets it up before anything else. */
export function EnrolFirst() {
  const { t } = useTranslation();
  return (
    <EntrancePage title={t('security.enrolMustTitle')} lead={t('security.enrolMustText')}>
      <Enrolment onDone={() => void renewSession()} />
    </EntrancePage>
  );
}
