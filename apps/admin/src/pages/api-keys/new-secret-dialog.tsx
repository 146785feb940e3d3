import { Button, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { SecretOnce } from '../../components/secret-once.tsx';
import { InstantText } from '../../ui/date-text.tsx';
import { Notice } from '../../ui/notice.tsx';

export interface NewSecret {
  secret: string;
  /** After a rotation: when the key before it ends. */
  previousEndsAt: string | null;
}

/** The one time a key is on screen. Only its own button closes it, so that no stray click loses the key. */
export function NewSecretDialog({ secret, onClose }: { secret: NewSecret; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Modal
      open
      title={t(secret.previousEndsAt === null ? 'apiKey.createdTitle' : 'apiKey.rotatedTitle')}
      closable={false}
      keyboard={false}
      mask={{ closable: false }}
      footer={
        <Button type="primary" onClick={onClose}>
          {t('apiKey.stored')}
        </Button>
      }
    >
      <div className="zq-stack">
        <Notice tone="warning" title={t('apiKey.secretText')} />
        <SecretOnce label={t('apiKey.secretLabel')} text={secret.secret} />
        {secret.previousEndsAt !== null && (
          <p>
            {t('apiKey.previousEnds')} <InstantText at={secret.previousEndsAt} />
          </p>
        )}
      </div>
    </Modal>
  );
}
