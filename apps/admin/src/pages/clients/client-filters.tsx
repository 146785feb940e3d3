import { SearchOutlined } from '@ant-design/icons';
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { FilterTabs } from '../../ui/filter-tabs.tsx';
import { SettledInput } from '../../ui/settled-input.tsx';
import { CLIENT_SORTS, CLIENT_STATES, type ClientSort, type ClientState } from './client-rows.ts';
import './client-filters.css';

interface ClientSearch {
  q?: string | undefined;
  state?: ClientState | undefined;
  sort?: ClientSort | undefined;
}

interface ClientFiltersProps {
  search: ClientSearch;
  /** How many rows each state opens under the words typed. */
  count: (state: ClientState) => number;
  onChange: (change: ClientSearch) => void;
}

/** Which clients, by what they are called and how they stand, and in which order. */
export function ClientFilters({ search, count, onChange }: ClientFiltersProps) {
  const { t } = useTranslation();
  const { q = '', state = 'current', sort = 'next' } = search;
  return (
    <search className="zq-client-filters">
      <FilterTabs
        label={t('client.filter.label')}
        chosen={state}
        tabs={CLIENT_STATES.map((key) => ({ key, label: t(`client.filter.${key}`), count: count(key) }))}
        onChoose={(key) => onChange({ state: key === 'current' ? undefined : key })}
      />
      <div className="zq-row">
        <SettledInput
          label={t('access.clientsSearch')}
          className="zq-client-search"
          prefix={<SearchOutlined aria-hidden />}
          value={q}
          onSettle={(text) => onChange({ q: text === '' ? undefined : text })}
        />
        <Select<ClientSort>
          aria-label={t('client.sort.label')}
          value={sort}
          popupMatchSelectWidth={false}
          options={CLIENT_SORTS.map((value) => ({ value, label: t(`client.sort.${value}`) }))}
          onChange={(value) => onChange({ sort: value === 'next' ? undefined : value })}
        />
      </div>
    </search>
  );
}
