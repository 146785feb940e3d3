import { ProjectOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Button, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { PagedList } from '../../components/paged-list/paged-list.tsx';
import { usePagedList } from '../../components/paged-list/use-paged-list.ts';
import { usePeopleHere } from '../../components/item-work/person-field.tsx';
import { useSay } from '../../i18n/language.ts';
import { setsAnything } from '../../search-params.ts';
import { useOrganisationId } from '../../session.tsx';
import { client, trpc } from '../../trpc.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Page } from '../../ui/page.tsx';
import { KINDS, WAITS_ON, WHICH, type WorkflowSearch } from './search.ts';
import { WorkflowTable } from './workflow-table.tsx';
import './workflows.css';

const route = getRouteApi('/app/workflows');

/** Every piece of work of the company: how far it is, who it waits for. */
export function WorkflowsPage() {
  const { t } = useTranslation();
  const say = useSay();
  const organisationId = useOrganisationId();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const people = usePeopleHere();
  const catalogue = useQuery(trpc.workflows.catalogue.queryOptions());
  const set = (change: WorkflowSearch) => void navigate({ search: { ...search, ...change }, replace: true });
  const which = search.which ?? 'open';
  const input = {
    organisationId,
    kind: search.kind,
    waitsOn: search.waitsOn,
    responsible: search.responsible,
    ...(which === 'all' ? {} : { open: which === 'open' }),
  };
  const list = usePagedList(trpc.workflows.list.queryKey(input), (cursor) =>
    client.workflows.list.query({ ...input, cursor }),
  );
  const nameOf = (kind: string) => {
    const found = catalogue.data?.items.find((item) => item.kind === kind);
    return found === undefined ? kind : say(found.name);
  };
  return (
    <Page title={t('workflow.title')} lead={t('workflow.lead')}>
      <search className="zq-row zq-no-print zq-workflow-filters" aria-label={t('workflow.filters')}>
        <Select
          aria-label={t('workflow.which')}
          value={which}
          onChange={(value) => set({ which: value === 'open' ? undefined : value })}
          options={WHICH.map((value) => ({ value, label: t(`workflow.${value}`) }))}
        />
        <Select
          aria-label={t('workflow.kind')}
          allowClear
          placeholder={t('workflow.anyKind')}
          value={search.kind ?? null}
          onChange={(kind: WorkflowSearch['kind'] | null) => set({ kind: kind ?? undefined })}
          options={KINDS.map((value) => ({ value, label: nameOf(value) }))}
        />
        <Select
          aria-label={t('workflow.waitsOnLabel')}
          allowClear
          placeholder={t('workflow.anyWaits')}
          value={search.waitsOn ?? null}
          onChange={(waitsOn: WorkflowSearch['waitsOn'] | null) => set({ waitsOn: waitsOn ?? undefined })}
          options={WAITS_ON.map((value) => ({ value, label: t(`workflow.waitsOn.${value}`) }))}
        />
        <Select
          aria-label={t('workflow.responsible')}
          allowClear
          placeholder={t('workflow.anyone')}
          value={search.responsible ?? null}
          onChange={(responsible: string | null | undefined) => set({ responsible: responsible ?? undefined })}
          options={[
            { value: 'me', label: t('workflow.mine') },
            { value: 'none', label: t('workflow.unassigned') },
            ...people.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
        {setsAnything(search) && (
          <Button type="link" onClick={() => void navigate({ search: {}, replace: true })}>
            {t('action.clear')}
          </Button>
        )}
      </search>
      <PagedList
        label={t('workflow.title')}
        list={list}
        empty={
          <EmptyState icon={<ProjectOutlined />} title={t('workflow.emptyTitle')} text={t('workflow.emptyText')} />
        }
      >
        {(rows, foot) => <WorkflowTable rows={rows} foot={foot} />}
      </PagedList>
    </Page>
  );
}
