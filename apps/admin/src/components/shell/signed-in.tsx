import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { forgetOrganisation, SessionProvider } from '../../session.tsx';
import { trpc } from '../../trpc.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { Page } from '../../ui/page.tsx';
import { FoundDialog } from '../organisations/found-dialog.tsx';
import { AppShell } from './app-shell.tsx';
import { PlainShell } from './plain-shell.tsx';
import { useSignOut } from './use-sign-out.ts';
import { SessionEndWatch } from './session-end-watch.tsx';

/** The app for a signed-in user; who has no company yet, or lost the one on screen, is told so. */
export function SignedIn() {
  return (
    <SessionProvider otherwise={<NoOrganisation />} ended={(name) => <AccessEnded name={name} />}>
      <AppShell />
    </SessionProvider>
  );
}

function NoOrganisation() {
  const { t } = useTranslation();
  const [founding, setFounding] = useState(false);
  const operator = useQuery(trpc.operator.status.queryOptions());
  const signOut = useSignOut();
  return (
    <SessionEndWatch>
      <PlainShell>
        <Page title={t('session.noOrganisation')} lead={t('session.noOrganisationText')}>
          <div className="zq-row">
            <Button type="primary" onClick={() => setFounding(true)}>
              {t('organisation.found')}
            </Button>
            {operator.data?.operator === true && <ButtonLink to="/operator">{t('frame.operator')}</ButtonLink>}
            <Button loading={signOut.isPending} onClick={() => signOut.mutate()}>
              {t('frame.signOut')}
            </Button>
          </div>
        </Page>
        {founding && <FoundDialog onClose={() => setFounding(false)} />}
      </PlainShell>
    </SessionEndWatch>
  );
}

function AccessEnded({ name }: { name: string }) {
  const { t } = useTranslation();
  const goOn = () => {
    forgetOrganisation();
    // A full load: nothing of the one may be left on the page of the next.
    window.location.assign('/');
  };
  return (
    <SessionEndWatch>
      <PlainShell>
        <Page title={t('session.endedTitle', { name })} lead={t('session.endedText')}>
          <div>
            <Button type="primary" onClick={goOn}>
              {t('session.endedGoOn')}
            </Button>
          </div>
        </Page>
      </PlainShell>
    </SessionEndWatch>
  );
}
