import { useMutation } from '@tanstack/react-query';
import { App, Button, Drawer } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { appErrorOf } from '../../../app-error.ts';
import { FormFailure } from '../../../components/failure.tsx';
import { MarkedNotes } from '../../../components/workflows/marked-notes.tsx';
import { MoveFieldsForm } from '../../../components/workflows/move-fields.tsx';
import {
  fieldsOf,
  lacksValue,
  type Move,
  type MoveValues,
  type WorkflowDetail,
} from '../../../components/workflows/workflow.ts';
import { useSay } from '../../../i18n/language.ts';
import { useOrganisationId } from '../../../session.tsx';
import { queryClient, refreshAll, trpc } from '../../../trpc.ts';

interface MoveDrawerProps {
  work: WorkflowDetail;
  move: Move;
  onClose: () => void;
}

/** One step as a form. What was typed stays when somebody else was faster. */
export function MoveDrawer({ work, move, onClose }: MoveDrawerProps) {
  const { t } = useTranslation();
  const say = useSay();
  const { notification } = App.useApp();
  const organisationId = useOrganisationId();
  const fields = fieldsOf(move.fields);
  const [values, setValues] = useState<MoveValues>({});
  const [tried, setTried] = useState(false);
  const make = useMutation(
    trpc.workflows.move.mutationOptions({
      onSuccess: async ({ items }) => {
        await refreshAll();
        const notes = items.flatMap(({ note }) => (note === null ? [] : [say(note)]));
        notification.success({
          title: t('workflow.moved', { move: say(move.name) }),
          ...(notes.length === 0 ? {} : { description: notes.join('\n'), duration: 10 }),
        });
        onClose();
      },
      // Somebody else was faster: the version that is sent next is the one that is shown.
      onError: async (error) => {
        if (appErrorOf(error)?.code === 'conflict') await queryClient.invalidateQueries(trpc.workflows.pathFilter());
      },
    }),
  );
  const submit = () => {
    setTried(true);
    if (lacksValue(fields, values)) return;
    make.mutate({ organisationId, workflowId: work.id, version: work.version, move: move.id, data: values });
  };
  return (
    <Drawer
      open
      size={520}
      title={t('workflow.moveTitle', { move: say(move.name) })}
      onClose={onClose}
      closable={{ 'aria-label': t('action.close') }}
      footer={
        <div className="zq-stack-tight">
          <FormFailure error={make.error} title={t('workflow.notMoved')} />
          <div className="zq-row">
            <Button type="primary" loading={make.isPending} onClick={submit}>
              {t('workflow.confirm')}
            </Button>
            <Button onClick={onClose}>{t('action.cancel')}</Button>
          </div>
        </div>
      }
    >
      <div className="zq-stack">
        {move.notes.length > 0 && <MarkedNotes notes={move.notes} />}
        <MoveFieldsForm fields={fields} values={values} onChange={setValues} tried={tried} error={make.error} />
      </div>
    </Drawer>
  );
}
