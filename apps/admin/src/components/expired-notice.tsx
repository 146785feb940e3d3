import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useLanguage, useSay } from '../i18n/language.ts';
import { useOrganisationId } from '../session.tsx';
import { trpc } from '../trpc.ts';
import { Notice } from '../ui/notice.tsx';
import { AnswerForm } from './questions/answer-form.tsx';
import { QuestionCard } from './questions/question-card.tsx';

/** What the schedule says about a licence whose printed validity has ended. */
const STANDING = ['licence-expired', 'licence-ended', 'renewal-pending', 'renewed-valid-to-missing'];
/** The facts that decide what became of it; home shows them in this notice and nowhere else. */
export const STANDING_QUESTIONS = ['renewal_status', 'renewed_valid_to'];

/** An expired licence says so loudly: since when, what that means in law, and the question that can change it. */
export function ExpiredNotice({ licenceId, withLink = false }: { licenceId: string; withLink?: boolean }) {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const organisationId = useOrganisationId();
  const { data } = useQuery(trpc.licences.get.queryOptions({ organisationId, licenceId }));
  const effects = data?.findings.filter(({ code }) => STANDING.includes(code)) ?? [];
  if (data === undefined || data.licence.validTo === null || effects.length === 0) return null;
  const { licence, daysLeft } = data;
  const questions = data.questions.filter(({ key }) => STANDING_QUESTIONS.includes(key));
  const asksForEnd =
    effects.some(({ code }) => code === 'renewed-valid-to-missing') &&
    !questions.some(({ key }) => key === 'renewed_valid_to');
  return (
    <Notice
      tone={effects.some(({ severity }) => severity === 'error') ? 'danger' : 'warning'}
      title={
        <>
          {withLink && (
            <>
              <Link to="/licences/$licenceId" params={{ licenceId }}>
                {licence.number}
              </Link>{' '}
            </>
          )}
          {t('licence.expiredTitle', { date: licence.validTo })}
          {daysLeft !== null && daysLeft < 0 && ` · ${t('time.daysOver', { count: -daysLeft })}`}
        </>
      }
    >
      {effects.map(({ code, message, messageEn }) => (
        <p key={code}>{language === 'zh' ? message : messageEn}</p>
      ))}
      {asksForEnd && <RenewedUntil licenceId={licenceId} />}
      {questions.map((question) => (
        <QuestionCard key={question.key} question={question} licenceIds={[licenceId]} />
      ))}
    </Notice>
  );
}

/** The new end of validity, asked here while the schedule does not ask for it: no duty may depend on it. */
function RenewedUntil({ licenceId }: { licenceId: string }) {
  const say = useSay();
  const { data } = useQuery(trpc.facts.catalogue.queryOptions());
  const definition = data?.items.find(({ key }) => key === 'renewed_valid_to');
  if (definition === undefined) return null;
  return (
    <section className="zq-question" aria-label={say(definition.question)}>
      <h3>{say(definition.question)}</h3>
      <div className="zq-question-form">
        <AnswerForm question={definition} licenceId={licenceId} current={null} />
      </div>
    </section>
  );
}
