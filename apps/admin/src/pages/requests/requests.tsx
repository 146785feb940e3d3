import { FileDoneOutlined, PlusOutlined } from '@ant-design/icons';
import { getRouteApi } from '@tanstack/react-router';
import { Button, Checkbox, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { PagedList } from '../../components/paged-list/paged-list.tsx';
import { usePagedList } from '../../components/paged-list/use-paged-list.ts';
import { setsAnything } from '../../search-params.ts';
import { useSession } from '../../session.tsx';
import { client, trpc } from '../../trpc.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Page } from '../../ui/page.tsx';
import { RequestTable } from './request-table.tsx';
import { REQUEST_STATES, type RequestSearch } from './search.ts';

const route = getRouteApi('/app/requests');

/** Every request for material in this company: what waits to be given, and what waits to be reviewed. */
export function RequestsPage() {
  const { t } = useTranslation();
  const { organisation, canWrite } = useSession();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const input = { organisationId: organisation.id, ...search };
  const list = usePagedList(trpc.requests.list.queryKey(input), (cursor) =>
    client.requests.list.query({ ...input, cursor }),
  );
  const set = (change: RequestSearch) => void navigate({ search: { ...search, ...change }, replace: true });
  const button = canWrite && (
    <ButtonLink to="/requests/new" primary icon={<PlusOutlined aria-hidden />}>
      {t('request.new')}
    </ButtonLink>
  );
  return (
    <Page title={t('request.title')} lead={t('request.lead')} actions={button}>
      <search className="zq-row zq-no-print" aria-label={t('request.filters')}>
        <Select
          mode="multiple"
          className="zq-grow"
          aria-label={t('request.stateLabel')}
          placeholder={t('request.anyState')}
          value={search.state ?? []}
          onChange={(state) => set({ state: state.length === 0 ? undefined : state })}
          options={REQUEST_STATES.map((value) => ({ value, label: t(`request.state.${value}`) }))}
        />
        <Checkbox
          checked={search.overdue === true}
          onChange={({ target }) => set({ overdue: target.checked ? true : undefined })}
        >
          {t('request.overdue')}
        </Checkbox>
        {setsAnything(search) && (
          <Button type="link" onClick={() => void navigate({ search: {}, replace: true })}>
            {t('action.clear')}
          </Button>
        )}
      </search>
      <PagedList
        label={t('request.title')}
        list={list}
        empty={<EmptyState icon={<FileDoneOutlined />} title={t('request.emptyTitle')} text={t('request.emptyText')} />}
      >
        {(rows, foot) => <RequestTable rows={rows} foot={foot} />}
      </PagedList>
    </Page>
  );
}
