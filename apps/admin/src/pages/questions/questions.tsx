import { CheckCircleOutlined, CommentOutlined } from '@ant-design/icons';
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useLicenceNames } from '../../components/licence-names.ts';
import { QuestionCard } from '../../components/questions/question-card.tsx';
import { useOrganisationId } from '../../session.tsx';
import { trpc } from '../../trpc.ts';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Page } from '../../ui/page.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { AnsweredFacts } from './answered-facts.tsx';

const route = getRouteApi('/app/questions');

/** What is still to be answered, most deciding first, and what has been answered. */
export function QuestionsPage() {
  const { t } = useTranslation();
  const organisationId = useOrganisationId();
  const { tab = 'open', licence } = route.useSearch();
  const navigate = route.useNavigate();
  const { licences } = useLicenceNames();
  const { data } = useSuspenseQuery(trpc.facts.questions.queryOptions({ organisationId, licenceId: licence }));
  return (
    <Page
      title={t('question.title')}
      lead={t('question.lead')}
      actions={
        licences.length > 1 && (
          <Select
            aria-label={t('question.filterLicence')}
            placeholder={t('question.filterLicence')}
            allowClear
            value={licence ?? null}
            options={licences.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(id: string | null | undefined) =>
              void navigate({ search: (old) => ({ ...old, licence: id ?? undefined }), replace: true })
            }
          />
        )
      }
    >
      <Tabs
        label={t('question.title')}
        active={tab}
        onChange={(key) =>
          void navigate({ search: (old) => ({ ...old, tab: key === 'answered' ? key : undefined }), replace: true })
        }
        tabs={[
          {
            key: 'open',
            label: t('question.open'),
            count: data.items.length,
            content:
              data.items.length === 0 ? (
                <Card>
                  <EmptyState
                    icon={<CheckCircleOutlined />}
                    title={t('question.doneTitle')}
                    text={t('question.doneText')}
                  />
                </Card>
              ) : (
                <div className="zq-stack">
                  {data.items.map((question) => (
                    <QuestionCard key={question.key} question={question} licenceIds={question.licenceIds} />
                  ))}
                </div>
              ),
          },
          {
            key: 'answered',
            label: t('question.answered'),
            content: <AnsweredFacts licenceId={licence} emptyIcon={<CommentOutlined />} />,
          },
        ]}
      />
    </Page>
  );
}
