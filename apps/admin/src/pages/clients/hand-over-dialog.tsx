import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormFailure } from '../../components/failure.tsx';
import { useDone } from '../../components/use-done.ts';
import { useLanguage } from '../../i18n/language.ts';
import { trpc } from '../../trpc.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import { TextField } from '../../ui/text-field.tsx';

interface HandOverDialogProps {
  company: { id: string; name: string };
  onClose: () => void;
}

/** Invites the first owner of a company that the consultancy entered; one that has an owner is its own already. */
export function HandOverDialog({ company, onClose }: HandOverDialogProps) {
  const { t } = useTranslation();
  const done = useDone();
  const { language } = useLanguage();
  const organisation = useQuery(trpc.organisations.get.queryOptions({ organisationId: company.id }));
  const [email, setEmail] = useState('');
  const [tried, setTried] = useState(false);
  const invite = useMutation(
    trpc.invitations.create.mutationOptions({ onSuccess: () => done(t('access.handedOver'), onClose) }),
  );
  const hasOwner = organisation.data?.hasOwner;
  const submit = () => {
    setTried(true);
    if (email.trim() !== '')
      invite.mutate({ organisationId: company.id, email: email.trim(), role: 'owner', language });
  };
  return (
    <ConfirmDialog
      title={t('access.handOverTitle', { name: company.name })}
      confirm={t('access.inviteSend')}
      disabled={hasOwner !== false}
      pending={invite.isPending}
      onConfirm={submit}
      onClose={onClose}
    >
      <FormFailure error={organisation.error} title={t('failure.title')} />
      {hasOwner === true && <Notice tone="info" title={t('access.hasOwner')} />}
      {hasOwner === false && (
        <>
          <p>{t('access.handOverText')}</p>
          <TextField
            label={t('access.column.email')}
            type="email"
            autoComplete="off"
            value={email}
            onChange={setEmail}
            onEnter={submit}
            problem={tried && email.trim() === '' ? t('session.emailMissing') : null}
          />
        </>
      )}
      <FormFailure error={invite.error} />
    </ConfirmDialog>
  );
}
