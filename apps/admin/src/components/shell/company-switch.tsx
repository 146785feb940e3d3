import { Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { enterOrganisation, useSession } from '../../session.tsx';
import { Tag } from '../../ui/tag.tsx';
import { useCompanyMatch } from '../use-company-match.ts';

/** Whose data is on screen; who works for several companies finds the next one by name, pinyin or credit code. */
export function CompanySwitch() {
  const { t } = useTranslation();
  const { organisation, organisations } = useSession();
  const [typed, setTyped] = useState('');
  const byId = new Map(organisations.map((candidate) => [candidate.id, candidate]));
  const matches = useCompanyMatch(typed);
  const mark = <Tag tone="info">{t('organisation.sandbox')}</Tag>;
  if (organisations.length < 2) {
    return (
      <div className="zq-shell-company">
        <span title={organisation.name}>{organisation.name}</span>
        {organisation.isSandbox && mark}
      </div>
    );
  }
  const groups = (['company', 'consultancy'] as const).flatMap((kind) => {
    const options = organisations.filter((candidate) => candidate.kind === kind);
    if (options.length === 0) return [];
    return [{ label: t(`frame.kind.${kind}`), options: options.map(({ id, name }) => ({ value: id, label: name })) }];
  });
  return (
    <div className="zq-shell-company">
      <Select
        aria-label={t('frame.switchCompany')}
        variant="borderless"
        showSearch={{
          onSearch: setTyped,
          // Groups are asked too, and are no company: they show when one of theirs does.
          filterOption: (_, option) => {
            const company = option !== undefined && 'value' in option ? byId.get(String(option.value)) : undefined;
            return company !== undefined && matches(company);
          },
        }}
        popupMatchSelectWidth={false}
        value={organisation.id}
        options={groups}
        optionRender={({ label, value }) => (
          <span className="zq-row">
            {label}
            {byId.get(String(value))?.isSandbox === true && mark}
          </span>
        )}
        onChange={(id: string) => enterOrganisation(id)}
      />
      {organisation.isSandbox && mark}
    </div>
  );
}
