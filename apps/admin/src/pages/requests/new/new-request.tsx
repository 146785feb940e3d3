import { useMutation, useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormFailure } from '../../../components/failure.tsx';
import { useDone } from '../../../components/use-done.ts';
import { useSay } from '../../../i18n/language.ts';
import { useSession } from '../../../session.tsx';
import { trpc } from '../../../trpc.ts';
import { AreaField } from '../../../ui/area-field.tsx';
import { Card } from '../../../ui/card.tsx';
import { DayField } from '../../../ui/day-field.tsx';
import { Page } from '../../../ui/page.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { newWanted, WantedFields } from './wanted-fields.tsx';

const route = getRouteApi('/app/requests/new');

/** Asks the people of a company for material, for an item or for nothing in particular. */
export function NewRequestPage() {
  const { t } = useTranslation();
  const say = useSay();
  const done = useDone();
  const navigate = useNavigate();
  const { organisation, today } = useSession();
  const organisationId = organisation.id;
  const { occurrence: occurrenceId } = route.useSearch();
  const item = useQuery({
    ...trpc.occurrences.get.queryOptions({ organisationId, occurrenceId: occurrenceId ?? '' }),
    enabled: occurrenceId !== undefined,
  });
  const [title, setTitle] = useState('');
  const [message, setMessage] = useState('');
  const [dueOn, setDueOn] = useState<string | null>(null);
  const [wanted, setWanted] = useState(() => [newWanted()]);
  const [tried, setTried] = useState(false);
  const ask = useMutation(
    trpc.requests.ask.mutationOptions({
      onSuccess: ({ requestId, told }) =>
        done(t('request.asked', { count: told }), () => {
          void navigate({ to: '/requests/$requestId', params: { requestId }, replace: true });
        }),
    }),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (title.trim() === '' || dueOn === null || wanted.some(({ label }) => label.trim() === '')) return;
    ask.mutate({
      organisationId,
      title: title.trim(),
      message: message.trim() === '' ? null : message.trim(),
      dueOn,
      occurrenceId: occurrenceId ?? null,
      wanted: wanted.map(({ label, hint, form }) => ({
        label: label.trim(),
        hint: hint.trim() === '' ? null : hint.trim(),
        form,
      })),
    });
  };
  return (
    <Page
      title={t('request.new')}
      lead={t('request.form.lead')}
      crumbs={[{ label: t('nav.requests'), link: { to: '/requests' } }]}
    >
      <form className="zq-stack" onSubmit={submit} noValidate>
        <Card label={t('request.new')}>
          <div className="zq-stack">
            {item.data !== undefined && (
              <p>
                {t('request.form.about')} <strong>{say(item.data.title)}</strong>
              </p>
            )}
            <FormFailure error={item.error} title={t('failure.title')} />
            <TextField
              label={t('request.form.title')}
              autoComplete="off"
              value={title}
              onChange={setTitle}
              problem={tried && title.trim() === '' ? t('request.form.titleMissing') : null}
            />
            <AreaField
              label={t('request.form.message')}
              maxLength={4000}
              value={message}
              onChange={setMessage}
              hint={t('request.form.messageHint')}
            />
            <DayField
              label={t('request.form.dueOn')}
              value={dueOn}
              onChange={setDueOn}
              min={today}
              problem={tried && dueOn === null ? t('request.form.dueMissing') : null}
            />
          </div>
        </Card>
        <WantedFields wanted={wanted} onChange={setWanted} tried={tried} />
        <FormFailure error={ask.error} />
        <div>
          <Button type="primary" size="large" htmlType="submit" loading={ask.isPending}>
            {t('request.form.send')}
          </Button>
        </div>
      </form>
    </Page>
  );
}
