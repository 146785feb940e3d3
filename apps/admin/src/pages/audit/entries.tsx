import { AuditOutlined } from '@ant-design/icons';
import { getRouteApi } from '@tanstack/react-router';
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { PagedList } from '../../components/paged-list/paged-list.tsx';
import { usePagedList } from '../../components/paged-list/use-paged-list.ts';
import { useOrganisationId } from '../../session.tsx';
import { client, trpc } from '../../trpc.ts';
import { DateField } from '../../ui/date-field.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { EntryTable } from './entry-table.tsx';
import { AREAS } from './search.ts';
import './entries.css';

const route = getRouteApi('/app/audit');

/** The log in pages, narrowed by what the address says. */
export function Entries() {
  const { t } = useTranslation();
  const organisationId = useOrganisationId();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { area, from, to } = search;
  const input = { organisationId, action: area, from, to };
  const list = usePagedList(trpc.audit.list.queryKey(input), (cursor) => client.audit.list.query({ ...input, cursor }));
  const set = (change: Partial<typeof search>) => void navigate({ search: { ...search, ...change }, replace: true });
  return (
    <div className="zq-stack">
      <search className="zq-audit-filters" aria-label={t('audit.filter.label')}>
        <Select<(typeof AREAS)[number] | 'all'>
          aria-label={t('audit.filter.area')}
          value={area ?? 'all'}
          options={(['all', ...AREAS] as const).map((value) => ({ value, label: t(`audit.filter.areas.${value}`) }))}
          onChange={(next) => set({ area: next === 'all' ? undefined : next })}
        />
        <DateField label={t('time.from')} value={from ?? null} onChange={(day) => set({ from: day ?? undefined })} />
        <span aria-hidden>～</span>
        <DateField label={t('time.to')} value={to ?? null} onChange={(day) => set({ to: day ?? undefined })} />
      </search>
      <PagedList
        label={t('audit.title')}
        list={list}
        empty={<EmptyState icon={<AuditOutlined />} title={t('audit.emptyTitle')} text={t('audit.emptyText')} />}
      >
        {(rows, foot) => <EntryTable rows={rows} foot={foot} />}
      </PagedList>
    </div>
  );
}
