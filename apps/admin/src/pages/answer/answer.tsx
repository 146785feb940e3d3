import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { appErrorOf } from '../../app-error.ts';
import { FormFailure } from '../../components/failure.tsx';
import { isToGive } from '../../components/requests/answer.ts';
import { client } from '../../trpc.ts';
import { DateText, InstantText } from '../../ui/date-text.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageSkeleton } from '../../ui/page-skeleton.tsx';
import { AnswerForm } from './answer-form.tsx';
import { AnswerFrame } from './answer-frame.tsx';
import type { LinkPage } from './link-page.ts';
import { useKeptToken } from './use-kept-token.ts';

/** The page of the link to a request: gives what was asked for, without an account. */
export function AnswerPage() {
  const { t } = useTranslation();
  const token = useKeptToken();
  // How often something was sent from here: the form begins anew each time.
  const [round, setRound] = useState(0);
  const shown = useQuery({
    queryKey: ['request-link', token],
    queryFn: () => client.requestLink.show.mutate({ token: token ?? '' }),
    enabled: token !== null,
    staleTime: Infinity,
    gcTime: 0,
  });
  const title = t('request.answer.title');
  if (token === null || ['not-found', 'invalid-input'].includes(appErrorOf(shown.error)?.code ?? '')) {
    return (
      <AnswerFrame title={t('request.answer.overTitle')}>
        <Notice tone="warning" title={t('request.answer.over')}>
          <p>{t('request.answer.overText')}</p>
        </Notice>
      </AnswerFrame>
    );
  }
  if (shown.isPending) {
    return (
      <AnswerFrame title={title}>
        <PageSkeleton />
      </AnswerFrame>
    );
  }
  if (shown.data === undefined) {
    return (
      <AnswerFrame title={title}>
        <FormFailure error={shown.error} title={t('failure.title')} />
        <Button loading={shown.isFetching} onClick={() => void shown.refetch()}>
          {t('action.retry')}
        </Button>
      </AnswerFrame>
    );
  }
  const { data } = shown;
  const sent = async () => {
    await shown.refetch();
    setRound((before) => before + 1);
    window.scrollTo({ top: 0 });
  };
  return (
    <AnswerFrame title={data.title} lead={<Lead shown={data} />}>
      <Progress shown={data} justSent={round > 0} />
      <AnswerForm key={round} token={token} shown={data} onSent={sent} onStale={() => shown.refetch()} />
    </AnswerFrame>
  );
}

/** Who asks whom for what, until when. */
function Lead({ shown }: { shown: LinkPage }) {
  const { t } = useTranslation();
  return (
    <>
      <p className="zq-muted">{t('request.answer.asks', { askedFor: shown.askedFor, company: shown.company })}</p>
      {shown.message !== null && <p className="zq-answer-words">{shown.message}</p>}
      <p>
        {t('request.answer.dueOn')} <DateText date={shown.dueOn} withWeekday />
      </p>
      <p className="zq-small zq-faint">
        {t('request.answer.until')} <InstantText at={shown.expiresAt} />
      </p>
    </>
  );
}

/** What is still to be given, or that nothing is. */
function Progress({ shown, justSent }: { shown: LinkPage; justSent: boolean }) {
  const { t } = useTranslation();
  const left = shown.things.filter(isToGive).length;
  if (shown.state === 'done') return <Notice tone="success" live={justSent} title={t('request.answer.done')} />;
  if (left === 0) {
    return (
      <Notice tone="success" live={justSent} title={t('request.answer.all')}>
        <p>{t('request.answer.allText')}</p>
      </Notice>
    );
  }
  const words = t('request.answer.left', { count: left });
  if (!justSent) return <p className="zq-muted">{words}</p>;
  return (
    <Notice tone="success" live title={t('request.answer.sent')}>
      <p>{words}</p>
    </Notice>
  );
}
