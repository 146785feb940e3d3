import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { App, Button, Drawer } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSay } from '../../i18n/language.ts';
import { useOrganisationId, useSession } from '../../session.tsx';
import { refreshAll, trpc } from '../../trpc.ts';
import { FormFailure } from '../failure.tsx';
import { PersonField } from '../item-work/person-field.tsx';
import { MoveFieldsForm } from './move-fields.tsx';
import { fieldsOf, lacksValue, type MoveValues, type Offer } from './workflow.ts';

/** Opens a piece of work with what is known of it already, and goes to it. */
export function StartDrawer({ offer, onClose }: { offer: Offer; onClose: () => void }) {
  const { t } = useTranslation();
  const say = useSay();
  const { notification } = App.useApp();
  const navigate = useNavigate();
  const organisationId = useOrganisationId();
  const { user } = useSession();
  const fields = fieldsOf(offer.fields);
  const [values, setValues] = useState<MoveValues>(offer.data);
  const [responsibleId, setResponsible] = useState<string | null>(user.id);
  const [tried, setTried] = useState(false);
  const start = useMutation(
    trpc.workflows.start.mutationOptions({
      onSuccess: async ({ workflowId }) => {
        await refreshAll();
        notification.success({ title: t('workflow.started') });
        await navigate({ to: '/workflows/$workflowId', params: { workflowId } });
      },
    }),
  );
  const submit = () => {
    setTried(true);
    if (lacksValue(fields, values)) return;
    start.mutate({
      organisationId,
      kind: offer.kind,
      subject: { type: offer.subject.type, id: offer.subject.id },
      occurrenceIds: offer.occurrenceIds,
      data: values,
      responsibleId,
      ...(offer.eventId === null ? {} : { eventId: offer.eventId }),
    });
  };
  return (
    <Drawer
      open
      size={520}
      title={t('workflow.startTitle', { name: say(offer.name) })}
      onClose={onClose}
      closable={{ 'aria-label': t('action.close') }}
      footer={
        <div className="zq-stack-tight">
          <FormFailure error={start.error} />
          <div className="zq-row">
            <Button type="primary" loading={start.isPending} onClick={submit}>
              {t('workflow.startConfirm')}
            </Button>
            <Button onClick={onClose}>{t('action.cancel')}</Button>
          </div>
        </div>
      }
    >
      <div className="zq-stack">
        <p>
          <span className="zq-muted">{t('workflow.startSubject')}</span> {offer.subject.label}
        </p>
        <MoveFieldsForm fields={fields} values={values} onChange={setValues} tried={tried} error={start.error} />
        <PersonField label={t('workflow.responsible')} value={responsibleId} onChange={setResponsible} orNobody />
      </div>
    </Drawer>
  );
}
