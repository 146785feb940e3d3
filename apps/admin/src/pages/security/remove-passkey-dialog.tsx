import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { FormFailure } from '../../components/failure.tsx';
import { useDone } from '../../components/use-done.ts';
import { queryClient, trpc } from '../../trpc.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import type { Passkey } from './passkey.ts';

export function RemovePasskeyDialog({ passkey, onClose }: { passkey: Passkey; onClose: () => void }) {
  const { t } = useTranslation();
  const done = useDone();
  const remove = useMutation(
    trpc.security.removePasskey.mutationOptions({
      onSuccess: async () => {
        await queryClient.invalidateQueries(trpc.session.pathFilter());
        await done(t('security.passkeyRemoved'), onClose);
      },
    }),
  );
  return (
    <ConfirmDialog
      title={t('security.passkeyRemoveTitle', { name: passkey.name })}
      confirm={t('security.passkeyRemove')}
      danger
      pending={remove.isPending}
      onConfirm={() => remove.mutate({ passkeyId: passkey.id })}
      onClose={onClose}
    >
      <p>{t('security.passkeyRemoveText')}</p>
      <FormFailure error={remove.error} />
    </ConfirmDialog>
  );
}
