import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SendDialog } from '../../components/invitations/send-dialog.tsx';
import { ROLES } from '../../components/roles.ts';
import { useDone } from '../../components/use-done.ts';
import { useLanguage } from '../../i18n/language.ts';
import { useSession } from '../../session.tsx';
import { trpc } from '../../trpc.ts';
import { ChoiceField } from '../../ui/choice-field.tsx';

/** Invites somebody to work in this organisation; owners are made by owners alone. */
export function InviteDialog({ organisationId, onClose }: { organisationId: string; onClose: () => void }) {
  const { t } = useTranslation();
  const done = useDone();
  const { language } = useLanguage();
  const { organisation } = useSession();
  const [role, setRole] = useState<(typeof ROLES)[number]>('member');
  const invite = useMutation(
    trpc.invitations.create.mutationOptions({ onSuccess: () => done(t('access.invited'), onClose) }),
  );
  const roles = organisation.role === 'owner' ? ROLES : ROLES.filter((candidate) => candidate !== 'owner');
  return (
    <SendDialog
      title={t('access.inviteTitle')}
      text={t('access.inviteText')}
      pending={invite.isPending}
      error={invite.error}
      onSend={(email) => invite.mutate({ organisationId, email, role, language })}
      onClose={onClose}
    >
      {() => (
        <ChoiceField
          label={t('access.column.role')}
          value={role}
          onChange={setRole}
          options={roles.map((value) => ({ value, label: t(`access.role.${value}`) }))}
          hint={t(`access.roleText.${role}`)}
        />
      )}
    </SendDialog>
  );
}
