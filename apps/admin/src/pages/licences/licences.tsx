import { PlusOutlined, SafetyCertificateOutlined, SearchOutlined } from '@ant-design/icons';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { LicenceTable } from '../../components/licence-table.tsx';
import { PagedList } from '../../components/paged-list/paged-list.tsx';
import { usePagedList } from '../../components/paged-list/use-paged-list.ts';
import { useOrganisationId, useSession } from '../../session.tsx';
import { client, trpc } from '../../trpc.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Page } from '../../ui/page.tsx';
import { SettledInput } from '../../ui/settled-input.tsx';

const route = getRouteApi('/app/licences');

export function LicencesPage() {
  const { t } = useTranslation();
  const organisationId = useOrganisationId();
  const { canWrite } = useSession();
  const { q } = route.useSearch();
  const navigate = route.useNavigate();
  const input = { organisationId, search: q };
  const list = usePagedList(trpc.licences.list.queryKey(input), (cursor) =>
    client.licences.list.query({ ...input, cursor }),
  );
  const importLink = canWrite && (
    <ButtonLink to="/licences/import" primary icon={<PlusOutlined aria-hidden />}>
      {t('nav.importLicence')}
    </ButtonLink>
  );
  const firstUse = q === undefined && list.rows.length === 0;
  return (
    <Page title={t('licence.title')} lead={t('licence.lead')} actions={!firstUse && importLink}>
      {!firstUse && (
        <search className="zq-no-print">
          <SettledInput
            label={t('licence.search')}
            prefix={<SearchOutlined aria-hidden />}
            value={q ?? ''}
            onSettle={(text) => void navigate({ search: { q: text === '' ? undefined : text }, replace: true })}
          />
        </search>
      )}
      <PagedList
        label={t('licence.title')}
        list={list}
        empty={
          <EmptyState
            icon={<SafetyCertificateOutlined />}
            title={t(firstUse ? 'licence.emptyTitle' : 'licence.noMatchTitle')}
            text={t(firstUse ? 'licence.emptyText' : 'licence.noMatchText')}
            action={firstUse && importLink}
          />
        }
      >
        {(rows, foot) => <LicenceTable rows={rows} foot={foot} />}
      </PagedList>
    </Page>
  );
}
