import { PlusOutlined, SafetyCertificateOutlined, SearchOutlined } from '@ant-design/icons';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { FormFailure } from '../../components/failure.tsx';
import { LicenceTable } from '../../components/licence-table.tsx';
import { useOrganisationId, useSession } from '../../session.tsx';
import { client, inPages, trpc } from '../../trpc.ts';
import { Card } from '../../ui/card.tsx';
import { ButtonLink } from '../../ui/button-link.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Page } from '../../ui/page.tsx';
import { PageSkeleton } from '../../ui/page-skeleton.tsx';
import { SettledInput } from '../../ui/settled-input.tsx';

const route = getRouteApi('/app/licences');

export function LicencesPage() {
  const { t } = useTranslation();
  const organisationId = useOrganisationId();
  const { canWrite } = useSession();
  const { q } = route.useSearch();
  const navigate = route.useNavigate();
  const input = { organisationId, search: q };
  const list = useInfiniteQuery(
    inPages(trpc.licences.list.queryKey(input), (cursor) => client.licences.list.query({ ...input, cursor })),
  );
  const rows = list.data?.pages.flatMap(({ items }) => items) ?? [];
  const importLink = canWrite && (
    <ButtonLink to="/licences/import" primary icon={<PlusOutlined aria-hidden />}>
      {t('nav.importLicence')}
    </ButtonLink>
  );
  const firstUse = q === undefined && rows.length === 0;
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
      <FormFailure error={list.error} title={t('failure.title')} />
      {list.isPending ? (
        <PageSkeleton />
      ) : (
        <Card flush label={t('licence.title')} busy={list.isPlaceholderData}>
          {rows.length === 0 ? (
            <EmptyState
              icon={<SafetyCertificateOutlined />}
              title={t(firstUse ? 'licence.emptyTitle' : 'licence.noMatchTitle')}
              text={t(firstUse ? 'licence.emptyText' : 'licence.noMatchText')}
              action={firstUse && importLink}
            />
          ) : (
            <LicenceTable
              rows={rows}
              foot={
                <>
                  <span role="status">
                    {t(list.hasNextPage ? 'table.shown' : 'table.count', { count: rows.length })}
                  </span>
                  {list.hasNextPage && (
                    <Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
                      {t('action.more')}
                    </Button>
                  )}
                </>
              }
            />
          )}
        </Card>
      )}
    </Page>
  );
}
