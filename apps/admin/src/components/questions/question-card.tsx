import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useSay } from '../../i18n/language.ts';
import type { RouterOutputs } from '../../trpc.ts';
import { useClauseLabel } from '../clause.ts';
import { useLicenceNames } from '../licence-names.ts';
import { AnswerForm } from './answer-form.tsx';
import './question-card.css';

export type OpenQuestion = RouterOutputs['facts']['questions']['items'][number];

interface QuestionCardProps {
  question: Omit<OpenQuestion, 'licenceIds'>;
  /** The licences it is asked for. A question about the company is answered once for all of them. */
  licenceIds: readonly string[];
}

/** One question, what depends on it, and the place for the answer. */
export function QuestionCard({ question, licenceIds }: QuestionCardProps) {
  const { t } = useTranslation();
  const say = useSay();
  const { licences, nameOf } = useLicenceNames();
  // A fact of a tenant's own rule without a definition: words are the only form that fits every answer.
  const type = question.type ?? 'list';
  const targets = question.scope === 'licence' ? licenceIds : [null];
  return (
    <section className="zq-question" aria-label={say(question.question)}>
      <div>
        <h3>{say(question.question)}</h3>
        <Decides question={question} />
      </div>
      {targets.map((licenceId) => (
        <div key={licenceId ?? 'company'} className="zq-question-form">
          {licenceId !== null && licences.length > 1 && (
            <span className="zq-muted">{t('question.forLicence', { number: nameOf(licenceId) })}</span>
          )}
          <AnswerForm question={{ ...question, type }} licenceId={licenceId} current={null} />
        </div>
      ))}
    </section>
  );
}

const SHOWN = 4;

function Decides({ question }: { question: QuestionCardProps['question'] }) {
  const { t } = useTranslation();
  const say = useSay();
  const clauseLabel = useClauseLabel();
  const { decides } = question;
  return (
    <div className="zq-question-decides">
      <span>{t('question.decides', { count: decides.length })}</span>
      {decides.slice(0, SHOWN).map(({ dutyId, clause, title }) => (
        <Link key={dutyId} to="/rulebook/$clause" params={{ clause }}>
          {clauseLabel(clause)} {say(title)}
        </Link>
      ))}
      {decides.length > SHOWN && <span>{t('question.decidesMore', { count: decides.length - SHOWN })}</span>}
    </div>
  );
}
