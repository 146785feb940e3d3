import { useSuspenseQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLicenceNames } from '../../components/licence-names.ts';
import { AnswerForm } from '../../components/questions/answer-form.tsx';
import { FactText } from '../../components/questions/fact-text.tsx';
import { useSay } from '../../i18n/language.ts';
import { useOrganisationId, useSession } from '../../session.tsx';
import { type RouterOutputs, trpc } from '../../trpc.ts';
import { Card } from '../../ui/card.tsx';
import { InstantText } from '../../ui/date-text.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';

type Fact = RouterOutputs['facts']['list']['items'][number];
type Definition = RouterOutputs['facts']['catalogue']['items'][number];

/** The answers in force, each with who gave it, and the way to change it. */
export function AnsweredFacts({ licenceId, emptyIcon }: { licenceId: string | undefined; emptyIcon: ReactNode }) {
  const { t } = useTranslation();
  const organisationId = useOrganisationId();
  const { data } = useSuspenseQuery(trpc.facts.list.queryOptions({ organisationId, licenceId }));
  const { data: catalogue } = useSuspenseQuery(trpc.facts.catalogue.queryOptions());
  const answered = data.items.flatMap((fact) => {
    const definition = catalogue.items.find(({ key }) => key === fact.key);
    return fact.value === null || definition === undefined ? [] : [{ fact, definition }];
  });
  if (answered.length === 0) {
    return (
      <Card>
        <EmptyState icon={emptyIcon} title={t('question.noAnswersTitle')} text={t('question.noAnswersText')} />
      </Card>
    );
  }
  return (
    <div className="zq-stack-tight">
      {answered.map(({ fact, definition }) => (
        <AnsweredFact key={fact.id} fact={fact} definition={definition} />
      ))}
    </div>
  );
}

function AnsweredFact({ fact, definition }: { fact: Fact; definition: Definition }) {
  const { t } = useTranslation();
  const say = useSay();
  const { canWrite } = useSession();
  const { nameOf } = useLicenceNames();
  const [editing, setEditing] = useState(false);
  return (
    <section className="zq-question" data-answered aria-label={say(definition.question)}>
      <div className="zq-row-between">
        <div>
          <h3>{say(definition.question)}</h3>
          <div className="zq-question-decides">
            {fact.licenceId !== null && <span>{t('question.forLicence', { number: nameOf(fact.licenceId) })}</span>}
            <span>
              {fact.source !== 'person' && `${t(`question.source.${fact.source}`)} · `}
              {t('question.recordedBy', { name: fact.by?.name ?? t('state.bySystem') })}{' '}
              <InstantText at={fact.recordedAt} />
            </span>
            <span>{t('question.since', { date: fact.validFrom })}</span>
          </div>
        </div>
        {canWrite && (
          <Button type="link" aria-expanded={editing} onClick={() => setEditing(!editing)}>
            {t(editing ? 'action.cancel' : 'question.change')}
          </Button>
        )}
      </div>
      {editing ? (
        <div className="zq-question-form">
          <AnswerForm
            question={definition}
            licenceId={fact.licenceId}
            current={fact.value}
            withValidFrom
            onDone={() => setEditing(false)}
          />
        </div>
      ) : (
        <div>
          <FactText factKey={fact.key} type={definition.type} values={definition.values ?? []} value={fact.value} />
        </div>
      )}
    </section>
  );
}
