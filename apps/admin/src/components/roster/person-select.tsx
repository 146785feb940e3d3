import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOrganisationId } from '../../session.tsx';
import { trpc } from '../../trpc.ts';

interface PersonSelectProps {
  id?: string;
  label?: string;
  value: string | null;
  onChange: (personId: string | null) => void;
  /** Names known already, by id. */
  names: Readonly<Record<string, string>>;
  clearable?: boolean;
}

/** A person of the roster, found by name. */
export function PersonSelect({ id, label, value, onChange, names, clearable = true }: PersonSelectProps) {
  const { t } = useTranslation();
  const organisationId = useOrganisationId();
  const [typed, setTyped] = useState('');
  const search = typed.trim();
  const found = useQuery(
    trpc.people.list.queryOptions(
      { organisationId, limit: 50, ...(search === '' ? {} : { search }) },
      { placeholderData: keepPreviousData },
    ),
  );
  const options = (found.data?.items ?? []).map((person) => ({ value: person.id, label: person.name }));
  const known = value === null ? undefined : names[value];
  if (value !== null && !options.some((option) => option.value === value))
    options.unshift({ value, label: known ?? value });
  return (
    <Select
      {...(id === undefined ? {} : { id })}
      {...(label === undefined ? {} : { 'aria-label': label })}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      allowClear={clearable}
      placeholder={t('roster.person')}
      loading={found.isFetching}
      value={value}
      onChange={(chosen: string | null | undefined) => onChange(chosen ?? null)}
      options={options}
    />
  );
}
