import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldError } from '../../app-error.ts';
import { EndsOnField, useUsualEnd } from '../../components/engagements/ends-on-field.tsx';
import { PeopleField } from '../../components/engagements/people-field.tsx';
import { FormFailure } from '../../components/failure.tsx';
import { useDone } from '../../components/use-done.ts';
import { useSay } from '../../i18n/language.ts';
import { useSession } from '../../session.tsx';
import { queryClient, trpc } from '../../trpc.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { TextField } from '../../ui/text-field.tsx';

/** A company that the consultancy enters itself, with the period and the people who work for it. */
export function NewClientDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const say = useSay();
  const done = useDone();
  const { organisation, user } = useSession();
  const organisationId = organisation.id;
  const [name, setName] = useState('');
  const [uscc, setUscc] = useState('');
  const [endsOn, setEndsOn] = useState<string | null>(useUsualEnd());
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
      <EndsOnField value={endsOn} onChange={setEndsOn} tried={tried} refused={refusedOf('endsOn')} />
      <PeopleField
        value={people}
        onChange={setPeople}
        problem={tried && people.length === 0 ? t('access.peopleMissing') : refusedOf('people')}
      />
      <FormFailure error={create.error} fieldsShown />
    </ConfirmDialog>
  );
}
