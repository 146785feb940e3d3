import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldError } from '../../app-error.ts';
import { FormFailure } from '../../components/failure.tsx';
import { ROLES } from '../../components/roles.ts';
import { useDone } from '../../components/use-done.ts';
import { useLanguage, useSay } from '../../i18n/language.ts';
import { useSession } from '../../session.tsx';
import { trpc } from '../../trpc.ts';
import { ChoiceField } from '../../ui/choice-field.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { TextField } from '../../ui/text-field.tsx';

export function InviteDialog({ organisationId, onClose }: { organisationId: string; onClose: () => void }) {
  const { t } = useTranslation();
  const say = useSay();
  const done = useDone();
  const { language } = useLanguage();
  const { organisation } = useSession();
  const [email, setEmail] = useState('');
  const [role, setRole] = useState<(typeof ROLES)[number]>('member');
  const [tried, setTried] = useState(false);
  const invite = useMutation(
    trpc.invitations.create.mutationOptions({ onSuccess: () => done(t('access.invited'), onClose) }),
  );
  const refused = fieldError(invite.error, 'email');
  const roles = organisation.role === 'owner' ? ROLES : ROLES.filter((candidate) => candidate !== 'owner');
  const submit = () => {
    setTried(true);
    if (email.trim() !== '') invite.mutate({ organisationId, email: email.trim(), role, language });
  };
  return (
    <ConfirmDialog
      title={t('access.inviteTitle')}
      confirm={t('access.inviteSend')}
      pending={invite.isPending}
      onConfirm={submit}
      onClose={onClose}
    >
      <p className="zq-muted">{t('access.inviteText')}</p>
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
      <ChoiceField
        label={t('access.column.role')}
        value={role}
        onChange={setRole}
        options={roles.map((value) => ({ value, label: t(`access.role.${value}`) }))}
        hint={t(`access.roleText.${role}`)}
      />
      {refused === null && <FormFailure error={invite.error} />}
    </ConfirmDialog>
  );
}
