import { BankOutlined, PlusOutlined } from '@ant-design/icons';
import { isCivilDate } from '@zhengqi/obligations';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Button } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PagedList } from '../../components/paged-list/paged-list.tsx';
import { useCompanyMatch } from '../../components/use-company-match.ts';
import { useSession } from '../../session.tsx';
import { trpc } from '../../trpc.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Page } from '../../ui/page.tsx';
import { ClientFilters } from './client-filters.tsx';
import { clientRows, isInState, sortClients } from './client-rows.ts';
import { ClientTable } from './client-table.tsx';
import { NewClientDialog } from './new-client-dialog.tsx';
import { NextItems } from './next-items.tsx';

const route = getRouteApi('/app/clients');
const AT_A_TIME = 30;

/** The consultancy's side: its clients by what comes next, found by name, pinyin or credit code, and the way into each. */
export function ClientsPage() {
  const { t } = useTranslation();
  const { organisation, organisations, canAdminister, today } = useSession();
  const search = route.useSearch();
  const { q = '', state = 'current', sort = 'next' } = search;
  const navigate = route.useNavigate();
  const matches = useCompanyMatch(q);
  const engagements = useQuery(trpc.engagements.list.queryOptions({ organisationId: organisation.id }));
  const summaries = useQuery(trpc.portfolio.companies.queryOptions({}));
  const [creating, setCreating] = useState(false);
  const filters = `${q} ${state} ${sort}`;
  const [more, setMore] = useState({ of: filters, shown: AT_A_TIME });
  const shown = more.of === filters ? more.shown : AT_A_TIME;
  const all = useMemo(
    () =>
      clientRows(
        engagements.data?.items ?? [],
        summaries.data?.items ?? [],
        new Map(organisations.map(({ id, uscc }) => [id, uscc])),
      ),
    [engagements.data, summaries.data, organisations],
  );
  const found = q === '' ? all : all.filter(matches);
  const isNow = (row: (typeof all)[number], key: typeof state) => isCivilDate(today) && isInState(row, key, today);
  const rows = sortClients(
    found.filter((row) => isNow(row, state)),
    sort,
  );
  const button = canAdminister && organisation.status === 'active' && (
    <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setCreating(true)}>
      {t('access.newClient')}
    </Button>
  );
  const none = all.length === 0;
  return (
    <Page title={t('access.clientsTitle')} lead={t('access.clientsLead')} actions={!none && button}>
      {!none && (
        <ClientFilters
          search={search}
          count={(key) => found.filter((row) => isNow(row, key)).length}
          onChange={(change) => void navigate({ search: { ...search, ...change }, replace: true })}
        />
      )}
      {q === '' && state === 'current' && <NextItems from={today} />}
      <PagedList
        label={t('access.clientsTitle')}
        list={{
          rows: rows.slice(0, shown),
          error: engagements.error ?? summaries.error,
          isPending: engagements.isPending || summaries.isPending,
          isPlaceholderData: false,
          hasNextPage: rows.length > shown,
          isFetchingNextPage: false,
          fetchNextPage: () => setMore({ of: filters, shown: shown + AT_A_TIME }),
        }}
        empty={
          <EmptyState
            icon={<BankOutlined />}
            title={t(none ? 'access.clientsEmptyTitle' : 'access.clientsNoneTitle')}
            text={t(none ? 'access.clientsEmptyText' : 'access.clientsNoneText')}
            action={none && button}
          />
        }
      >
        {(page, foot) => <ClientTable rows={page} foot={foot} />}
      </PagedList>
      {creating && <NewClientDialog onClose={() => setCreating(false)} />}
    </Page>
  );
}
