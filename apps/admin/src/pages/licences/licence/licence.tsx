import { EditOutlined } from '@ant-design/icons';
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Button } from 'antd';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ExpiredNotice } from '../../../components/expired-notice.tsx';
import { FindingsList } from '../../../components/findings/findings-list.tsx';
import { LicenceStateTag } from '../../../components/licence-state.tsx';
import { ScheduleNote } from '../../../components/schedule/schedule-note.tsx';
import { OffersCard } from '../../../components/workflows/offers-card.tsx';
import { useOrganisationId, useSession } from '../../../session.tsx';
import { trpc } from '../../../trpc.ts';
import { Card } from '../../../ui/card.tsx';
import { Page } from '../../../ui/page.tsx';
import { PageSkeleton } from '../../../ui/page-skeleton.tsx';
import { Tabs } from '../../../ui/tabs.tsx';
import { CorrectDrawer } from './correct-drawer.tsx';
import { DocumentTab } from './document-tab.tsx';
import { DutiesTab } from './duties-tab.tsx';
import { HistoryTab } from './history-tab.tsx';
import { LicenceFacts } from './licence-facts.tsx';
import { OccurrencesTab } from './occurrences-tab.tsx';
import { ProvisionsTab } from './provisions-tab.tsx';
import { QuestionsTab } from './questions-tab.tsx';

const route = getRouteApi('/app/licences/$licenceId');

/** One licence: what it says, what binds its holder and why, what is still to be answered, what falls due. */
export function LicencePage() {
  const { t } = useTranslation();
  const organisationId = useOrganisationId();
  const { canWrite } = useSession();
  const { licenceId } = route.useParams();
  const { tab = 'duties' } = route.useSearch();
  const navigate = route.useNavigate();
  const [correcting, setCorrecting] = useState(false);
  const { data } = useSuspenseQuery(trpc.licences.get.queryOptions({ organisationId, licenceId }));
  const { licence, daysLeft, schedule } = data;
  const binding = data.duties.filter(({ applies }) => applies === 'yes').length;
  const findings = [...data.findings, ...data.readingFindings];

  const tabs = [
    { key: 'duties', count: binding, content: <DutiesTab duties={data.duties} /> },
    {
      key: 'provisions',
      count: data.provisions.length,
      content: <ProvisionsTab leads={data.leads} provisions={data.provisions} duties={data.duties} />,
    },
    {
      key: 'questions',
      count: data.questions.length,
      content: <QuestionsTab licenceId={licenceId} questions={data.questions} />,
    },
    { key: 'occurrences', content: <OccurrencesTab licenceId={licenceId} /> },
    {
      key: 'findings',
      count: findings.length,
      content: (
        <Card>
          <FindingsList findings={findings} />
        </Card>
      ),
    },
    { key: 'document', content: <DocumentTab data={data} /> },
    { key: 'history', content: <HistoryTab licenceId={licenceId} /> },
  ] as const;

  return (
    <Page
      title={licence.number ?? t('state.notPrinted')}
      crumbs={[{ label: t('nav.licences'), link: { to: '/licences' } }]}
      tags={<LicenceStateTag licenceId={licenceId} validTo={licence.validTo} daysLeft={daysLeft} />}
      lead={licence.holder}
      actions={
        canWrite && (
          <Button icon={<EditOutlined aria-hidden />} onClick={() => setCorrecting(true)}>
            {t('licence.correct')}
          </Button>
        )
      }
    >
      <ExpiredNotice licenceId={licenceId} />
      <LicenceFacts data={data} />
      <OffersCard from={{ licenceId }} />
      <Tabs
        label={t('licence.title')}
        active={tabs.find(({ key }) => key === tab)?.key ?? 'duties'}
        onChange={(key) => void navigate({ search: { tab: key }, replace: true, resetScroll: false })}
        tabs={tabs.map(({ key, content, ...more }) => ({
          key,
          label: t(`licence.tab.${key}`),
          ...more,
          content: <Suspense fallback={<PageSkeleton />}>{content}</Suspense>,
        }))}
      />
      <ScheduleNote schedule={schedule} />
      {correcting && <CorrectDrawer data={data} onClose={() => setCorrecting(false)} />}
    </Page>
  );
}
