import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { QuestionCard } from '../../../components/questions/question-card.tsx';
import { useOrganisationId } from '../../../session.tsx';
import { type RouterOutputs, trpc } from '../../../trpc.ts';
import { Card } from '../../../ui/card.tsx';

/** The questions that decide whether this item applies, to be answered on the spot. */
export function OpenQuestions({ occurrence }: { occurrence: RouterOutputs['occurrences']['get'] }) {
  const { t } = useTranslation();
  const organisationId = useOrganisationId();
  const [licenceId] = occurrence.licenceIds;
  const { data } = useQuery(trpc.facts.questions.queryOptions({ organisationId, licenceId }));
  const deciding = (data?.items ?? []).filter(({ key }) => occurrence.asks.includes(key));
  return (
    <Card title={t('occurrence.page.asksTitle')} note={t('occurrence.page.asksText')}>
      <div className="zq-stack">
        {deciding.map((question) => (
          <QuestionCard key={question.key} question={question} licenceIds={question.licenceIds} />
        ))}
      </div>
    </Card>
  );
}
