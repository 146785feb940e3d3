import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormFailure } from '../../../../components/failure.tsx';
import { useDone } from '../../../../components/use-done.ts';
import { usePeopleHere } from '../../../../components/item-work/person-field.tsx';
import { useOrganisationId } from '../../../../session.tsx';
import { type RouterOutputs, trpc } from '../../../../trpc.ts';
import { ConfirmDialog } from '../../../../ui/confirm-dialog.tsx';
import { InstantText } from '../../../../ui/date-text.tsx';
import { CommentField } from './comment-field.tsx';
import { CommentText } from './comment-text.tsx';
import { mentionsIn } from './mentions.ts';

type Comment = RouterOutputs['comments']['list']['items'][number];

/** One comment; its author may edit it for a day and withdraw it at any time. */
export function CommentRow({ comment }: { comment: Comment }) {
  const { t } = useTranslation();
  const [mode, setMode] = useState<'shown' | 'editing' | 'withdrawing'>('shown');
  const { by, createdAt, editedAt, body, isOwn, editableUntil, mentions } = comment;
  const show = () => setMode('shown');
  return (
    <li className="zq-comment">
      <div className="zq-row">
        <strong>{by?.name ?? t('work.someone')}</strong>
        <span className="zq-small zq-faint">
          <InstantText at={createdAt} />
          {editedAt !== null && ` · ${t('work.edited')}`}
        </span>
      </div>
      {mode === 'editing' && body !== null ? (
        <EditForm comment={comment} body={body} onClose={show} />
      ) : (
        <CommentText body={body} names={mentions.flatMap((person) => (person?.name ? [person.name] : []))} />
      )}
      {isOwn && body !== null && mode !== 'editing' && (
        <div className="zq-row zq-no-print">
          {editableUntil !== null && (
            <Button size="small" onClick={() => setMode('editing')}>
              {t('work.edit')}
            </Button>
          )}
          <Button size="small" onClick={() => setMode('withdrawing')}>
            {t('work.withdraw')}
          </Button>
        </div>
      )}
      {mode === 'withdrawing' && <WithdrawDialog commentId={comment.id} onClose={show} />}
    </li>
  );
}

function EditForm({ comment, body, onClose }: { comment: Comment; body: string; onClose: () => void }) {
  const { t } = useTranslation();
  const done = useDone();
  const organisationId = useOrganisationId();
  const people = usePeopleHere();
  const [text, setText] = useState(body);
  const edit = useMutation(
    trpc.comments.edit.mutationOptions({ onSuccess: () => done(t('work.commentSaved'), onClose) }),
  );
  const send = () => {
    if (text.trim() === '') return;
    edit.mutate({
      organisationId,
      commentId: comment.id,
      version: comment.version,
      body: text.trim(),
      mentions: mentionsIn(text, people),
    });
  };
  return (
    <div className="zq-stack-tight">
      <CommentField value={text} onChange={setText} onSend={send} />
      <FormFailure error={edit.error} />
      <div className="zq-row">
        <Button type="primary" loading={edit.isPending} onClick={send}>
          {t('work.editSave')}
        </Button>
        <Button onClick={onClose}>{t('action.cancel')}</Button>
      </div>
    </div>
  );
}

function WithdrawDialog({ commentId, onClose }: { commentId: string; onClose: () => void }) {
  const { t } = useTranslation();
  const done = useDone();
  const organisationId = useOrganisationId();
  const withdraw = useMutation(
    trpc.comments.withdraw.mutationOptions({ onSuccess: () => done(t('work.commentWithdrawn'), onClose) }),
  );
  return (
    <ConfirmDialog
      title={t('work.withdrawComment')}
      confirm={t('work.withdraw')}
      danger
      pending={withdraw.isPending}
      onConfirm={() => withdraw.mutate({ organisationId, commentId })}
      onClose={onClose}
    >
      <p>{t('work.withdrawCommentText')}</p>
      <FormFailure error={withdraw.error} />
    </ConfirmDialog>
  );
}
