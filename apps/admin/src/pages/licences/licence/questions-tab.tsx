import { CheckCircleOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { QuestionCard } from '../../../components/questions/question-card.tsx';
import type { RouterOutputs } from '../../../trpc.ts';
import { Card } from '../../../ui/card.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';

interface QuestionsTabProps {
  licenceId: string;
  questions: RouterOutputs['licences']['get']['questions'];
}

export function QuestionsTab({ licenceId, questions }: QuestionsTabProps) {
  const { t } = useTranslation();
  if (questions.length === 0) {
    return (
      <Card>
        <EmptyState icon={<CheckCircleOutlined />} title={t('question.doneTitle')} text={t('question.doneText')} />
      </Card>
    );
  }
  return (
    <div className="zq-stack">
      {questions.map((question) => (
        <QuestionCard key={question.key} question={question} licenceIds={[licenceId]} />
      ))}
    </div>
  );
}
