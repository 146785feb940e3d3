import { useMutation } from '@tanstack/react-query';
import { App, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormFailure } from '../../components/failure.tsx';
import { useEffectText } from '../../components/schedule/effect.ts';
import { useOrganisationId } from '../../session.tsx';
import { refreshAll, trpc } from '../../trpc.ts';

/** Takes an event back, with a reason: the record stays, its clocks stop. */
export function WithdrawDialog({ eventId, onClose }: { eventId: string; onClose: () => void }) {
  const { t } = useTranslation();
  const { notification } = App.useApp();
  const effectText = useEffectText();
  const organisationId = useOrganisationId();
  const [reason, setReason] = useState('');
  const withdraw = useMutation(
    trpc.events.withdraw.mutationOptions({
      onSuccess: async ({ schedule }) => {
        await refreshAll();
        notification.success({ title: t('event.withdrawn'), description: effectText(schedule) });
        onClose();
      },
    }),
  );
  return (
    <Modal
      open
      title={t('event.withdrawTitle')}
      okText={t('event.withdraw')}
      okButtonProps={{ danger: true, disabled: reason.trim() === '', loading: withdraw.isPending }}
      onOk={() => withdraw.mutate({ organisationId, eventId, reason: reason.trim() })}
      onCancel={onClose}
    >
      <div className="zq-stack">
        <p>{t('event.withdrawText')}</p>
        <div className="zq-stack-tight">
          <label htmlFor="withdraw-reason">{t('event.withdrawReason')}</label>
          <Input
            id="withdraw-reason"
            value={reason}
            placeholder={t('event.withdrawReasonHint')}
            onChange={({ target }) => setReason(target.value)}
          />
        </div>
        <FormFailure error={withdraw.error} />
      </div>
    </Modal>
  );
}
