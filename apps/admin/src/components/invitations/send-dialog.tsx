import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldError } from '../../app-error.ts';
import { useSay } from '../../i18n/language.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { FormFailure } from '../failure.tsx';

interface SendDialogProps {
  title: string;
  /** What the invitation offers, and what follows when it is accepted. */
  text: string;
  pending: boolean;
  error: unknown;
  /** Something besides the address is still missing, or nothing can be sent at all. */
  incomplete?: boolean;
  disabled?: boolean;
  onSend: (email: string) => void;
  onClose: () => void;
  /** Further fields, told whether the sender has tried already. */
  children?: (tried: boolean) => ReactNode;
}

/** Sends an invitation to an address. Every invitation is asked for in this way: to work here, to work for us, to take over. */
export function SendDialog(props: SendDialogProps) {
  const { title, text, pending, error, incomplete = false, disabled = false, onSend, onClose, children } = props;
  const { t } = useTranslation();
  const say = useSay();
  const [email, setEmail] = useState('');
  const [tried, setTried] = useState(false);
  const refused = fieldError(error, 'email');
  const submit = () => {
    setTried(true);
    if (email.trim() !== '' && !incomplete && !disabled) onSend(email.trim());
  };
  return (
    <ConfirmDialog
      title={title}
      confirm={t('access.inviteSend')}
      disabled={disabled}
      pending={pending}
      onConfirm={submit}
      onClose={onClose}
    >
      <p className="zq-muted">{text}</p>
      <TextField
        label={t('access.column.email')}
        type="email"
        autoComplete="off"
        autoFocus
        value={email}
        onChange={setEmail}
        onEnter={submit}
        problem={tried && email.trim() === '' ? t('session.emailMissing') : refused === null ? null : say(refused)}
      />
      {children?.(tried)}
      {refused === null && <FormFailure error={error} />}
    </ConfirmDialog>
  );
}
