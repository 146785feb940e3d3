import type { ReactNode } from 'react';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { FormFailure } from '../failure.tsx';
import { ConflictNotice } from './conflict-notice.tsx';
import type { Seen } from './use-seen.ts';

interface MoveDialogProps {
  title: string;
  confirm: string;
  danger?: boolean;
  disabled?: boolean;
  seen: Seen;
  /** The call that makes the move. */
  call: { isPending: boolean; error: unknown; reset: () => void };
  onConfirm: () => void;
  onClose: () => void;
  children: ReactNode;
}

/** The form of a move. When somebody else changed the item meanwhile, it stays as it was filled in and says so. */
export function MoveDialog(props: MoveDialogProps) {
  const { title, confirm, danger = false, disabled = false, seen, call, onConfirm, onClose, children } = props;
  const goOn = () => {
    seen.lookAgain();
    call.reset();
  };
  return (
    <ConfirmDialog
      title={title}
      confirm={confirm}
      danger={danger}
      disabled={disabled || seen.isStale}
      pending={call.isPending}
      onConfirm={onConfirm}
      onClose={onClose}
    >
      {children}
      {seen.isStale ? (
        <ConflictNotice seen={seen} error={call.error} onGo={goOn} />
      ) : (
        <FormFailure error={call.error} />
      )}
    </ConfirmDialog>
  );
}
