import { SafetyCertificateOutlined } from '@ant-design/icons';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ExpiredNotice } from '../../components/expired-notice.tsx';
import { LicenceTable } from '../../components/licence-table.tsx';
import { useOrganisationId, useSession } from '../../session.tsx';
import { trpc } from '../../trpc.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { Card } from '../../ui/card.tsx';
import { DateText } from '../../ui/date-text.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Page } from '../../ui/page.tsx';
import { DueTiles } from './due-tiles.tsx';
import { MyItems } from './my-items.tsx';
import { NextItems } from './next-items.tsx';
import { ProvisionalNotice } from './provisional-notice.tsx';
import { RecentChanges } from './recent-changes.tsx';
import { TopQuestions } from './top-questions.tsx';

/** What is due. Every number opens the list it counts. */
export function HomePage() {
  const { t } = useTranslation();
  const organisationId = useOrganisationId();
  const { today, canWrite } = useSession();
  const { data } = useSuspenseQuery(trpc.licences.list.queryOptions({ organisationId, limit: 100 }));
  const licences = data.items;
  if (licences.length === 0) {
    return (
      <Page title={t('home.title')}>
        <Card>
          <EmptyState
            icon={<SafetyCertificateOutlined />}
            title={t('home.emptyTitle')}
            text={t('home.emptyText')}
            action={
              canWrite && (
                <ButtonLink to="/licences/import" primary size="large">
                  {t('nav.importLicence')}
                </ButtonLink>
              )
            }
          />
        </Card>
      </Page>
    );
  }
  return (
    <Page title={t('home.title')} lead={<DateText date={today} withWeekday />}>
      {licences
        .filter(({ validTo }) => validTo !== null && validTo < today)
        .map(({ id }) => (
          <ExpiredNotice key={id} licenceId={id} withLink />
        ))}
      <DueTiles />
      <MyItems />
      <NextItems />
      <TopQuestions />
      <ProvisionalNotice />
      <RecentChanges />
      <Card
        flush
        title={t('home.licencesTitle')}
        extra={
          <Link to="/licences" className="zq-no-print">
            {t('home.allLicences')}
          </Link>
        }
      >
        <LicenceTable rows={licences.slice(0, 5)} />
      </Card>
    </Page>
  );
}
