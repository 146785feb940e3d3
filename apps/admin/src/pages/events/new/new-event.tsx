import { useMutation, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSay } from '../../../i18n/language.ts';
import { useOrganisationId } from '../../../session.tsx';
import { refreshAll, trpc } from '../../../trpc.ts';
import { Card } from '../../../ui/card.tsx';
import { Page } from '../../../ui/page.tsx';
import { type Attributes, EventForm } from './event-form.tsx';
import { EventPreview } from './event-preview.tsx';
import { EventResult } from './event-result.tsx';
import './new-event.css';

const route = getRouteApi('/app/events/new');

/** Records a trigger event by the form that the catalogue describes, and shows the clocks it started. */
export function NewEventPage() {
  const { t } = useTranslation();
  const say = useSay();
  const organisationId = useOrganisationId();
  const { type } = route.useSearch();
  const navigate = route.useNavigate();
  const { data: catalogue } = useSuspenseQuery(trpc.events.catalogue.queryOptions());
  const kind = catalogue.items.find((item) => item.type === type);
  const record = useMutation(trpc.events.record.mutationOptions({ onSuccess: refreshAll }));
  // One for each form: sent twice, by a double click or after a lost answer, it is one event.
  const [requestId, setRequestId] = useState(() => crypto.randomUUID());
  const [attributes, setAttributes] = useState<Attributes>({});
  const choose = (next: string | undefined) => {
    record.reset();
    setAttributes({});
    setRequestId(crypto.randomUUID());
    void navigate({ search: { type: next }, replace: true });
  };

  return (
    <Page
      title={t('event.record')}
      lead={t('event.recordLead')}
      crumbs={[{ label: t('nav.events'), link: { to: '/events' } }]}
    >
      {record.data !== undefined && kind !== undefined ? (
        <EventResult kind={kind} result={record.data} onAnother={() => choose(undefined)} />
      ) : (
        <>
          <Card>
            <div className="zq-event-form">
              <div className="zq-event-field">
                <label htmlFor="kind">{t('event.kind')}</label>
                <Select
                  id="kind"
                  className="zq-event-kind"
                  showSearch={{ optionFilterProp: 'label' }}
                  placeholder={t('event.kindSearch')}
                  value={kind?.type ?? null}
                  onChange={choose}
                  options={catalogue.items.map((item) => ({ value: item.type, label: say(item.name) }))}
                />
              </div>
              {kind !== undefined && (
                <EventForm
                  key={kind.type}
                  kind={kind}
                  error={record.error}
                  sending={record.isPending}
                  sent={record.isSuccess}
                  onChange={setAttributes}
                  onSubmit={(attributes) => record.mutate({ organisationId, type: kind.type, attributes, requestId })}
                />
              )}
            </div>
          </Card>
          {kind !== undefined && <EventPreview key={kind.type} kind={kind} attributes={attributes} />}
        </>
      )}
    </Page>
  );
}
