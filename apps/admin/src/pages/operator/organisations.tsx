import { BankOutlined, SearchOutlined } from '@ant-design/icons';
import { getRouteApi } from '@tanstack/react-router';
import { Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PagedList } from '../../components/paged-list/paged-list.tsx';
import { usePagedList } from '../../components/paged-list/use-paged-list.ts';
import { client, trpc } from '../../trpc.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { SettledInput } from '../../ui/settled-input.tsx';
import { OpenBreakGlassDialog } from './open-break-glass-dialog.tsx';
import { HandOverDialog } from './hand-over-dialog.tsx';
import type { Organisation, OrganisationAct } from './organisation.ts';
import { OrganisationTable } from './organisation-table.tsx';
import { STATUSES } from './search.ts';
import { StatusDialog } from './status-dialog.tsx';

const route = getRouteApi('/operator');

/** All organisations by name and status: what they are, never what they hold. */
export function Organisations() {
  const { t } = useTranslation();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const [acting, setActing] = useState<{ act: OrganisationAct; on: Organisation } | null>(null);
  const input = { search: search.q, status: search.status };
  const list = usePagedList(trpc.operator.organisations.queryKey(input), (cursor) =>
    client.operator.organisations.query({ ...input, cursor }),
  );
  const set = (change: Partial<typeof search>) => void navigate({ search: { ...search, ...change }, replace: true });
  return (
    <div className="zq-stack">
      <search className="zq-row" aria-label={t('operator.filter')}>
        <SettledInput
          label={t('operator.search')}
          className="zq-operator-search"
          prefix={<SearchOutlined aria-hidden />}
          value={search.q ?? ''}
          onSettle={(q) => set({ q: q === '' ? undefined : q })}
        />
        <Select<(typeof STATUSES)[number] | 'all'>
          aria-label={t('operator.column.status')}
          value={search.status ?? 'all'}
          options={[
            { value: 'all', label: t('operator.allStatuses') },
            ...STATUSES.map((value) => ({ value, label: t(`operator.status.${value}`) })),
          ]}
          onChange={(status) => set({ status: status === 'all' ? undefined : status })}
        />
      </search>
      <PagedList
        label={t('operator.tab.organisations')}
        list={list}
        empty={<EmptyState icon={<BankOutlined />} title={t('operator.noneTitle')} text={t('operator.noneText')} />}
      >
        {(rows, foot) => <OrganisationTable rows={rows} onAct={(act, on) => setActing({ act, on })} foot={foot} />}
      </PagedList>
      {acting?.act === 'status' && <StatusDialog organisation={acting.on} onClose={() => setActing(null)} />}
      {acting?.act === 'hand-over' && <HandOverDialog organisation={acting.on} onClose={() => setActing(null)} />}
      {acting?.act === 'open' && <OpenBreakGlassDialog organisation={acting.on} onClose={() => setActing(null)} />}
    </div>
  );
}
