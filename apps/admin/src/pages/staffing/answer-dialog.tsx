import { useQuery } from '@tanstack/react-query';
import { Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { FormFailure } from '../../components/failure.tsx';
import { AnswerForm } from '../../components/questions/answer-form.tsx';
import { useSay } from '../../i18n/language.ts';
import { trpc } from '../../trpc.ts';
import { PageSkeleton } from '../../ui/page-skeleton.tsx';

interface AnswerDialogProps {
  factKey: string;
  licenceId: string;
  onClose: () => void;
}

/** Answers the fact that a check waits for, where one stands. */
export function AnswerDialog({ factKey, licenceId, onClose }: AnswerDialogProps) {
  const { t } = useTranslation();
  const say = useSay();
  const catalogue = useQuery(trpc.facts.catalogue.queryOptions());
  const fact = catalogue.data?.items.find(({ key }) => key === factKey);
  return (
    <Modal
      open
      title={t('staffing.answerTitle')}
      onCancel={onClose}
      footer={null}
      closable={{ 'aria-label': t('action.close') }}
    >
      <FormFailure error={catalogue.error} title={t('failure.title')} />
      {catalogue.isPending && <PageSkeleton />}
      {fact !== undefined && (
        <div className="zq-stack">
          <p>{say(fact.question)}</p>
          <div className="zq-row">
            <AnswerForm
              question={fact}
              licenceId={fact.scope === 'licence' ? licenceId : null}
              current={null}
              withValidFrom
              onDone={onClose}
            />
          </div>
        </div>
      )}
    </Modal>
  );
}
