import { SearchOutlined } from '@ant-design/icons';
import { Button, Checkbox, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OccurrenceSearch } from '../../components/occurrences/search.ts';
import { setsAnything } from '../../search-params.ts';
import { DateField } from '../../ui/date-field.tsx';
import { SettledInput } from '../../ui/settled-input.tsx';
import { WorkFilters } from './work-filters.tsx';
import './filters.css';

interface FiltersProps {
  search: OccurrenceSearch;
  onChange: (next: OccurrenceSearch) => void;
  licences: readonly { id: string; name: string }[];
  tabs: ReactNode;
}

/** The filters of the list. Their state is the address and nothing else; typing settles before it goes there. */
export function Filters({ search, onChange, licences, tabs }: FiltersProps) {
  const { t } = useTranslation();
  const set = (change: OccurrenceSearch) => onChange({ ...search, ...change });
  // The status has its tabs; this clears the rest.
  const filtered = setsAnything(search, 'status');
  const [open, setOpen] = useState(false);
  return (
    <search className="zq-filters zq-no-print" aria-label={t('occurrence.filter.label')}>
      {tabs}
      <div className="zq-filter-fields" data-open={open}>
        <SettledInput
          label={t('occurrence.filter.search')}
          prefix={<SearchOutlined aria-hidden />}
          value={search.q ?? ''}
          onSettle={(q) => set({ q: q === '' ? undefined : q })}
        />
        <Button className="zq-filter-more" aria-expanded={open} onClick={() => setOpen(!open)}>
          {t('occurrence.filter.more')}
        </Button>
        <SettledInput
          label={t('occurrence.filter.clause')}
          placeholder={`${t('occurrence.filter.clause')} · ${t('occurrence.filter.clauseHint')}`}
          className="zq-filter-clause"
          value={search.clause ?? ''}
          onSettle={(clause) => set({ clause: clause === '' ? undefined : clause })}
        />
        {licences.length > 1 && (
          <Select
            aria-label={t('occurrence.filter.licence')}
            placeholder={t('occurrence.filter.licence')}
            allowClear
            value={search.licence ?? null}
            onChange={(licence: string | null | undefined) => set({ licence: licence ?? undefined })}
            options={licences.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
        <div className="zq-filter-dates" role="group" aria-label={t('occurrence.filter.dates')}>
          <span className="zq-muted">{t('occurrence.filter.dates')}</span>
          <DateField
            label={t('time.from')}
            value={search.from ?? null}
            onChange={(from) => set({ from: from ?? undefined })}
          />
          <span aria-hidden>～</span>
          <DateField label={t('time.to')} value={search.to ?? null} onChange={(to) => set({ to: to ?? undefined })} />
        </div>
        <WorkFilters search={search} onChange={set} />
        <Checkbox
          checked={search.provisional === true}
          onChange={({ target }) => set({ provisional: target.checked ? true : undefined })}
        >
          {t('occurrence.filter.provisional')}
        </Checkbox>
        <Checkbox
          checked={search.removed === true}
          onChange={({ target }) => set({ removed: target.checked ? true : undefined })}
        >
          {t('occurrence.filter.removed')}
        </Checkbox>
        {filtered && (
          <Button type="link" onClick={() => onChange({ status: search.status })}>
            {t('action.clear')}
          </Button>
        )}
      </div>
    </search>
  );
}
