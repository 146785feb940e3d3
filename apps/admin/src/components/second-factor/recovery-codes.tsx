import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Notice } from '../../ui/notice.tsx';
import { SecretOnce } from '../secret-once.tsx';

/** The recovery codes, the one time they are shown. */
export function RecoveryCodes({ codes, onStored }: { codes: readonly string[]; onStored: () => void }) {
  const { t } = useTranslation();
  return (
    <div className="zq-stack">
      <Notice tone="warning" title={t('security.codesText')} />
      <SecretOnce label={t('security.codesLabel')} text={codes.join('\n')} fileName="zhengqi-recovery-codes.txt" />
      <Button type="primary" onClick={onStored}>
        {t('security.codesStored')}
      </Button>
    </div>
  );
}
