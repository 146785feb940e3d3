import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EndsOnField, useUsualEnd } from '../../components/engagements/ends-on-field.tsx';
import { LevelField } from '../../components/engagements/level-field.tsx';
import { SendDialog } from '../../components/invitations/send-dialog.tsx';
import { useDone } from '../../components/use-done.ts';
import { useLanguage } from '../../i18n/language.ts';
import { useOrganisationId } from '../../session.tsx';
import { trpc } from '../../trpc.ts';

/** Asks a consultancy, by the address of somebody there, to work for this company: how far, and until when. */
export function EngageDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const done = useDone();
  const { language } = useLanguage();
  const organisationId = useOrganisationId();
  const [level, setLevel] = useState<'read' | 'write'>('read');
  const [endsOn, setEndsOn] = useState<string | null>(useUsualEnd());
  const invite = useMutation(
    trpc.engagements.invite.mutationOptions({ onSuccess: () => done(t('access.invited'), onClose) }),
  );
  return (
    <SendDialog
      title={t('access.engage')}
      text={t('access.engageText')}
      pending={invite.isPending}
      error={invite.error}
      incomplete={endsOn === null}
      onSend={(email) => {
        if (endsOn !== null) invite.mutate({ organisationId, email, level, endsOn, language });
      }}
      onClose={onClose}
    >
      {(tried) => (
        <>
          <LevelField value={level} onChange={setLevel} />
          <EndsOnField value={endsOn} onChange={setEndsOn} tried={tried} />
        </>
      )}
    </SendDialog>
  );
}
