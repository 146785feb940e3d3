import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { STANDING_QUESTIONS } from '../../components/expired-notice.tsx';
import { QuestionCard } from '../../components/questions/question-card.tsx';
import { useOrganisationId } from '../../session.tsx';
import { trpc } from '../../trpc.ts';
import { Card } from '../../ui/card.tsx';

const SHOWN = 3;

/** The few questions whose answers settle most. */
export function TopQuestions() {
  const { t } = useTranslation();
  const organisationId = useOrganisationId();
  const { data } = useSuspenseQuery(trpc.facts.questions.queryOptions({ organisationId }));
  // The questions about an expired licence stand in its notice already, at the top of the page.
  const shown = data.items.filter(({ key }) => !STANDING_QUESTIONS.includes(key)).slice(0, SHOWN);
  if (shown.length === 0) return null;
  return (
    <Card
      title={t('home.questionsTitle')}
      note={t('home.questionsNote')}
      extra={<Link to="/questions">{t('home.allQuestions', { count: data.items.length })}</Link>}
    >
      <div className="zq-stack">
        {shown.map((question) => (
          <QuestionCard key={question.key} question={question} licenceIds={question.licenceIds} />
        ))}
      </div>
    </Card>
  );
}
