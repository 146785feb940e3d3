import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormFailure } from '../../../components/failure.tsx';
import { lookAgainOnConflict } from '../../../components/requests/look-again.ts';
import { ThingStateTag } from '../../../components/requests/thing-state-tag.tsx';
import { useDone } from '../../../components/use-done.ts';
import { useOrganisationId } from '../../../session.tsx';
import { trpc } from '../../../trpc.ts';
import { Card } from '../../../ui/card.tsx';
import { AnswersList } from './answers-list.tsx';
import { ReasonDialog } from './reason-dialog.tsx';
import type { RequestDetail, RequestThing } from './request-detail.ts';
import './request.css';

interface ReviewCardProps {
  request: RequestDetail;
  thing: RequestThing;
  mayReview: boolean;
}

/** One thing asked for: what was given, and accepting it, sending it back or doing without it. */
export function ReviewCard({ request, thing, mayReview }: ReviewCardProps) {
  const { t } = useTranslation();
  const done = useDone();
  const organisationId = useOrganisationId();
  const [asking, setAsking] = useState<'sendBack' | 'drop' | null>(null);
  const { itemId, label, hint, state, reason, answers } = thing;
  const accept = useMutation(
    trpc.requests.accept.mutationOptions({
      onError: lookAgainOnConflict,
      onSuccess: ({ evidence }) =>
        done(evidence.length === 0 ? t('request.accepted') : t('request.acceptedEvidence', { count: evidence.length })),
    }),
  );
  const isGiven = state === 'answered';
  const isOver = state === 'accepted' || state === 'dropped';
  return (
    <Card title={label} extra={<ThingStateTag state={state} />}>
      <div className="zq-stack">
        {hint !== null && <p className="zq-muted zq-request-words">{hint}</p>}
        <p className="zq-small zq-faint">{t(`request.formOf.${thing.form}`)}</p>
        {reason !== null && state !== 'refused' && (
          <p className="zq-request-words">{t('request.reasonIs', { reason })}</p>
        )}
        <AnswersList answers={answers} />
        {mayReview && !isOver && (
          <div className="zq-row">
            {isGiven && (
              <Button
                type="primary"
                aria-label={t('request.acceptOf', { label })}
                loading={accept.isPending}
                onClick={() =>
                  accept.mutate({
                    organisationId,
                    requestId: request.id,
                    version: request.version,
                    items: [{ itemId }],
                  })
                }
              >
                {t('request.accept')}
              </Button>
            )}
            {(isGiven || state === 'refused') && (
              <Button aria-label={t('request.sendBackOf', { label })} onClick={() => setAsking('sendBack')}>
                {t('request.sendBack')}
              </Button>
            )}
            <Button aria-label={t('request.dropOf', { label })} onClick={() => setAsking('drop')}>
              {t('request.drop')}
            </Button>
          </div>
        )}
        <FormFailure error={accept.error} />
      </div>
      {asking !== null && (
        <ReasonDialog request={request} thing={thing} move={asking} onClose={() => setAsking(null)} />
      )}
    </Card>
  );
}
