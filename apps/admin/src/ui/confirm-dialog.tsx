import { Modal } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface ConfirmDialogProps {
  title: string;
  /** The button that does it, in the words of the act. */
  confirm: string;
  danger?: boolean;
  disabled?: boolean;
  pending: boolean;
  onConfirm: () => void;
  onClose: () => void;
  /** What will happen, fields that the act needs, and the refusal of the server. */
  children: ReactNode;
}

/** Asks before an act that cannot simply be undone, and stays open until the server has agreed. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { title, confirm, danger = false, disabled = false, pending, onConfirm, onClose, children } = props;
  const { t } = useTranslation();
  return (
    <Modal
      open
      title={title}
      okText={confirm}
      cancelText={t('action.cancel')}
      okButtonProps={{ danger, disabled, loading: pending }}
      onOk={onConfirm}
      onCancel={onClose}
      closable={{ 'aria-label': t('action.close') }}
    >
      <div className="zq-stack">{children}</div>
    </Modal>
  );
}
