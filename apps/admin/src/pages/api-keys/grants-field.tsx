import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { RouterOutputs } from '../../trpc.ts';

type Grantable = RouterOutputs['apiKeys']['grantable']['items'][number];

export interface Grant {
  companyId: string;
  level: Grantable['level'];
}

interface GrantsFieldProps {
  companies: readonly Grantable[];
  grants: readonly Grant[];
  onChange: (grants: Grant[]) => void;
  problem: string | null;
}

/** The companies of a key, each at a level that is at most one's own. */
export function GrantsField({ companies, grants, onChange, problem }: GrantsFieldProps) {
  const { t } = useTranslation();
  const levelOf = (companyId: string) => grants.find((grant) => grant.companyId === companyId)?.level ?? 'read';
  return (
    <fieldset className="zq-fieldset">
      <legend>{t('apiKey.companies')}</legend>
      {companies.length === 0 && <p className="zq-faint">{t('apiKey.noCompanies')}</p>}
      {companies.length > 1 && (
        <Select
          mode="multiple"
          aria-label={t('apiKey.companiesAdd')}
          placeholder={t('apiKey.companiesAdd')}
          optionFilterProp="label"
          value={grants.map(({ companyId }) => companyId)}
          options={companies.map(({ companyId, name }) => ({ value: companyId, label: name }))}
          onChange={(ids: string[]) => onChange(ids.map((companyId) => ({ companyId, level: levelOf(companyId) })))}
        />
      )}
      {grants.map(({ companyId, level }) => {
        const company = companies.find((candidate) => candidate.companyId === companyId);
        if (company === undefined) return null;
        const levels: Grant['level'][] = company.level === 'write' ? ['read', 'write'] : ['read'];
        return (
          <div key={companyId} className="zq-row-between">
            <span>{company.name}</span>
            <Select
              size="small"
              aria-label={t('apiKey.levelOf', { company: company.name })}
              value={level}
              options={levels.map((value) => ({ value, label: t(`apiKey.level.${value}`) }))}
              onChange={(next: Grant['level']) =>
                onChange(grants.map((grant) => (grant.companyId === companyId ? { companyId, level: next } : grant)))
              }
            />
          </div>
        );
      })}
      {problem !== null && (
        <span className="zq-field-error" role="alert">
          {problem}
        </span>
      )}
    </fieldset>
  );
}
