import { useMutation } from '@tanstack/react-query';
import { Button, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldError } from '../../../app-error.ts';
import { FormFailure } from '../../../components/failure.tsx';
import { SecretOnce } from '../../../components/secret-once.tsx';
import { useDone } from '../../../components/use-done.ts';
import { useLanguage, useSay } from '../../../i18n/language.ts';
import { useOrganisationId } from '../../../session.tsx';
import { refreshAll, trpc } from '../../../trpc.ts';
import { ChoiceField } from '../../../ui/choice-field.tsx';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { InstantText } from '../../../ui/date-text.tsx';
import { NumberField } from '../../../ui/number-field.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import type { RequestDetail } from './request-detail.ts';

interface LinkDialogProps {
  request: RequestDetail;
  /** Shown here to be copied, or mailed without being shown. */
  how: 'make' | 'send';
  onClose: () => void;
}

/** Makes a link; one made earlier ends with it. */
export function LinkDialog({ request, how, onClose }: LinkDialogProps) {
  const { t } = useTranslation();
  const say = useSay();
  const done = useDone();
  const organisationId = useOrganisationId();
  const own = useLanguage().language;
  const [days, setDays] = useState<number | null>(14);
  const [email, setEmail] = useState('');
  const [language, setLanguage] = useState(own);
  const make = useMutation(trpc.requests.makeLink.mutationOptions({ onSuccess: refreshAll }));
  const send = useMutation(
    trpc.requests.sendLink.mutationOptions({ onSuccess: () => done(t('request.link.sent'), onClose) }),
  );
  const act = how === 'make' ? make : send;
  const refused = fieldError(send.error, 'email');
  if (make.data !== undefined) {
    return (
      <Modal
        open
        title={t('request.link.onceTitle')}
        footer={
          <Button type="primary" onClick={onClose}>
            {t('request.link.kept')}
          </Button>
        }
        onCancel={onClose}
        closable={{ 'aria-label': t('action.close') }}
      >
        <div className="zq-stack">
          <p>{t('request.link.once')}</p>
          <SecretOnce label={t('request.link.title')} text={`${window.location.origin}${make.data.path}`} />
          <p className="zq-small zq-faint">
            {t('request.link.live')} <InstantText at={make.data.expiresAt} />
          </p>
        </div>
      </Modal>
    );
  }
  const confirm = () => {
    if (days === null) return;
    if (how === 'make') make.mutate({ organisationId, requestId: request.id, days });
    else send.mutate({ organisationId, requestId: request.id, days, email: email.trim(), language });
  };
  return (
    <ConfirmDialog
      title={t(`request.link.${how}`)}
      confirm={t(`request.link.${how}`)}
      disabled={days === null || (how === 'send' && email.trim() === '')}
      pending={act.isPending}
      onConfirm={confirm}
      onClose={onClose}
    >
      <p>{t('request.link.warn')}</p>
      {request.link?.live === true && <p>{t('request.link.replaces')}</p>}
      <NumberField label={t('request.link.days')} min={1} max={30} value={days} onChange={setDays} />
      {how === 'send' && (
        <>
          <TextField
            label={t('request.link.email')}
            type="email"
            autoComplete="off"
            value={email}
            onChange={setEmail}
            problem={refused === null ? null : say(refused)}
          />
          <ChoiceField
            label={t('request.link.language')}
            value={language}
            onChange={setLanguage}
            options={[
              { value: 'zh', label: '中文' },
              { value: 'en', label: 'English' },
            ]}
          />
        </>
      )}
      <FormFailure error={act.error} fieldsShown={refused !== null} />
    </ConfirmDialog>
  );
}
