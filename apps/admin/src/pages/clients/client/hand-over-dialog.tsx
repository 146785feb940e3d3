import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { SendDialog } from '../../../components/invitations/send-dialog.tsx';
import { useDone } from '../../../components/use-done.ts';
import { useLanguage } from '../../../i18n/language.ts';
import { trpc } from '../../../trpc.ts';

interface HandOverDialogProps {
  company: { id: string; name: string };
  onClose: () => void;
}

/** Invites the first owner of a company that the consultancy entered. */
export function HandOverDialog({ company, onClose }: HandOverDialogProps) {
  const { t } = useTranslation();
  const done = useDone();
  const { language } = useLanguage();
  const invite = useMutation(
    trpc.invitations.create.mutationOptions({ onSuccess: () => done(t('access.handedOver'), onClose) }),
  );
  return (
    <SendDialog
      title={t('access.handOverTitle', { name: company.name })}
      text={t('access.handOverText')}
      pending={invite.isPending}
      error={invite.error}
      onSend={(email) => invite.mutate({ organisationId: company.id, email, role: 'owner', language })}
      onClose={onClose}
    />
  );
}
