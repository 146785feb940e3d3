import { useMutation } from '@tanstack/react-query';
import { Button, Drawer } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormFailure } from '../../../components/failure.tsx';
import { uploadFile } from '../../../components/files/upload-file.ts';
import { answerOf, type Draft, EMPTY_DRAFT, isOpen } from '../../../components/requests/answer.ts';
import { AnswerFields } from '../../../components/requests/answer-fields.tsx';
import { lookAgainOnConflict } from '../../../components/requests/look-again.ts';
import { ThingStateTag } from '../../../components/requests/thing-state-tag.tsx';
import { useDone } from '../../../components/use-done.ts';
import { useOrganisationId } from '../../../session.tsx';
import { trpc } from '../../../trpc.ts';
import { Card } from '../../../ui/card.tsx';
import type { RequestDetail } from './request-detail.ts';

/** Gives what was asked for within the product, by the same rules as on the page of the link. */
export function AnswerDrawer({ request, onClose }: { request: RequestDetail; onClose: () => void }) {
  const { t } = useTranslation();
  const done = useDone();
  const organisationId = useOrganisationId();
  const [drafts, setDrafts] = useState<Record<string, Draft>>({});
  const give = useMutation(
    trpc.requests.answer.mutationOptions({
      onSuccess: () => done(t('request.answer.sent'), onClose),
      onError: lookAgainOnConflict,
    }),
  );
  const draftOf = (itemId: string) => drafts[itemId] ?? EMPTY_DRAFT;
  const things = request.things.filter(isOpen);
  const answers = things.flatMap((thing) => answerOf(thing, draftOf(thing.itemId)) ?? []);
  const isSending = things.some(({ itemId }) => draftOf(itemId).isSending);
  return (
    <Drawer
      open
      size="large"
      title={t('request.give')}
      onClose={onClose}
      closable={{ 'aria-label': t('action.close') }}
      footer={
        <Button
          type="primary"
          disabled={answers.length === 0 || isSending}
          loading={give.isPending}
          onClick={() => give.mutate({ organisationId, requestId: request.id, version: request.version, answers })}
        >
          {isSending ? t('request.answer.uploading') : t('request.answer.send', { count: answers.length })}
        </Button>
      }
    >
      <div className="zq-stack">
        {things.map((thing) => (
          <Card key={thing.itemId} title={thing.label} extra={<ThingStateTag state={thing.state} />}>
            <AnswerFields
              thing={thing}
              isAnew={thing.answers.length > 0}
              draft={draftOf(thing.itemId)}
              onChange={(change) =>
                setDrafts((all) => ({ ...all, [thing.itemId]: { ...(all[thing.itemId] ?? EMPTY_DRAFT), ...change } }))
              }
              send={(file, onPercent) => uploadFile(organisationId, file, onPercent)}
            />
          </Card>
        ))}
        <FormFailure error={give.error} title={t('request.answer.notSent')} />
      </div>
    </Drawer>
  );
}
