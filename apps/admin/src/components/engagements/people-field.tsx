import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useOrganisationId } from '../../session.tsx';
import { trpc } from '../../trpc.ts';

interface PeopleFieldProps {
  value: string[];
  onChange: (value: string[]) => void;
  problem: string | null;
}

/** Members of this consultancy, to be named in an engagement. */
export function PeopleField({ value, onChange, problem }: PeopleFieldProps) {
  const { t } = useTranslation();
  const id = useId();
  const organisationId = useOrganisationId();
  const members = useQuery(trpc.members.list.queryOptions({ organisationId }));
  return (
    <div className="zq-text-field">
      <label htmlFor={id}>{t('access.column.people')}</label>
      <Select
        id={id}
        mode="multiple"
        optionFilterProp="label"
        loading={members.isPending}
        value={members.isPending ? [] : value}
        onChange={onChange}
        {...(problem === null ? {} : { status: 'error' as const, 'aria-describedby': `${id}-told` })}
        options={(members.data?.items ?? []).map((member) => ({ value: member.userId, label: member.name }))}
      />
      {problem !== null && (
        <span id={`${id}-told`} className="zq-field-error">
          {problem}
        </span>
      )}
    </div>
  );
}
