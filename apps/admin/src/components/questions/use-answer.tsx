import { useMutation } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useOrganisationId } from '../../session.tsx';
import { refreshAll, type RouterOutputs, trpc } from '../../trpc.ts';
import { useEffectText } from '../schedule/effect.ts';

export type AnswerValue = RouterOutputs['facts']['list']['items'][number]['value'];

interface Answer {
  key: string;
  question: string;
  licenceId: string | null;
  value: AnswerValue;
  /** What stood before, to go back to. */
  before: AnswerValue;
  validFrom?: string | null;
}

/** Records an answer, says what it did to the schedule, and offers the way back. */
export function useAnswer() {
  const { t } = useTranslation();
  const { notification } = App.useApp();
  const organisationId = useOrganisationId();
  const effectText = useEffectText();
  const mutation = useMutation(trpc.facts.answer.mutationOptions({ onSuccess: refreshAll }));

  const send = ({ key, licenceId, value, validFrom }: Answer) =>
    mutation.mutateAsync({
      organisationId,
      licenceId,
      answers: [{ key, value, ...(validFrom ? { validFrom } : {}) }],
    });

  const answer = async (given: Answer) => {
    const { schedule } = await send(given);
    const toast = `answer-${given.key}-${given.licenceId}`;
    const undo = async () => {
      notification.destroy(toast);
      await send({ ...given, value: given.before });
      notification.info({ title: t('question.undone'), key: toast });
    };
    notification.success({
      key: toast,
      title: t('question.recorded', { question: given.question }),
      description: effectText(schedule),
      duration: 8,
      actions: <Button onClick={() => void undo()}>{t('action.undo')}</Button>,
    });
  };
  return { answer, error: mutation.error, isPending: mutation.isPending };
}
