import { useSuspenseQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { trpc } from '../../../trpc.ts';
import { Page } from '../../../ui/page.tsx';
import { PreferencesForm } from './preferences-form.tsx';

/** How the person who is signed in wants to be told. */
export function PreferencesPage() {
  const { t } = useTranslation();
  const { data } = useSuspenseQuery(trpc.reminders.mine.queryOptions());
  return (
    <Page
      title={t('notice.preferencesTitle')}
      lead={t('notice.preferencesLead')}
      crumbs={[{ label: t('notice.title'), link: { to: '/notifications' } }]}
    >
      <PreferencesForm mine={data} />
    </Page>
  );
}
