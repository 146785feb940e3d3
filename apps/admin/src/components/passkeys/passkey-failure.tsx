import { useTranslation } from 'react-i18next';
import { Notice } from '../../ui/notice.tsx';
import { FormFailure } from '../failure.tsx';
import { DeviceRefusal } from './device.ts';

/** What went wrong with a passkey: at the device, or at the server. Shows nothing while all is well. */
export function PasskeyFailure({ error }: { error: unknown }) {
  const { t } = useTranslation();
  if (!(error instanceof DeviceRefusal)) return <FormFailure error={error} title={t('security.notAccepted')} />;
  return <Notice tone="warning" live title={t(`security.passkeyRefused.${error.reason}`)} />;
}
