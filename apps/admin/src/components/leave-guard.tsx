import { useBlocker } from '@tanstack/react-router';
import { Modal } from 'antd';
import { useTranslation } from 'react-i18next';

/** Asks before a page with unsaved work is left, by a link, by going back, or by closing the tab. */
export function LeaveGuard({ dirty }: { dirty: boolean }) {
  const { t } = useTranslation();
  const { status, proceed, reset } = useBlocker({
    shouldBlockFn: ({ current, next }) => dirty && current.pathname !== next.pathname,
    enableBeforeUnload: dirty,
    withResolver: true,
  });
  return (
    <Modal
      open={status === 'blocked'}
      title={t('failure.leaveTitle')}
      okText={t('failure.leave')}
      okButtonProps={{ danger: true }}
      cancelText={t('failure.stay')}
      onOk={() => proceed?.()}
      onCancel={() => reset?.()}
    >
      {t('failure.leaveText')}
    </Modal>
  );
}
