import { STATE_NAMES, WORK_STATES, type WorkState } from '@zhengqi/obligations';
import { Checkbox, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { OccurrenceSearch } from '../../components/occurrences/search.ts';
import { usePeopleHere } from '../../components/item-work/person-field.tsx';
import { useSay } from '../../i18n/language.ts';
import { useSession } from '../../session.tsx';

const FLAGS = ['overdue', 'waiver', 'missed'] as const;

interface WorkFiltersProps {
  search: OccurrenceSearch;
  onChange: (change: OccurrenceSearch) => void;
}

/** Filters by the work: who has it, how far it is, what waits. */
export function WorkFilters({ search, onChange }: WorkFiltersProps) {
  const { t } = useTranslation();
  const say = useSay();
  const { user } = useSession();
  const people = usePeopleHere();
  const others = people.filter(({ id }) => id !== user.id).map(({ id, name }) => ({ value: id, label: name }));
  return (
    <>
      <Select
        aria-label={t('work.filter.assignee')}
        placeholder={t('work.filter.assignee')}
        allowClear
        value={search.assignee ?? null}
        onChange={(assignee: string | null | undefined) => onChange({ assignee: assignee ?? undefined })}
        options={[
          { value: 'me', label: t('work.filter.mine') },
          { value: 'none', label: t('work.filter.unassigned') },
          ...others,
        ]}
      />
      <Select
        mode="multiple"
        aria-label={t('work.filter.state')}
        placeholder={t('work.filter.state')}
        allowClear
        value={search.work ?? []}
        onChange={(work: WorkState[]) => onChange({ work: work.length === 0 ? undefined : work })}
        options={WORK_STATES.map((value) => ({ value, label: say(STATE_NAMES[value]) }))}
      />
      {FLAGS.map((flag) => (
        <Checkbox
          key={flag}
          checked={search[flag] === true}
          onChange={({ target }) => onChange({ [flag]: target.checked ? true : undefined })}
        >
          {t(`work.filter.${flag}`)}
        </Checkbox>
      ))}
    </>
  );
}
