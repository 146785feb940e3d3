import { useMutation, useQuery } from '@tanstack/react-query';
import { Button, Checkbox, Drawer } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldError } from '../../app-error.ts';
import { FormFailure } from '../../components/failure.tsx';
import { useSay } from '../../i18n/language.ts';
import { useOrganisationId } from '../../session.tsx';
import { refreshAll, trpc } from '../../trpc.ts';
import { ChoiceField } from '../../ui/choice-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { ApiKey } from './api-key.ts';
import { EXPIRY_DAYS } from './expiry-days.ts';
import { type Grant, GrantsField } from './grants-field.tsx';
import type { NewSecret } from './new-secret-dialog.tsx';
import { suitsMode } from './suits-mode.ts';
import { type Scope, useScopes } from './use-scopes.ts';

interface CreateKeyDrawerProps {
  onClose: () => void;
  onCreated: (secret: NewSecret) => void;
}

/** A key gets a name, scopes, companies and an end; each is asked, none is guessed. */
export function CreateKeyDrawer({ onClose, onCreated }: CreateKeyDrawerProps) {
  const { t } = useTranslation();
  const say = useSay();
  const organisationId = useOrganisationId();
  const { scopes: offered, labelOf } = useScopes();
  const grantable = useQuery(trpc.apiKeys.grantable.queryOptions({ organisationId }));
  const [mode, setMode] = useState<ApiKey['mode']>('live');
  const all = grantable.data?.items ?? [];
  const companies = all.filter((company) => suitsMode(company, mode));
  const [name, setName] = useState('');
  const [scopes, setScopes] = useState<Scope[]>([]);
  const [chosen, setChosen] = useState<Grant[] | null>(null);
  const [expiresInDays, setExpiresInDays] = useState(365);
  const [tried, setTried] = useState(false);
  // With one company there is nothing to choose but the level.
  const only = companies.length === 1 ? companies.map(({ companyId }) => ({ companyId, level: 'read' as const })) : [];
  const grants = chosen ?? only;
  const create = useMutation(
    trpc.apiKeys.create.mutationOptions({
      onSuccess: async ({ secret }) => {
        onCreated({ secret, previousEndsAt: null });
        await refreshAll();
      },
    }),
  );
  const problem = (path: string, missing: string | null) => {
    if (tried && missing !== null) return missing;
    const refused = fieldError(create.error, path);
    return refused === null ? null : say(refused);
  };
  const submit = () => {
    setTried(true);
    if (name.trim() === '' || scopes.length === 0 || grants.length === 0) return;
    create.mutate({ organisationId, name: name.trim(), scopes, grants, expiresInDays, mode });
  };
  const scopesProblem = problem('scopes', scopes.length === 0 ? t('apiKey.scopesMissing') : null);
  return (
    <Drawer
      open
      size={560}
      title={t('apiKey.createTitle')}
      onClose={onClose}
      closable={{ 'aria-label': t('action.close') }}
      footer={
        <div className="zq-stack-tight">
          <FormFailure error={create.error} title={t('apiKey.notCreated')} />
          <div className="zq-row">
            <Button type="primary" loading={create.isPending} onClick={submit}>
              {t('apiKey.submit')}
            </Button>
            <Button onClick={onClose}>{t('action.cancel')}</Button>
          </div>
        </div>
      }
    >
      <div className="zq-stack">
        <TextField
          label={t('apiKey.name')}
          autoComplete="off"
          hint={t('apiKey.nameHint')}
          value={name}
          onChange={setName}
          problem={problem('name', name.trim() === '' ? t('apiKey.nameMissing') : null)}
        />
        {all.some(({ isSandbox }) => isSandbox) && (
          <ChoiceField
            label={t('apiKey.mode')}
            value={mode}
            onChange={(next) => {
              setMode(next);
              setChosen(null);
            }}
            options={(['live', 'test'] as const).map((value) => ({ value, label: t(`apiKey.modes.${value}`) }))}
            hint={t(`apiKey.modeText.${mode}`)}
          />
        )}
        <fieldset className="zq-fieldset">
          <legend>{t('apiKey.scopes')}</legend>
          {offered.map(({ scope, writes }) => (
            <Checkbox
              key={scope}
              checked={scopes.includes(scope)}
              onChange={({ target }) =>
                setScopes(target.checked ? [...scopes, scope] : scopes.filter((other) => other !== scope))
              }
            >
              {labelOf(scope)}
              {writes && <span className="zq-small zq-faint"> · {t('apiKey.writes')}</span>}
            </Checkbox>
          ))}
          {scopesProblem !== null && (
            <span className="zq-field-error" role="alert">
              {scopesProblem}
            </span>
          )}
        </fieldset>
        <FormFailure error={grantable.error} title={t('failure.title')} />
        <GrantsField
          companies={companies}
          grants={grants}
          onChange={setChosen}
          problem={problem('grants', grants.length === 0 ? t('apiKey.companiesMissing') : null)}
        />
        <ChoiceField
          label={t('apiKey.expiry')}
          value={expiresInDays}
          onChange={setExpiresInDays}
          options={EXPIRY_DAYS.map((days) => ({ value: days, label: t('apiKey.days', { count: days }) }))}
        />
      </div>
    </Drawer>
  );
}
