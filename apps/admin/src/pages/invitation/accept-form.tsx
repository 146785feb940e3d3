import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EntrancePage } from '../../components/entrance-page.tsx';
import { FormFailure } from '../../components/failure.tsx';
import { useLanguage } from '../../i18n/language.ts';
import { chooseOrganisation, renewSession } from '../../session.tsx';
import { type RouterOutputs, trpc } from '../../trpc.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { ChoiceField } from '../../ui/choice-field.tsx';
import { InstantText } from '../../ui/date-text.tsx';
import { Notice } from '../../ui/notice.tsx';

interface AcceptFormProps {
  token: string;
  invitation: RouterOutputs['invitations']['show'];
}

export function AcceptForm({ token, invitation }: AcceptFormProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { language } = useLanguage();
  const { purpose, organisation, role, level, endsOn, email, signedInAs, mayAccept, consultancies } = invitation;
  const [consultancyId, setConsultancyId] = useState(consultancies[0]?.id ?? null);
  const accept = useMutation(
    trpc.invitations.accept.mutationOptions({
      onSuccess: async ({ organisationId }) => {
        chooseOrganisation(organisationId);
        await renewSession();
        await navigate({ to: '/', replace: true });
      },
    }),
  );
  const offer =
    purpose === 'membership'
      ? t('account.membership', {
          inviter: invitation.invitedBy,
          organisation: organisation.name,
          role: t(`access.role.${role ?? 'member'}`),
        })
      : t(purpose === 'transfer' ? 'account.transfer' : 'account.engagement', {
          inviter: invitation.invitedBy,
          organisation: organisation.name,
          level: t(`access.level.${level ?? 'read'}`),
          endsOn: endsOn ?? '',
        });
  const submit = () => accept.mutate({ token, invitationId: invitation.id, consultancyId, language });
  return (
    <EntrancePage title={t('account.invitationTitle')} lead={offer} onSubmit={submit}>
      <p className="zq-small zq-faint">
        {t('account.sentTo', { email })} <InstantText at={invitation.expiresAt} />
      </p>
      <FormFailure error={accept.error} title={t('account.refused')} />
      {signedInAs === null && (
        <>
          <Notice tone="info" title={t('account.signInFirst')} />
          <div className="zq-row">
            <ButtonLink to="/sign-in" primary>
              {t('session.toSignIn')}
            </ButtonLink>
            <ButtonLink to="/sign-up">{t('account.signUp')}</ButtonLink>
          </div>
        </>
      )}
      {signedInAs !== null && !mayAccept && (
        <Notice
          tone="warning"
          title={
            signedInAs.toLowerCase() === email.toLowerCase()
              ? t('account.notVerified')
              : t('account.otherAccount', { email: signedInAs })
          }
        />
      )}
      {mayAccept && consultancies.length > 0 && purpose !== 'membership' && consultancyId !== null && (
        <ChoiceField
          label={t('account.consultancy')}
          value={consultancyId}
          onChange={setConsultancyId}
          options={consultancies.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      {mayAccept && (
        <Button type="primary" size="large" htmlType="submit" loading={accept.isPending}>
          {t('account.accept')}
        </Button>
      )}
    </EntrancePage>
  );
}
