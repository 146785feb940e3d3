import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { EntrancePage } from '../../components/entrance-page.tsx';
import { FormFailure } from '../../components/failure.tsx';
import { useLinkToken } from '../../components/use-link-token.ts';
import { client } from '../../trpc.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageSkeleton } from '../../ui/page-skeleton.tsx';
import { AcceptForm } from './accept-form.tsx';

/** What an invitation offers, shown before it is accepted: what is accepted is what was shown. */
export function InvitationPage() {
  const { t } = useTranslation();
  const token = useLinkToken();
  const shown = useQuery({
    queryKey: ['invitation', token],
    queryFn: () => client.invitations.show.mutate({ token: token ?? '' }),
    enabled: token !== null,
    gcTime: 0,
  });
  if (token === null) {
    return (
      <EntrancePage title={t('security.linkMissing')}>
        <Notice tone="warning" title={t('security.linkMissingText')} />
      </EntrancePage>
    );
  }
  if (shown.isPending) return <PageSkeleton />;
  if (shown.isError) {
    return (
      <EntrancePage title={t('account.invitationTitle')}>
        <FormFailure error={shown.error} title={t('account.refused')} />
        <ButtonLink to="/sign-in">{t('session.toSignIn')}</ButtonLink>
      </EntrancePage>
    );
  }
  return <AcceptForm token={token} invitation={shown.data} />;
}
