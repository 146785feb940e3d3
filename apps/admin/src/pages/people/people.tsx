import { PlusOutlined, SearchOutlined, TeamOutlined } from '@ant-design/icons';
import { getRouteApi } from '@tanstack/react-router';
import { POSTS, type Post } from '@zhengqi/obligations';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PagedList } from '../../components/paged-list/paged-list.tsx';
import { usePagedList } from '../../components/paged-list/use-paged-list.ts';
import { useSay } from '../../i18n/language.ts';
import { setsAnything } from '../../search-params.ts';
import { useOrganisationId, useSession } from '../../session.tsx';
import { client, trpc } from '../../trpc.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Page } from '../../ui/page.tsx';
import { SettledInput } from '../../ui/settled-input.tsx';
import { AddPersonDrawer } from './add-person-drawer.tsx';
import { PeopleTable } from './people-table.tsx';
import { PEOPLE_STATUSES, type PeopleSearch } from './search.ts';

const route = getRouteApi('/app/people');

/** Everybody on the roster, with what each holds today and what ends next. */
export function PeoplePage() {
  const { t } = useTranslation();
  const say = useSay();
  const organisationId = useOrganisationId();
  const { canWrite } = useSession();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const [adding, setAdding] = useState(false);
  const set = (change: PeopleSearch) => void navigate({ search: { ...search, ...change }, replace: true });
  const input = { organisationId, search: search.q, status: search.status ?? 'all', post: search.post };
  const list = usePagedList(trpc.people.list.queryKey(input), (cursor) =>
    client.people.list.query({ ...input, cursor }),
  );
  const filtered = setsAnything(search);
  const add = canWrite && (
    <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setAdding(true)}>
      {t('people.add')}
    </Button>
  );
  return (
    <Page title={t('people.title')} lead={t('people.lead')} actions={(list.rows.length > 0 || filtered) && add}>
      <search className="zq-row zq-no-print" aria-label={t('people.filters')}>
        <SettledInput
          label={t('people.search')}
          className="zq-people-search"
          prefix={<SearchOutlined aria-hidden />}
          value={search.q ?? ''}
          onSettle={(q) => set({ q: q === '' ? undefined : q })}
        />
        <Select
          aria-label={t('people.column.status')}
          className="zq-people-status"
          value={search.status ?? 'all'}
          onChange={(status) => set({ status: status === 'all' ? undefined : status })}
          options={PEOPLE_STATUSES.map((value) => ({ value, label: t(`people.status.${value}`) }))}
        />
        <Select
          aria-label={t('people.post')}
          className="zq-people-post"
          showSearch={{ optionFilterProp: 'label' }}
          allowClear
          placeholder={t('people.anyPost')}
          value={search.post ?? null}
          onChange={(post: Post | null | undefined) => set({ post: post ?? undefined })}
          options={Object.entries(POSTS).map(([value, label]) => ({ value: value as Post, label: say(label) }))}
        />
        {filtered && (
          <Button type="link" onClick={() => void navigate({ search: {}, replace: true })}>
            {t('action.clear')}
          </Button>
        )}
      </search>
      <PagedList
        label={t('people.title')}
        list={list}
        empty={
          <EmptyState
            icon={<TeamOutlined />}
            title={t(filtered ? 'people.noneFound' : 'people.emptyTitle')}
            text={t(filtered ? 'people.noneFoundText' : 'people.emptyText')}
            action={!filtered && add}
          />
        }
      >
        {(rows, foot) => <PeopleTable rows={rows} foot={foot} />}
      </PagedList>
      {adding && <AddPersonDrawer onClose={() => setAdding(false)} />}
    </Page>
  );
}
