import type { FactType } from '@zhengqi/obligations';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSay } from '../../i18n/language.ts';
import { useSession } from '../../session.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { FormFailure } from '../failure.tsx';
import { FactInput } from './fact-input.tsx';
import { type AnswerValue, useAnswer } from './use-answer.tsx';

interface AskedFact {
  key: string;
  question: { zh: string; en: string };
  type: FactType;
  values?: readonly { value: string; label: { zh: string; en: string } }[] | undefined;
}

interface AnswerFormProps {
  question: AskedFact;
  licenceId: string | null;
  /** The answer in force, null when there is none. */
  current: AnswerValue;
  /** Also asks from which day the answer holds. */
  withValidFrom?: boolean;
  onDone?: () => void;
}

/** Takes one answer. Nothing is recorded before the button is pressed: a slip with the arrow keys must not file a fact. */
export function AnswerForm({ question, licenceId, current, withValidFrom = false, onDone }: AnswerFormProps) {
  const { t } = useTranslation();
  const say = useSay();
  const { canWrite } = useSession();
  const [value, setValue] = useState<AnswerValue>(current);
  const [validFrom, setValidFrom] = useState<string | null>(null);
  const { answer, error, isPending } = useAnswer();
  const record = async (given: AnswerValue) => {
    // The failure is shown by FormFailure below; there is nothing more to do about it here.
    const recorded = await answer({
      key: question.key,
      question: say(question.question),
      licenceId,
      value: given,
      before: current,
      validFrom,
    }).then(
      () => true,
      () => false,
    );
    if (recorded) onDone?.();
  };
  return (
    <>
      <FactInput
        factKey={question.key}
        type={question.type}
        values={question.values ?? []}
        value={value}
        onChange={setValue}
        label={say(question.question)}
        disabled={!canWrite}
      />
      {withValidFrom && (
        <label className="zq-row zq-muted">
          {t('question.validFrom')}
          <DateField value={validFrom} onChange={setValidFrom} label={t('question.validFrom')} />
        </label>
      )}
      {canWrite && (
        <Button type="primary" ghost disabled={value === null} loading={isPending} onClick={() => void record(value)}>
          {t('question.save')}
        </Button>
      )}
      {canWrite && current !== null && (
        <Button type="text" disabled={isPending} onClick={() => void record(null)}>
          {t('question.forget')}
        </Button>
      )}
      <FormFailure error={error} />
    </>
  );
}
