import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormFailure } from '../../../../components/failure.tsx';
import { LeaveGuard } from '../../../../components/leave-guard.tsx';
import { usePagedList } from '../../../../components/paged-list/use-paged-list.ts';
import { useDone } from '../../../../components/use-done.ts';
import { usePeopleHere } from '../../../../components/item-work/person-field.tsx';
import { useOrganisationId, useSession } from '../../../../session.tsx';
import { client, trpc } from '../../../../trpc.ts';
import { Card } from '../../../../ui/card.tsx';
import { CommentField } from './comment-field.tsx';
import { CommentRow } from './comment-row.tsx';
import { mentionsIn } from './mentions.ts';
import './comments.css';

/** What people say to each other about an item, latest first. */
export function CommentsCard({ occurrenceId }: { occurrenceId: string }) {
  const { t } = useTranslation();
  const done = useDone();
  const organisationId = useOrganisationId();
  const { canWrite } = useSession();
  const people = usePeopleHere();
  const [body, setBody] = useState('');
  const input = { organisationId, occurrenceId };
  const list = usePagedList(trpc.comments.list.queryKey(input), (cursor) =>
    client.comments.list.query({ ...input, cursor }),
  );
  const add = useMutation(
    trpc.comments.add.mutationOptions({ onSuccess: () => done(t('work.commented'), () => setBody('')) }),
  );
  const send = () => {
    if (body.trim() === '' || add.isPending) return;
    add.mutate({ ...input, body: body.trim(), mentions: mentionsIn(body, people) });
  };
  return (
    <Card title={t('work.comments')}>
      <div className="zq-stack">
        <LeaveGuard dirty={body.trim() !== ''} />
        {canWrite && (
          <div className="zq-stack-tight zq-no-print">
            <CommentField value={body} onChange={setBody} onSend={send} />
            <FormFailure error={add.error} />
            <div>
              <Button type="primary" disabled={body.trim() === ''} loading={add.isPending} onClick={send}>
                {t('work.send')}
              </Button>
            </div>
          </div>
        )}
        <FormFailure error={list.error} title={t('failure.title')} />
        {list.rows.length === 0 ? (
          !list.isPending && <p className="zq-muted">{t('work.noComments')}</p>
        ) : (
          <ol>
            {list.rows.map((comment) => (
              <CommentRow key={comment.id} comment={comment} />
            ))}
          </ol>
        )}
        {list.hasNextPage && (
          <div className="zq-no-print">
            <Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
              {t('action.more')}
            </Button>
          </div>
        )}
      </div>
    </Card>
  );
}
