import { useMutation } from '@tanstack/react-query';
import { App, Button, Drawer, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { appErrorOf } from '../../../app-error.ts';
import { FormFailure } from '../../../components/failure.tsx';
import { LicenceFields } from '../../../components/licence-form/licence-fields.tsx';
import { useEffectText } from '../../../components/schedule/effect.ts';
import { useOrganisationId } from '../../../session.tsx';
import { refreshAll, type RouterOutputs, trpc } from '../../../trpc.ts';

interface CorrectDrawerProps {
  data: RouterOutputs['licences']['get'];
  onClose: () => void;
}

/** Corrects the register. The version is sent along: who corrects what somebody else has just changed, is told so. */
export function CorrectDrawer({ data, onClose }: CorrectDrawerProps) {
  const { t } = useTranslation();
  const { notification, modal } = App.useApp();
  const effectText = useEffectText();
  const organisationId = useOrganisationId();
  const [licence, setLicence] = useState(data.licence);
  const [reason, setReason] = useState('');
  const dirty = JSON.stringify(licence) !== JSON.stringify(data.licence);
  const correct = useMutation(
    trpc.licences.correct.mutationOptions({
      onSuccess: async ({ changed, schedule }) => {
        await refreshAll();
        notification.success({
          title: changed.length === 0 ? t('licence.notChanged') : t('licence.corrected', { count: changed.length }),
          description: effectText(schedule),
        });
        onClose();
      },
    }),
  );
  const close = async () => {
    if (!dirty) return onClose();
    const leave = await modal.confirm({
      title: t('failure.leaveTitle'),
      content: t('failure.leaveText'),
      okText: t('failure.leave'),
      cancelText: t('failure.stay'),
    });
    if (leave) onClose();
  };
  const refused = (appErrorOf(correct.error)?.fields ?? [])
    .filter(({ path }) => path.startsWith('licence.'))
    .map(({ path, message }) => ({ path: path.slice('licence.'.length), message }));
  return (
    <Drawer
      open
      size={640}
      title={t('licence.correctTitle')}
      onClose={() => void close()}
      closable={{ 'aria-label': t('action.close') }}
      footer={
        <div className="zq-stack-tight">
          <FormFailure error={correct.error} />
          <div className="zq-row">
            <Button
              type="primary"
              disabled={!dirty}
              loading={correct.isPending}
              onClick={() =>
                correct.mutate({
                  organisationId,
                  licenceId: data.id,
                  version: data.version,
                  licence,
                  ...(reason.trim() === '' ? {} : { reason: reason.trim() }),
                })
              }
            >
              {t('action.save')}
            </Button>
            <Button onClick={() => void close()}>{t('action.cancel')}</Button>
          </div>
        </div>
      }
    >
      <p className="zq-muted">{t('licence.correctLead')}</p>
      <LicenceFields
        licence={licence}
        onChange={setLicence}
        original={data.licence}
        readings={data.readingFields}
        refused={refused}
      />
      <div className="zq-field">
        <label className="zq-field-label" htmlFor="reason">
          {t('licence.reason')}
        </label>
        <Input
          id="reason"
          value={reason}
          placeholder={t('licence.reasonHint')}
          onChange={({ target }) => setReason(target.value)}
        />
      </div>
    </Drawer>
  );
}
