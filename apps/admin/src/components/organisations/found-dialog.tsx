import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { enterOrganisation } from '../../session.tsx';
import { fieldError } from '../../app-error.ts';
import { useSay } from '../../i18n/language.ts';
import { trpc } from '../../trpc.ts';
import { ChoiceField } from '../../ui/choice-field.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { FormFailure } from '../failure.tsx';

const KINDS = ['company', 'consultancy'] as const;

/** One more organisation for somebody who has an account; they are its owner and go there. */
export function FoundDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const say = useSay();
  const [kind, setKind] = useState<(typeof KINDS)[number]>('company');
  const [name, setName] = useState('');
  const [uscc, setUscc] = useState('');
  const [tried, setTried] = useState(false);
  const found = useMutation(
    trpc.organisations.create.mutationOptions({
      onSuccess: ({ organisationId }) => enterOrganisation(organisationId),
    }),
  );
  const refusedOf = (path: string) => {
    const refused = fieldError(found.error, path);
    return refused === null ? null : say(refused);
  };
  const code = uscc.trim();
  const codeWrong = code !== '' && !/^[0-9A-Za-z]{18}$/.test(code);
  const submit = () => {
    setTried(true);
    if (name.trim() === '' || codeWrong) return;
    found.mutate({ kind, name: name.trim(), uscc: code === '' ? null : code.toUpperCase() });
  };
  return (
    <ConfirmDialog
      title={t('organisation.found')}
      confirm={t('organisation.found')}
      pending={found.isPending}
      onConfirm={submit}
      onClose={onClose}
    >
      <p className="zq-muted">{t('organisation.foundText')}</p>
      <ChoiceField
        label={t('organisation.kind')}
        value={kind}
        onChange={setKind}
        options={KINDS.map((value) => ({ value, label: t(`account.kinds.${value}`) }))}
      />
      <TextField
        label={t(`account.organisationName.${kind}`)}
        autoComplete="organization"
        hint={t('account.nameHint')}
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
        onEnter={submit}
        problem={tried && codeWrong ? t('session.usccWrong') : refusedOf('uscc')}
      />
      <FormFailure error={found.error} fieldsShown />
    </ConfirmDialog>
  );
}
