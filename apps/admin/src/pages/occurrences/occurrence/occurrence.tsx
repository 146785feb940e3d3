import { FileDoneOutlined, PrinterOutlined } from '@ant-design/icons';
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { ClauseLink } from '../../../components/clause-link.tsx';
import { Derivation, type ExplainedStep } from '../../../components/derivation/derivation.tsx';
import { DutyFacts, DutyNotes } from '../../../components/duty/duty-facts.tsx';
import { PenaltiesList } from '../../../components/duty/penalties-list.tsx';
import { SourcesList } from '../../../components/duty/sources-list.tsx';
import { MarksLegend, MarkTag } from '../../../components/marks.tsx';
import { StatusTag } from '../../../components/occurrences/status-tag.tsx';
import { WorkStateTag } from '../../../components/item-work/work-state-tag.tsx';
import { OffersCard } from '../../../components/workflows/offers-card.tsx';
import { useSay } from '../../../i18n/language.ts';
import { useOrganisationId, useSession } from '../../../session.tsx';
import { trpc } from '../../../trpc.ts';
import { ButtonLink } from '../../../ui/button-link.tsx';
import { Card } from '../../../ui/card.tsx';
import { DateText } from '../../../ui/date-text.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Page } from '../../../ui/page.tsx';
import { ClauseCard } from './clause-card.tsx';
import { CommentsCard } from './comments/comments-card.tsx';
import { EvidenceCard } from './evidence/evidence-card.tsx';
import { HistoryCard, IdentityCard } from './identity-card.tsx';
import { NoticesCard } from './notices-card.tsx';
import { OpenQuestions } from './open-questions.tsx';
import { UntilCard } from './until-card.tsx';
import { WorkHistory } from './item-work/work-history.tsx';
import { WorkPanel } from './item-work/work-panel.tsx';

const route = getRouteApi('/app/occurrences/$occurrenceId');

/** One item, explained: until when, how that day comes about, what the law and the licence say, what follows. */
export function OccurrencePage() {
  const { t } = useTranslation();
  const say = useSay();
  const organisationId = useOrganisationId();
  const { canWrite } = useSession();
  const { occurrenceId } = route.useParams();
  const { data: occurrence } = useSuspenseQuery(trpc.occurrences.get.queryOptions({ organisationId, occurrenceId }));
  const { data: work } = useSuspenseQuery(trpc.occurrences.work.queryOptions({ organisationId, occurrenceId }));
  const { duty, dueRule, laws, authorities } = occurrence;
  const title = say(occurrence.action);
  const dutyTitle = say(occurrence.title);

  return (
    <Page
      title={title}
      crumbs={[{ label: t('nav.occurrences'), link: { to: '/occurrences' } }]}
      tags={
        <>
          {isToDo(work.workState) && <StatusTag status={occurrence.status} />}
          <WorkStateTag state={work.workState} />
          <ClauseLink clause={occurrence.clause} />
        </>
      }
      lead={
        <>
          {dutyTitle !== title && <p>{dutyTitle}</p>}
          {isToDo(work.workState) && <p>{t(`occurrence.statusWhy.${occurrence.status}`)}</p>}
        </>
      }
      actions={
        <>
          {canWrite && (
            <ButtonLink
              to="/requests/new"
              search={{ occurrence: occurrenceId }}
              icon={<FileDoneOutlined aria-hidden />}
            >
              {t('request.new')}
            </ButtonLink>
          )}
          <Button icon={<PrinterOutlined aria-hidden />} onClick={() => window.print()}>
            {t('action.print')}
          </Button>
        </>
      }
    >
      {occurrence.removedAt !== null && (
        <Notice tone="warning" title={t('occurrence.page.removedTitle')}>
          {t('occurrence.page.removedText')}
        </Notice>
      )}
      <div className="zq-columns">
        <div className="zq-stack">
          <UntilCard occurrence={occurrence} />
          <WorkPanel work={work} byTheHour={occurrence.dueAt !== null} />
          <OffersCard from={{ occurrenceId }} />
          <EvidenceCard work={work} />
          <CommentsCard occurrenceId={occurrenceId} />
          {occurrence.applies === 'unknown' && <OpenQuestions occurrence={occurrence} />}
          <Card
            title={t('occurrence.page.derivation')}
            note={t('occurrence.page.derivationNote')}
            extra={<MarkTag mark={occurrence.mark} />}
          >
            <p className="zq-anchor">
              {t('occurrence.page.anchor')} {say(occurrence.anchor.what)}{' '}
              <DateText date={occurrence.anchor.on} withWeekday />
            </p>
            {/* The server sends the steps of the domain as they are; its schema names only what it checks. */}
            <Derivation steps={occurrence.derivation as ExplainedStep[]} />
          </Card>
          {duty !== null && (
            <>
              <ClauseCard duty={duty} provisionText={occurrence.provisionText} />
              <Card title={t('occurrence.page.sources')}>
                <SourcesList sources={[...(dueRule?.sources ?? []), ...duty.sources].filter(first)} laws={laws} />
              </Card>
              <Card title={t('occurrence.page.penalties')}>
                <PenaltiesList penalties={duty.penalties} laws={laws} />
              </Card>
            </>
          )}
          <NoticesCard occurrenceId={occurrenceId} />
          <MarksLegend />
        </div>
        <div className="zq-stack">
          {duty !== null && (
            <>
              <Card title={t('occurrence.page.authority')}>
                <DutyFacts duty={duty} authorityName={authorities.join('、')} />
              </Card>
              {duty.notes !== undefined && (
                <Card title={t('occurrence.page.notes')}>
                  <DutyNotes notes={duty.notes} />
                </Card>
              )}
            </>
          )}
          <IdentityCard occurrence={occurrence} />
          <WorkHistory occurrenceId={occurrenceId} />
          <HistoryCard occurrence={occurrence} />
        </div>
      </div>
    </Page>
  );
}

/** What was filed or closed is no longer upcoming or past: its date says nothing of what is to be done. */
function isToDo(state: string): boolean {
  return state === 'open' || state === 'prepared';
}

/** The deadline and the duty often cite the same article: it is shown once. */
function first(
  source: { law: string; article: string | null },
  index: number,
  all: readonly { law: string; article: string | null }[],
): boolean {
  return all.findIndex(({ law, article }) => law === source.law && article === source.article) === index;
}
