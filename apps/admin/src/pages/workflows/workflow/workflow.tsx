import { PrinterOutlined } from '@ant-design/icons';
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { ClauseLink } from '../../../components/clause-link.tsx';
import { MarkedNotes } from '../../../components/workflows/marked-notes.tsx';
import { WorkflowStateTag } from '../../../components/workflows/state-tag.tsx';
import { useSay } from '../../../i18n/language.ts';
import { useOrganisationId } from '../../../session.tsx';
import { trpc } from '../../../trpc.ts';
import { Card } from '../../../ui/card.tsx';
import { DateText, InstantText } from '../../../ui/date-text.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Page } from '../../../ui/page.tsx';
import { AssignField } from './assign-field.tsx';
import { ClocksCard } from './clocks-card.tsx';
import { ItemsCard } from './items-card.tsx';
import { LogCard } from './log-card.tsx';
import { MaterialsCard } from './materials-card.tsx';
import { MovesCard } from './moves-card.tsx';
import { ReplaceNotice } from './replace-notice.tsx';
import '../workflows.css';

const route = getRouteApi('/app/workflows/$workflowId');

/** One piece of work: where it stands, what comes next, who waits for whom, by when, with which papers. */
export function WorkflowPage() {
  const { t } = useTranslation();
  const say = useSay();
  const organisationId = useOrganisationId();
  const { workflowId } = route.useParams();
  const { data: work } = useSuspenseQuery(trpc.workflows.get.queryOptions({ organisationId, workflowId }));
  const { data: catalogue } = useSuspenseQuery(trpc.workflows.catalogue.queryOptions());
  const clauses = (catalogue.items.find(({ kind }) => kind === work.kind)?.clauses ?? []) as readonly string[];
  return (
    <Page
      title={`${say(work.name)}${work.year === null ? '' : ` ${work.year}`}`}
      crumbs={[{ label: t('nav.workflows'), link: { to: '/workflows' } }]}
      tags={<WorkflowStateTag {...work} />}
      lead={
        <div className="zq-row">
          {work.licenceId === null ? (
            <span>{work.subject.label}</span>
          ) : (
            <Link to="/licences/$licenceId" params={{ licenceId: work.licenceId }}>
              {work.subject.label}
            </Link>
          )}
          {clauses.map((clause) => (
            <ClauseLink key={clause} clause={clause} />
          ))}
        </div>
      }
      actions={
        <Button icon={<PrinterOutlined aria-hidden />} onClick={() => window.print()}>
          {t('action.print')}
        </Button>
      }
    >
      {work.asksNewLicence && <ReplaceNotice work={work} />}
      {work.breaches.map(({ seq, text }) => (
        <Notice key={seq} tone="danger" title={t('workflow.breaches')}>
          {say(text)}
        </Notice>
      ))}
      <div className="zq-columns">
        <div className="zq-stack">
          <MovesCard work={work} />
          <ClocksCard work={work} />
          {work.materials !== null && <MaterialsCard work={work} materials={work.materials} />}
          <LogCard work={work} />
        </div>
        <div className="zq-stack">
          <Card title={t('workflow.column.waits')}>
            <div className="zq-stack-tight">
              <strong>{t(`workflow.waitingFor.${work.waitsOn}`)}</strong>
              <span className="zq-small zq-faint">
                {t('workflow.column.since')} <InstantText at={work.since} />
              </span>
              {work.dueOn !== null && (
                <span>
                  {t('workflow.column.due')} <DateText date={work.dueOn} withWeekday />
                </span>
              )}
              <AssignField work={work} />
              <span className="zq-small zq-faint">
                {t('workflow.startedBy', {
                  name: work.startedBy?.name ?? t('state.bySystem'),
                  on: work.startedAt.slice(0, 10),
                })}
              </span>
            </div>
          </Card>
          <ItemsCard work={work} />
          {work.stateNotes.length > 0 && (
            <Card title={t('workflow.notes')}>
              <MarkedNotes notes={work.stateNotes} />
            </Card>
          )}
        </div>
      </div>
    </Page>
  );
}
