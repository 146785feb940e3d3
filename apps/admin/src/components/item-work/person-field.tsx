import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useOrganisationId, useSession } from '../../session.tsx';
import { trpc } from '../../trpc.ts';
import { ChoiceField } from '../../ui/choice-field.tsx';

const NOBODY = '';

/** Everybody who may come into this company now. */
export function usePeopleHere() {
  const organisationId = useOrganisationId();
  return useQuery(trpc.occurrences.people.queryOptions({ organisationId })).data?.items ?? [];
}

interface PersonFieldProps {
  label: string;
  value: string | null;
  onChange: (userId: string | null) => void;
  /** Whether nobody may be chosen. */
  orNobody?: boolean;
  problem?: string | null;
}

/** Somebody who works here; oneself stands first. */
export function PersonField({ label, value, onChange, orNobody = false, problem = null }: PersonFieldProps) {
  const { t } = useTranslation();
  const { user } = useSession();
  const people = usePeopleHere();
  const own = people.filter(({ id }) => id === user.id);
  const others = people.filter(({ id }) => id !== user.id);
  const options = [
    ...own.map(({ id, name }) => ({ value: id, label: `${name}（${t('work.me')}）` })),
    ...others.map(({ id, name }) => ({ value: id, label: name })),
    ...(orNobody ? [{ value: NOBODY, label: t('work.nobody') }] : []),
  ];
  return (
    <ChoiceField
      label={label}
      value={value ?? NOBODY}
      onChange={(id) => onChange(id === NOBODY ? null : id)}
      options={options}
      problem={problem}
    />
  );
}
