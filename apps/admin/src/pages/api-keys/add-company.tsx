import { useMutation, useQuery } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormFailure } from '../../components/failure.tsx';
import { useDone } from '../../components/use-done.ts';
import { useOrganisationId } from '../../session.tsx';
import { trpc } from '../../trpc.ts';
import type { ApiKey } from './api-key.ts';
import { suitsMode } from './suits-mode.ts';

/** Gives a key one more company, at a level that is at most one's own. */
export function AddCompany({ apiKey }: { apiKey: ApiKey }) {
  const { t } = useTranslation();
  const done = useDone();
  const organisationId = useOrganisationId();
  const grantable = useQuery(trpc.apiKeys.grantable.queryOptions({ organisationId }));
  const [companyId, setCompanyId] = useState<string | null>(null);
  const [level, setLevel] = useState<'read' | 'write'>('read');
  const grant = useMutation(
    trpc.apiKeys.grant.mutationOptions({
      onSuccess: () =>
        done(t('apiKey.granted'), () => {
          setCompanyId(null);
          setLevel('read');
        }),
    }),
  );
  const held = new Set(apiKey.grants.map((given) => given.companyId));
  const offered = (grantable.data?.items ?? []).filter(
    (company) => !held.has(company.companyId) && suitsMode(company, apiKey.mode),
  );
  const chosen = offered.find((company) => company.companyId === companyId);
  if (grantable.isError) return <FormFailure error={grantable.error} title={t('failure.title')} />;
  if (offered.length === 0) return <p className="zq-small zq-faint">{t('apiKey.nothingToAdd')}</p>;
  return (
    <div className="zq-stack-tight">
      <div className="zq-row">
        <Select
          className="zq-grow"
          aria-label={t('apiKey.companiesAdd')}
          placeholder={t('apiKey.companiesAdd')}
          showSearch={{ optionFilterProp: 'label' }}
          value={companyId}
          options={offered.map((company) => ({ value: company.companyId, label: company.name }))}
          onChange={(id: string) => {
            setCompanyId(id);
            setLevel('read');
          }}
        />
        <Select
          aria-label={t('apiKey.levelOf', { company: chosen?.name ?? '' })}
          value={level}
          disabled={chosen?.level !== 'write'}
          options={(['read', 'write'] as const).map((value) => ({ value, label: t(`apiKey.level.${value}`) }))}
          onChange={setLevel}
        />
        <Button
          type="primary"
          disabled={chosen === undefined}
          loading={grant.isPending}
          onClick={() => {
            if (companyId !== null) grant.mutate({ organisationId, keyId: apiKey.id, companyId, level });
          }}
        >
          {t('apiKey.grant')}
        </Button>
      </div>
      <FormFailure error={grant.error} />
    </div>
  );
}
