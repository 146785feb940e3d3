import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isOpen } from '../../../components/requests/answer.ts';
import { RequestStateTag } from '../../../components/requests/request-state-tag.tsx';
import { useSay } from '../../../i18n/language.ts';
import { useOrganisationId, useSession } from '../../../session.tsx';
import { trpc } from '../../../trpc.ts';
import { Card } from '../../../ui/card.tsx';
import { DateText, InstantText } from '../../../ui/date-text.tsx';
import { DetailsList } from '../../../ui/details-list.tsx';
import { Page } from '../../../ui/page.tsx';
import { AnswerDrawer } from './answer-drawer.tsx';
import { LinkCard } from './link-card.tsx';
import { ReviewCard } from './review-card.tsx';
import { WithdrawDialog } from './withdraw-dialog.tsx';

const route = getRouteApi('/app/requests/$requestId');

/** One request: what was asked, what was given and by whom, and the review of it. */
export function RequestPage() {
  const { t } = useTranslation();
  const say = useSay();
  const organisationId = useOrganisationId();
  const { canWrite } = useSession();
  const { requestId } = route.useParams();
  const [open, setOpen] = useState<'answer' | 'withdraw' | null>(null);
  const { data: request } = useSuspenseQuery(trpc.requests.get.queryOptions({ organisationId, requestId }));
  const { state, things, occurrence, askedBy } = request;
  const isRunning = state === 'open' || state === 'answered';
  return (
    <Page
      title={request.title}
      crumbs={[{ label: t('nav.requests'), link: { to: '/requests' } }]}
      tags={<RequestStateTag {...request} />}
      lead={request.message !== null && <p className="zq-request-words">{request.message}</p>}
      actions={
        canWrite &&
        isRunning && (
          <>
            {things.some(isOpen) && (
              <Button type={state === 'open' ? 'primary' : 'default'} onClick={() => setOpen('answer')}>
                {t('request.give')}
              </Button>
            )}
            <Button danger onClick={() => setOpen('withdraw')}>
              {t('request.withdraw')}
            </Button>
          </>
        )
      }
    >
      <div className="zq-columns">
        <div className="zq-stack">
          {things.map((thing) => (
            <ReviewCard key={thing.itemId} request={request} thing={thing} mayReview={canWrite && isRunning} />
          ))}
        </div>
        <div className="zq-stack">
          <Card title={t('request.facts')}>
            <DetailsList
              items={[
                { label: t('request.column.due'), value: <DateText date={request.dueOn} withWeekday /> },
                { label: t('request.askedFor'), value: request.askedFor },
                { label: t('request.column.by'), value: askedBy?.name ?? t('state.bySystem') },
                { label: t('request.askedAt'), value: <InstantText at={request.createdAt} /> },
                ...(occurrence === null
                  ? []
                  : [
                      {
                        label: t('request.about'),
                        value: (
                          <Link to="/occurrences/$occurrenceId" params={{ occurrenceId: occurrence.id }}>
                            {say(occurrence.title)}
                          </Link>
                        ),
                      },
                    ]),
              ]}
            />
          </Card>
          {canWrite && isRunning && <LinkCard request={request} />}
        </div>
      </div>
      {open === 'answer' && <AnswerDrawer request={request} onClose={() => setOpen(null)} />}
      {open === 'withdraw' && <WithdrawDialog request={request} onClose={() => setOpen(null)} />}
    </Page>
  );
}
