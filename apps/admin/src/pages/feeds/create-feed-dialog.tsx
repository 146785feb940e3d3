import { useMutation } from '@tanstack/react-query';
import { Button, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormFailure } from '../../components/failure.tsx';
import { SecretOnce } from '../../components/secret-once.tsx';
import { useLanguage } from '../../i18n/language.ts';
import { useSession } from '../../session.tsx';
import { refreshAll, trpc } from '../../trpc.ts';
import { ChoiceField } from '../../ui/choice-field.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { InstantText } from '../../ui/date-text.tsx';
import { RadioField } from '../../ui/radio-field.tsx';

/** Makes the address of a calendar and shows it once; an earlier one of the same kind ends with it. */
export function CreateFeedDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const { organisation } = useSession();
  const own = useLanguage().language;
  const [scope, setScope] = useState<'mine' | 'company'>('mine');
  const [language, setLanguage] = useState(own);
  const create = useMutation(trpc.calendarFeeds.create.mutationOptions({ onSuccess: refreshAll }));
  if (create.data !== undefined) {
    return (
      <Modal
        open
        title={t('feed.onceTitle')}
        footer={
          <Button type="primary" onClick={onClose}>
            {t('feed.kept')}
          </Button>
        }
        onCancel={onClose}
        closable={{ 'aria-label': t('action.close') }}
      >
        <div className="zq-stack">
          <p>{t('feed.once')}</p>
          <SecretOnce label={t('feed.address')} text={`${window.location.origin}${create.data.path}`} />
          <p>{t('feed.how')}</p>
          <p className="zq-small zq-faint">
            {t('feed.column.ends')} <InstantText at={create.data.expiresAt} />
          </p>
        </div>
      </Modal>
    );
  }
  return (
    <ConfirmDialog
      title={t('feed.create')}
      confirm={t('feed.create')}
      pending={create.isPending}
      onConfirm={() =>
        create.mutate(scope === 'mine' ? { scope, language } : { scope, organisationId: organisation.id, language })
      }
      onClose={onClose}
    >
      {organisation.kind === 'company' && (
        <RadioField
          label={t('feed.column.what')}
          value={scope}
          onChange={setScope}
          options={[
            { value: 'mine', label: t('feed.mine') },
            { value: 'company', label: t('feed.company', { company: organisation.name }) },
          ]}
        />
      )}
      <ChoiceField
        label={t('feed.language')}
        value={language}
        onChange={setLanguage}
        options={[
          { value: 'zh', label: '中文' },
          { value: 'en', label: 'English' },
        ]}
      />
      <p>{t('feed.warn')}</p>
      <FormFailure error={create.error} />
    </ConfirmDialog>
  );
}
