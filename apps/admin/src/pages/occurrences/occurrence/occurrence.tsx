import { PrinterOutlined } from '@ant-design/icons';
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { ClauseLink } from '../../../components/clause-link.tsx';
import { Derivation, type ExplainedStep } from '../../../components/derivation/derivation.tsx';
import { DutyFacts, DutyNotes, EvidenceList } from '../../../components/duty/duty-facts.tsx';
import { PenaltiesList } from '../../../components/duty/penalties-list.tsx';
import { SourcesList } from '../../../components/duty/sources-list.tsx';
import { MarksLegend, MarkTag } from '../../../components/marks.tsx';
import { StatusTag } from '../../../components/occurrences/status-tag.tsx';
import { useSay } from '../../../i18n/language.ts';
import { useOrganisationId } from '../../../session.tsx';
import { trpc } from '../../../trpc.ts';
import { Card } from '../../../ui/card.tsx';
import { DateText } from '../../../ui/date-text.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Page } from '../../../ui/page.tsx';
import { ClauseCard } from './clause-card.tsx';
import { HistoryCard, IdentityCard } from './identity-card.tsx';
import { OpenQuestions } from './open-questions.tsx';
import { UntilCard } from './until-card.tsx';

const route = getRouteApi('/app/occurrences/$occurrenceId');

/** One item, explained: until when, how that day comes about, what the law and the licence say, what follows. */
export function OccurrencePage() {
  const { t } = useTranslation();
  const say = useSay();
  const organisationId = useOrganisationId();
  const { occurrenceId } = route.useParams();
  const { data: occurrence } = useSuspenseQuery(trpc.occurrences.get.queryOptions({ organisationId, occurrenceId }));
  const { duty, dueRule, laws, authorities } = occurrence;
  const title = say(occurrence.action);
  const dutyTitle = say(occurrence.title);

  return (
    <Page
      title={title}
      crumbs={[{ label: t('nav.occurrences'), link: { to: '/occurrences' } }]}
      tags={
        <>
          <StatusTag status={occurrence.status} />
          <ClauseLink clause={occurrence.clause} />
        </>
      }
      lead={
        <>
          {dutyTitle !== title && <p>{dutyTitle}</p>}
          <p>{t(`occurrence.statusWhy.${occurrence.status}`)}</p>
        </>
      }
      actions={
        <Button icon={<PrinterOutlined aria-hidden />} onClick={() => window.print()}>
          {t('action.print')}
        </Button>
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
          <MarksLegend />
        </div>
        <div className="zq-stack">
          {duty !== null && (
            <>
              <Card title={t('occurrence.page.authority')}>
                <DutyFacts duty={duty} authorityName={authorities.join('、')} />
              </Card>
              <Card title={t('occurrence.page.evidence')}>
                <EvidenceList evidence={duty.evidence} />
              </Card>
              {duty.notes !== undefined && (
                <Card title={t('occurrence.page.notes')}>
                  <DutyNotes notes={duty.notes} />
                </Card>
              )}
            </>
          )}
          <IdentityCard occurrence={occurrence} />
          <HistoryCard occurrence={occurrence} />
        </div>
      </div>
    </Page>
  );
}

/** The deadline and the duty often cite the same article: it is shown once. */
function first(
  source: { law: string; article: string | null },
  index: number,
  all: readonly { law: string; article: string | null }[],
): boolean {
  return all.findIndex(({ law, article }) => law === source.law && article === source.article) === index;
}
