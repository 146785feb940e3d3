import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { appErrorOf } from '../../app-error.ts';
import { FormFailure } from '../../components/failure.tsx';
import { LeaveGuard } from '../../components/leave-guard.tsx';
import { answerOf, type Draft, EMPTY_DRAFT, isOpen } from '../../components/requests/answer.ts';
import { trpc } from '../../trpc.ts';
import { Notice } from '../../ui/notice.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { LinkPage } from './link-page.ts';
import { ThingCard } from './thing-card.tsx';

interface AnswerFormProps {
  token: string;
  shown: LinkPage;
  onSent: () => Promise<unknown>;
  onStale: () => Promise<unknown>;
}

/** Everything asked for, each with its place; whatever is filled in goes together, the rest can follow later. */
export function AnswerForm({ token, shown, onSent, onStale }: AnswerFormProps) {
  const { t } = useTranslation();
  const [drafts, setDrafts] = useState<Record<string, Draft>>({});
  const [signedAs, setSignedAs] = useState('');
  const send = useMutation(
    trpc.requestLink.answer.mutationOptions({
      onSuccess: onSent,
      onError: async (error) => {
        // Somebody else answered or reviewed meanwhile: what is shown becomes new, what was filled in stays.
        if (appErrorOf(error)?.code === 'conflict') await onStale();
      },
    }),
  );
  const draftOf = (itemId: string) => drafts[itemId] ?? EMPTY_DRAFT;
  const open = shown.things.filter(isOpen);
  const answers = open.flatMap((thing) => answerOf(thing, draftOf(thing.itemId)) ?? []);
  const isSending = open.some(({ itemId }) => draftOf(itemId).isSending);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (answers.length === 0 || isSending || send.isPending) return;
    const name = signedAs.trim();
    send.mutate({ token, version: shown.version, answers, ...(name === '' ? {} : { signedAs: name }) });
  };
  return (
    <form className="zq-answer-form" onSubmit={submit} noValidate>
      <LeaveGuard dirty={(answers.length > 0 || isSending) && !send.isSuccess} />
      {shown.limits.leftFiles === 0 && <Notice tone="warning" title={t('request.answer.noFilesLeft')} />}
      {shown.things.map((thing) => (
        <ThingCard
          key={thing.itemId}
          token={token}
          thing={thing}
          draft={draftOf(thing.itemId)}
          onChange={(change) =>
            setDrafts((all) => ({ ...all, [thing.itemId]: { ...(all[thing.itemId] ?? EMPTY_DRAFT), ...change } }))
          }
        />
      ))}
      {open.length > 0 && (
        <>
          <TextField
            label={t('request.answer.signedAs')}
            hint={t('request.answer.signedAsHint')}
            autoComplete="name"
            value={signedAs}
            onChange={setSignedAs}
          />
          <div className="zq-answer-send">
            <FormFailure error={send.error} title={t('request.answer.notSent')} />
            <Button
              type="primary"
              size="large"
              htmlType="submit"
              block
              disabled={answers.length === 0 || isSending}
              loading={send.isPending}
            >
              {isSending
                ? t('request.answer.uploading')
                : answers.length === 0
                  ? t('request.answer.nothingYet')
                  : t('request.answer.send', { count: answers.length })}
            </Button>
          </div>
        </>
      )}
    </form>
  );
}
