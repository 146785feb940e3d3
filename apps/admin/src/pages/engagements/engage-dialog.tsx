import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldError } from '../../app-error.ts';
import { FormFailure } from '../../components/failure.tsx';
import { useDone } from '../../components/use-done.ts';
import { useLanguage, useSay } from '../../i18n/language.ts';
import { useSession } from '../../session.tsx';
import { trpc } from '../../trpc.ts';
import { ChoiceField } from '../../ui/choice-field.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { TextField } from '../../ui/text-field.tsx';

/** Asks a consultancy, by the address of somebody there, to work for this company: how far, and until when. */
export function EngageDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const say = useSay();
  const done = useDone();
  const { language } = useLanguage();
  const { organisation, today } = useSession();
  const [email, setEmail] = useState('');
  const [level, setLevel] = useState<'read' | 'write'>('read');
  const [endsOn, setEndsOn] = useState<string | null>(null);
  const [tried, setTried] = useState(false);
  const invite = useMutation(
    trpc.engagements.invite.mutationOptions({ onSuccess: () => done(t('access.invited'), onClose) }),
  );
  const refused = fieldError(invite.error, 'email');
  const submit = () => {
    setTried(true);
    if (email.trim() === '' || endsOn === null) return;
    invite.mutate({ organisationId: organisation.id, email: email.trim(), level, endsOn, language });
  };
  return (
    <ConfirmDialog
      title={t('access.engage')}
      confirm={t('access.inviteSend')}
      pending={invite.isPending}
      onConfirm={submit}
      onClose={onClose}
    >
      <p className="zq-muted">{t('access.engageText')}</p>
      <TextField
        label={t('access.column.email')}
        type="email"
        autoComplete="off"
        autoFocus
        value={email}
        onChange={setEmail}
        problem={tried && email.trim() === '' ? t('session.emailMissing') : refused === null ? null : say(refused)}
      />
      <ChoiceField
        label={t('access.column.level')}
        value={level}
        onChange={setLevel}
        options={(['read', 'write'] as const).map((value) => ({ value, label: t(`access.level.${value}`) }))}
      />
      <div className="zq-text-field">
        <span>{t('access.endsOn')}</span>
        <DateField label={t('access.endsOn')} value={endsOn} onChange={setEndsOn} min={today} />
        {tried && endsOn === null && <span className="zq-field-error">{t('time.pickDate')}</span>}
      </div>
      {refused === null && <FormFailure error={invite.error} />}
    </ConfirmDialog>
  );
}
