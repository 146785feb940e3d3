import { useMutation, useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldError } from '../../app-error.ts';
import { FormFailure } from '../../components/failure.tsx';
import { useDone } from '../../components/use-done.ts';
import { useSay } from '../../i18n/language.ts';
import { useSession } from '../../session.tsx';
import { queryClient, trpc } from '../../trpc.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { TextField } from '../../ui/text-field.tsx';

/** A company that the consultancy enters itself, with the period and the people who work for it. */
export function NewClientDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const say = useSay();
  const done = useDone();
  const id = useId();
  const { organisation, user, today } = useSession();
  const organisationId = organisation.id;
  const members = useQuery(trpc.members.list.queryOptions({ organisationId }));
  const [name, setName] = useState('');
  const [uscc, setUscc] = useState('');
  const [endsOn, setEndsOn] = useState<string | null>(null);
  const [people, setPeople] = useState<string[]>([user.id]);
  const [tried, setTried] = useState(false);
  const create = useMutation(
    trpc.engagements.createClient.mutationOptions({
      onSuccess: async () => {
        await queryClient.invalidateQueries(trpc.session.pathFilter());
        await done(t('access.created'), onClose);
      },
    }),
  );
  const refusedOf = (path: string) => {
    const refused = fieldError(create.error, path);
    return refused === null ? null : say(refused);
  };
  const submit = () => {
    setTried(true);
    if (name.trim() === '' || endsOn === null || people.length === 0) return;
    const code = uscc.trim();
    create.mutate({
      organisationId,
      name: name.trim(),
      uscc: code === '' ? null : code.toUpperCase(),
      endsOn,
      people,
    });
  };
  return (
    <ConfirmDialog
      title={t('access.newClient')}
      confirm={t('access.newClient')}
      pending={create.isPending}
      onConfirm={submit}
      onClose={onClose}
    >
      <p className="zq-muted">{t('access.newClientText')}</p>
      <TextField
        label={t('session.companyName')}
        autoComplete="off"
        autoFocus
        value={name}
        onChange={setName}
        problem={tried && name.trim() === '' ? t('account.nameMissing') : refusedOf('name')}
      />
      <TextField
        label={t('session.uscc')}
        autoComplete="off"
        hint={t('session.usccHint')}
        value={uscc}
        onChange={setUscc}
        problem={refusedOf('uscc')}
      />
      <div className="zq-text-field">
        <span>{t('access.endsOn')}</span>
        <DateField label={t('access.endsOn')} value={endsOn} onChange={setEndsOn} min={today} />
        {tried && endsOn === null && <span className="zq-field-error">{t('time.pickDate')}</span>}
      </div>
      <div className="zq-text-field">
        <label htmlFor={id}>{t('access.column.people')}</label>
        <Select
          id={id}
          mode="multiple"
          optionFilterProp="label"
          value={people}
          onChange={setPeople}
          options={(members.data?.items ?? []).map((member) => ({ value: member.userId, label: member.name }))}
        />
      </div>
      <FormFailure error={create.error} />
    </ConfirmDialog>
  );
}
