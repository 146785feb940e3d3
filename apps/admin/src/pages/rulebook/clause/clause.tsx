import { CompassOutlined } from '@ant-design/icons';
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useClauseLabel } from '../../../components/clause.ts';
import { SourcesList } from '../../../components/duty/sources-list.tsx';
import { MarksLegend } from '../../../components/marks.tsx';
import { useSay } from '../../../i18n/language.ts';
import { trpc } from '../../../trpc.ts';
import { ButtonLink } from '../../../ui/button-link.tsx';
import { Card } from '../../../ui/card.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Page } from '../../../ui/page.tsx';
import { DutyDetail } from './duty-detail.tsx';

const route = getRouteApi('/app/rulebook/$clause');

/** All the rulebook says about one clause. */
export function ClausePage() {
  const { t } = useTranslation();
  const say = useSay();
  const clauseLabel = useClauseLabel();
  const { clause } = route.useParams();
  const { data } = useSuspenseQuery(trpc.rulebook.clause.queryOptions({ clause }));
  const { duties, laws, notEncoded } = data;
  const [first] = duties;
  const crumbs = [{ label: t('nav.rulebook'), link: { to: '/rulebook' as const } }];
  const title = t('rulebook.clauseTitle', { clause: clauseLabel(clause) });
  if (first === undefined && notEncoded === null) {
    return (
      <Page title={title} crumbs={crumbs}>
        <Card>
          <EmptyState
            icon={<CompassOutlined />}
            title={t('rulebook.unknownClause', { clause })}
            text={t('rulebook.noMatchText')}
            action={<ButtonLink to="/rulebook">{t('nav.rulebook')}</ButtonLink>}
          />
        </Card>
      </Page>
    );
  }
  return (
    <Page
      title={title}
      crumbs={crumbs}
      lead={first === undefined ? undefined : say(first.title)}
      actions={
        <ButtonLink to="/occurrences" search={{ clause }}>
          {t('rulebook.items')}
        </ButtonLink>
      }
    >
      <MarksLegend />
      {notEncoded !== null && (
        <Card title={t('rulebook.notEncodedTitle')}>
          <div className="zq-stack">
            <p>{say(notEncoded.notEncoded)}</p>
            <SourcesList sources={notEncoded.sources} laws={laws} />
          </div>
        </Card>
      )}
      {duties.map((duty) => (
        <DutyDetail key={duty.id} duty={duty} laws={laws} alone={duties.length === 1} />
      ))}
    </Page>
  );
}
